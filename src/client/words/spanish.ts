import type { Words } from "./english.ts";

export const spanish: Words = {
  common: {
    close: "Cerrar",
  },

  endings: {},

  notices: {},

  welcome: {
    title: "Llama a cualquiera en esta wifi",
    about: "Mira quién está y habla cara a cara. Sin cuenta, y nada sale del edificio.",
    yourName: "Tu nombre",
    nameRule: (most) => `Escribe un nombre de 1 a ${most} caracteres.`,
    join: "Entrar",
    seeYourself: "Permite la cámara para verte aquí",
    devices: "Cámara y micrófono",
  },

  directory: {
    people: "Personas cerca",
    count: (people) => (people === 1 ? "1 persona cerca" : `${people} personas cerca`),
    call: (name) => `Llamar a ${name}`,
    voiceCall: (name) => `Llamada de voz con ${name}`,
    phone: "Teléfono",
    tablet: "Tableta",
    computer: "Ordenador",
    you: (name, state) => `${name}, tu nombre: ${state}`,
    available: "disponible",
    silent: "en silencio",
    doNotDisturb: "no molestar",
    offline: "sin conexión",
    recents: "Llamadas recientes",
    missed: (calls) => (calls === 1 ? "1 perdida" : `${calls} perdidas`),
    settings: "Ajustes",
    stayReachable: "Seguir localizable",
    asleepTitle: "Un teléfono en reposo no puede sonar.",
    asleep:
      "Deja Earshot abierto delante de ti para que te puedan llamar, o deja que mantenga la pantalla encendida y atenuada.",
    gotIt: "Entendido",
    invite: "Invitar",
    nobody: "Todavía no hay nadie más",
    willAppear: "Quien abra Earshot en esta wifi aparecerá aquí solo.",
    scan: "Que los demás en esta wifi escaneen el código con la cámara o abran esta dirección:",
    searching: "Verás quién está en cuanto se encuentre el portátil.",
  },

  recents: {},

  invite: {},

  trouble: {},

  ringing: {},

  notifications: {},

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {
    title: "Ajustes",
    save: "Guardar",
    saved: "Guardado",
    devices: "Cámara y micrófono",
    camera: "Cámara",
    microphone: "Micrófono",
    speaker: "Altavoz",
    numbered: (device, number) => `${device} ${number}`,
    level: "Di algo: la barra se mueve cuando se te oye.",
    testSpeaker: "Probar altavoz",
    processing: "Sonido de tu micrófono",
    echoCancellation: "Cancelar eco",
    echoCancellationHint: "Para que los demás no se oigan a sí mismos.",
    noiseSuppression: "Reducir ruido",
    noiseSuppressionHint: "Quita ventiladores, tráfico y teclas. Desactívalo para la música.",
    autoGainControl: "Ajustar volumen",
    autoGainControlHint: "Se te oye igual de cerca que de lejos.",
    appearance: "Apariencia",
    system: "Sistema",
    light: "Claro",
    dark: "Oscuro",
    ringing: "Timbre",
    ringVolume: "Volumen del tono",
    testRing: "Reproducir tono",
    silent: "Modo silencio",
    silentHint: "Las llamadas se ven y vibran, pero no suenan.",
    doNotDisturb: "No molestar",
    doNotDisturbHint: "No suena nada. Quien llame leerá que estás ocupado.",
    notifications: "Notificaciones",
    notificationsOff: "Entérate de las llamadas con Earshot en segundo plano.",
    allowNotifications: "Permitir notificaciones",
    notificationsOn: "Se te avisa de las llamadas con Earshot en segundo plano.",
    notificationsDenied:
      "Están bloqueadas. Para enterarte de las llamadas en segundo plano, permite las notificaciones de esta página en los ajustes del navegador, junto a la dirección.",
    notificationsAbsent:
      "Este navegador no puede mostrarlas en esta página. Deja Earshot abierto delante de ti para que te puedan llamar.",
    language: "Idioma",
    asBrowser: (language) => `El del navegador (${language})`,
    about: "Información",
    version: "Versión",
    aboutHint: "Las llamadas se quedan en tu propia red: sin cuenta, sin internet.",
    clear: "Borrar todo",
    clearHint:
      "Se borran tu nombre, los ajustes y las llamadas recientes de este dispositivo, y Earshot te preguntará de nuevo tu nombre. No se puede deshacer.",
    clearSure: "Sí, borrar todo",
    keep: "Conservar",
  },

  shortcuts: {},
};
