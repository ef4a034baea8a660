import type { Words } from "./english.ts";

export const german: Words = {
  common: {
    close: "Schließen",
  },

  parts: {
    sheet:
      "Das konnte nicht geladen werden: Der Laptop, auf dem Earshot läuft, ist nicht erreichbar. Lade die Seite neu, sobald er es wieder ist.",
    call: "Ihr seid verbunden und könnt sprechen, aber die Ansicht des Anrufs konnte nicht geladen werden: Der Laptop, auf dem Earshot läuft, ist nicht erreichbar.",
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
