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

  call: {},

  quality: {},

  chat: {},

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

  settings: {},

  shortcuts: {},
};
