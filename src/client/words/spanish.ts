import type { Words } from "./english.ts";

export const spanish: Words = {
  common: {
    close: "Cerrar",
  },

  parts: {
    sheet:
      "No se ha podido cargar: no se encuentra el portátil en el que funciona Earshot. Cuando vuelva a estar disponible, recarga la página.",
    call: "Estáis conectados y podéis hablar, pero la vista de la llamada no se ha podido cargar: no se encuentra el portátil en el que funciona Earshot.",
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

  devices: {},

  settings: {},

  shortcuts: {},
};
