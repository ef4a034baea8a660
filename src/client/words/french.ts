import type { Words } from "./english.ts";

export const french: Words = {
  common: {
    close: "Fermer",
  },

  parts: {
    sheet:
      "Le chargement a échoué : l’ordinateur qui fait tourner Earshot est injoignable. Dès qu’il est de nouveau joignable, rechargez la page.",
    call: "Vous êtes en communication et pouvez parler, mais la vue de l’appel n’a pas pu être chargée : l’ordinateur qui fait tourner Earshot est injoignable.",
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
