import type { Words } from "./english.ts";

export const spanish: Words = {
  common: {
    close: "Cerrar",
    you: "Tú",
    someone: "Alguien",
    status: {
      available: "Disponible",
      busy: "En una llamada",
      away: "Ausente",
      "do-not-disturb": "No molestar",
    },
  },

  parts: {
    sheet:
      "No se ha podido cargar: no se encuentra el portátil en el que funciona Earshot. Cuando vuelva a estar disponible, recarga la página.",
    call: "Estáis conectados y podéis hablar, pero la vista de la llamada no se ha podido cargar: no se encuentra el portátil en el que funciona Earshot.",
  },

  endings: {
    youHungUp: "Has colgado",
    hungUp: (name) => `${name} ha colgado`,
    failed: {
      isolated: (name) =>
        `No se pudo conectar con ${name}: esta wifi mantiene aislados los dispositivos, como hacen las redes de invitados. Usa otra wifi, o el punto de acceso de uno de los teléfonos.`,
      "other-network": (name) =>
        `No se pudo conectar con ${name}: los dos dispositivos están en redes distintas. Conecta ambos a la misma wifi y vuelve a llamar.`,
      "no-address": (name) =>
        `No se pudo conectar con ${name}: los dispositivos no se encontraron. Permite el micrófono en ambos y vuelve a llamar.`,
      unknown: (name) =>
        `No se pudo conectar con ${name}. ¿Están los dos dispositivos en la misma wifi? Las redes de invitados suelen aislar los dispositivos.`,
    },
    lost: (name) => `Se perdió la conexión con ${name}`,
    continuedElsewhere: "Continuada en otro lugar",
    moved: (name) => `${name} ha pasado a otro dispositivo`,
    declined: (name) => `${name} ha rechazado la llamada`,
    busy: (name) => `${name} no puede atender ahora`,
    noAnswer: (name) => `${name} no ha respondido`,
    gone: (name) => `${name} ya no está aquí`,
  },

  notices: {
    dismiss: "Descartar",
    peerUnknown: "Esa persona ya no está aquí",
    notRemembered:
      "Este navegador no guarda nada de Earshot, así que volverá a preguntar la próxima vez. Ocurre en una ventana privada, o si los datos de sitios están bloqueados.",
    languageNotLoaded:
      "No se pudieron cargar las palabras de ese idioma: no se encuentra el portátil en el que funciona Earshot. Inténtalo de nuevo en un momento.",
    screenGoesOff:
      "Este navegador no pudo mantener la pantalla encendida. ¿Queda poca batería? En los ajustes del dispositivo puedes dejar la pantalla encendida más tiempo.",
  },

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

  recents: {
    title: "Llamadas recientes",
    empty: "Aún no hay llamadas. Aquí aparecerán las que hagas, recibas y pierdas.",
    notHereNow: "No está ahora",
    ringBack: (name) => `Devolver la llamada a ${name}`,
    ringBackShort: "Devolver",
    clear: "Borrar la lista",
    clearSure: "¿Borrarlas todas?",
    missed: "Llamada perdida",
    incoming: "Llamada entrante",
    outgoing: "Llamada saliente",
    youDeclined: "La rechazaste",
    outcome: {
      declined: "Rechazada",
      busy: "No podía atender",
      "no-answer": "Sin respuesta",
      gone: "No estaba",
      cancelled: "Cancelada",
      failed: "Sin conexión",
      lost: "Conexión perdida",
      replaced: "Pasó a otro dispositivo",
    },
    lasting: (what, length) => `${what}, ${length}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
  },

  invite: {
    title: "Invitar",
    none: "Ahora mismo ningún otro dispositivo puede abrir Earshot: el portátil en el que funciona no está en ninguna red, o está configurado solo para sí mismo.",
    how: "Pide a quienes estén en esta wifi que escaneen el código con la cámara o abran esta dirección:",
    codeOf: (address) => `Código QR de ${address}`,
    notDrawn: "No se pudo dibujar el código: no se encuentra el portátil. La dirección sirve igual.",
    share: "Compartir",
    copy: "Copiar",
    copied: "Copiada",
    notCopied: "No se pudo copiar: mantén pulsada la dirección para seleccionarla, o léela en voz alta.",
    notShared: "Aquí no se pudo compartir. Copia la dirección, o deja que escaneen el código.",
    others: "Si no se abre: otras direcciones",
    addresses: "Direcciones",
    message: "Únete a mí en Earshot. Tienes que estar en la misma wifi.",
  },

  trouble: {
    connecting: "Buscando el portátil en el que funciona Earshot…",
    offline: "Buscando el portátil en el que funciona Earshot… ¿Está este dispositivo en la misma wifi?",
    unreachable: "No se encuentra el portátil en el que funciona Earshot.",
    refused:
      "El portátil en el que funciona Earshot responde, pero niega a este dispositivo la conexión en directo. Puede que el certificado solo sea de confianza a medias, o que haya una VPN de por medio.",
    moved: "*El portátil en el que funciona Earshot tiene ahora otra dirección.* Continúa ahí:",
    askedAgain: "Se te pedirá tu nombre una vez más.",
    thisComputer: "Es este mismo equipo: ¿sigue Earshot en marcha?",
    sameWifi: "¿Está este dispositivo en la misma wifi que el portátil?",
    running: "¿Está encendido el portátil, y Earshot en marcha?",
    elsewhere: "¿Tiene ahora otra dirección? Prueba con",
    thisPage: "Si todo eso está bien, quizá *esta página* diga qué pasa.",
  },

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

  chat: {
    title: "Chat",
    hint: (name) => `Lo que escribes solo lo lee ${name}, y desaparece al terminar la llamada.`,
    says: (name) => `${name}:`,
    message: "Mensaje",
    send: "Enviar",
    notSent: "No se envió tu mensaje: no hay conexión. Vuelve a enviarlo en un momento.",
  },

  devices: {
    insecure: "Esta página no se abrió con HTTPS, así que el navegador mantiene cerrados la cámara y el micrófono.",
    microphone: {
      forbidden:
        "Earshot no puede usar tu micrófono. Permítelo en los ajustes del navegador para esta página; mientras tanto, las llamadas funcionan sin él.",
      missing: "No se encontró ningún micrófono. Conecta uno o llama sin él.",
      taken: "No se pudo abrir el micrófono. Puede que lo esté usando otro programa: ciérralo e inténtalo de nuevo.",
      failed: (error: string) => `No se pudo abrir el micrófono (${error}).`,
      stopped: "Tu micrófono se ha parado: se desconectó o lo tomó otro programa. Ya no se te oye.",
      paused: "Este dispositivo ha puesto en pausa tu micrófono. Ahora mismo no se te oye.",
    },
    camera: {
      forbidden:
        "Earshot no puede usar tu cámara. Permítelo en los ajustes del navegador para esta página; mientras tanto, las llamadas funcionan sin ella.",
      missing: "No se encontró ninguna cámara. Conecta una o llama sin ella.",
      taken: "No se pudo abrir la cámara. Puede que la esté usando otro programa: ciérralo e inténtalo de nuevo.",
      failed: (error: string) => `No se pudo abrir la cámara (${error}).`,
      stopped: "Tu cámara se ha parado: se desconectó o la tomó otro programa. Ya no se te ve.",
      paused: "Este dispositivo ha puesto en pausa tu cámara. Ahora mismo no se te ve.",
    },

    nowUsing: (label: string) => `Ahora se usa ${label}.`,
    nowUsingAnother: "Ahora se usa otro micrófono.",
    screen: {
      forbidden:
        "No se pudo compartir la pantalla. Permite a este navegador grabar la pantalla en los ajustes del dispositivo e inténtalo de nuevo.",
      failed: (error: string) =>
        `No se pudo compartir la pantalla (${error}). Inténtalo de nuevo o comparte una sola ventana.`,
    },
    toneFailed:
      "No se pudo reproducir el tono. ¿Está el altavoz conectado y encendido? Elige otro o inténtalo de nuevo.",
  },

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

  leaving: {
    title: "¿Salir de la llamada?",
    about: (name) => `Si vuelves atrás, termina la llamada con ${name}.`,
    hangUp: "Colgar",
    stay: "Quedarse",
  },

  elsewhere: {
    title: "Earshot está abierto en otra pestaña o ventana",
    about: "Las llamadas suenan en un solo lugar a la vez.",
    useHere: "Usar aquí",
  },

  reachable: {
    title: "Seguir disponible",
    looking: "Buscando el portátil…",
    canBeCalled: (name) => `Se puede llamar a ${name}`,
    missed: (count) => (count === 1 ? "1 llamada perdida" : `${count} llamadas perdidas`),
    screenStaysOn: "La pantalla sigue encendida. Si la espera es larga, conecta el cargador.",
    back: "Toca para volver",
  },
};
