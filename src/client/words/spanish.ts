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

  ringing: {
    isCalling: (name) => `${name} te llama`,
    videoCall: "Videollamada entrante",
    voiceCall: "Llamada de voz entrante",
    accept: "Aceptar",
    withoutVideo: "Aceptar sin vídeo",
    decline: "Rechazar",
    silence: "Silenciar",
    silenced: "Silenciada",
    tapForSound: "Toca en cualquier lugar para activar el sonido",
    calling: (name) => `Llamando a ${name}`,
    cancel: "Cancelar",
    connectingTo: (name) => `Conectando con ${name}`,
    hangUp: "Colgar",
    askingBoth: "Pidiendo acceso a la cámara y al micrófono…",
    askingMicrophone: "Pidiendo acceso al micrófono…",
    waiting: "Llamando…",
    trying: (name) => `Intentando contactar con ${name}…`,
    ringing: "Sonando…",
    connecting: "Conectando…",
    inCall: (name) => `En llamada con ${name}`,
    missedCall: (name) => `Llamada perdida de ${name}`,
    missedCalls: (count, who) => `${count} llamadas perdidas de ${who}`,
  },

  notifications: {
    title: "Notificaciones",
    offer: "No te pierdas ninguna llamada.",
    offerWhy: "Deja que este dispositivo te avise de quién llama mientras haces otra cosa.",
    turnOn: "Activar",
    notNow: "Ahora no",
    granted: "Este dispositivo te avisa de quién llama mientras haces otra cosa.",
    denied:
      "Este navegador bloquea las notificaciones de Earshot. Toca el icono junto a la dirección, abre los ajustes de la página y permite las notificaciones.",
    absent:
      "Este navegador no puede avisarte de las llamadas. En un iPhone o iPad, añade antes Earshot a la pantalla de inicio.",
  },

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};
