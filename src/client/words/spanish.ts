import type { Words } from "./english.ts";

export const spanish: Words = {
  common: {
    close: "Cerrar",
  },

  endings: {},

  notices: {},

  welcome: {},

  directory: {},

  recents: {},

  invite: {},

  trouble: {},

  ringing: {},

  notifications: {},

  call: {
    region: (name) => `Llamada con ${name}`,
    you: "Tú",
    mute: "Silenciar",
    unmute: "Activar micro",
    cameraOff: "Apagar cámara",
    cameraOn: "Activar cámara",
    chat: "Chat",
    hangUp: "Colgar",
    more: "Más",
    flipCamera: "Girar cámara",
    shareScreen: "Compartir pantalla",
    stopSharing: "Dejar de compartir",
    stop: "Detener",
    speaker: "Altavoz",
    fill: "Llenar la pantalla",
    fit: "Mostrar la imagen entera",
    pictureInPicture: "Imagen en imagen",
    leavePictureInPicture: "Salir de imagen en imagen",
    fullScreen: "Pantalla completa",
    leaveFullScreen: "Salir de pantalla completa",
    reconnecting: "Reconectando…",
    seconds: (n) => `${n} s`,
    isMuted: (name) => `${name} está en silencio`,
    theirCameraIsOff: "La cámara está apagada",
    youAreMuted: "Estás en silencio. Toca «Activar micro» para que te oigan.",
    youShare: "Estás compartiendo tu pantalla",
    screenOf: (name) => `Pantalla de ${name}`,
    tapToHear: (name) => `Toca para oír a ${name}`,
    unread: (n) => (n === 1 ? "1 mensaje nuevo" : `${n} mensajes nuevos`),
    enlargeYou: "Verte en grande",
    enlarge: (name) => `Ver a ${name} en grande`,
    enlargeScreen: (name) => `Ver la pantalla de ${name} en grande`,
    movable: "Arrástrala a otra esquina o muévela con las flechas",
    speakerFailed: "No se pudo usar ese altavoz. El sonido sigue como antes: elige otro o vuelve a conectarlo.",
    pictureInPictureFailed: "No se pudo abrir la ventana pequeña. Inténtalo de nuevo cuando la imagen se mueva.",
    fullScreenFailed: "El navegador no permitió la pantalla completa.",
    said: {
      muted: "Micrófono apagado",
      unmuted: "Micrófono activado",
      cameraOff: "Cámara apagada",
      cameraOn: "Cámara activada",
      theyMuted: (name) => `${name} apagó el micrófono`,
      theyUnmuted: (name) => `${name} activó el micrófono`,
      theirCameraOff: (name) => `${name} apagó la cámara`,
      theirCameraOn: (name) => `${name} activó la cámara`,
      theyShare: (name) => `${name} comparte su pantalla`,
      theyStopped: (name) => `${name} ya no comparte su pantalla`,
      shared: "Tu pantalla se está compartiendo",
      stopped: "Tu pantalla ya no se comparte",
      unheard: "Estás hablando, pero tu micrófono está apagado",
      betterAgain: "La conexión vuelve a ser mejor",
    },
  },

  quality: {
    good: "Buena conexión",
    fair: "Conexión regular",
    poor: "Conexión débil",
    causes: {
      loss: "la red pierde paquetes",
      delay: "la red tarda en responder",
      cpu: "este dispositivo está ocupado",
      bandwidth: "la red no da para más",
    },
    because: (connection, cause) => `${connection}: ${cause}`,
    title: "Conexión",
    roundTrip: "Ida y vuelta",
    loss: "Paquetes perdidos",
    jitter: "Fluctuación",
    received: "Su imagen",
    sent: "Tu imagen",
    noPicture: "Ninguna",
    framesPerSecond: (n) => `${n} imágenes/s`,
  },

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {
    title: "Atajos de teclado",
    mute: "Apagar o activar el micrófono",
    camera: "Apagar o activar la cámara",
    chat: "Chat",
    fullScreen: "Pantalla completa",
    escape: "Cerrar o salir de pantalla completa",
    list: "Esta lista",
    move: "Mover la imagen pequeña cuando está seleccionada",
    or: "o",
    space: "Espacio",
    arrows: "Flechas",
    esc: "Esc",
  },
};
