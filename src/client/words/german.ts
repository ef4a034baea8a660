import type { Words } from "./english.ts";

export const german: Words = {
  common: {
    close: "Schließen",
  },

  endings: {},

  notices: {},

  welcome: {},

  directory: {},

  recents: {},

  invite: {},

  trouble: {},

  ringing: {
    isCalling: (name) => `${name} ruft an`,
    videoCall: "Eingehender Videoanruf",
    voiceCall: "Eingehender Sprachanruf",
    accept: "Annehmen",
    withoutVideo: "Ohne Video annehmen",
    decline: "Ablehnen",
    silence: "Stummschalten",
    silenced: "Stummgeschaltet",
    tapForSound: "Tippe irgendwohin, um den Ton zu hören",
    calling: (name) => `${name} wird angerufen`,
    cancel: "Abbrechen",
    connectingTo: (name) => `Verbindung mit ${name} wird hergestellt`,
    hangUp: "Auflegen",
    askingBoth: "Kamera und Mikrofon werden angefragt …",
    askingMicrophone: "Mikrofon wird angefragt …",
    waiting: "Wird angerufen …",
    trying: (name) => `${name} wird gesucht …`,
    ringing: "Es klingelt …",
    connecting: "Wird verbunden …",
    inCall: (name) => `Anruf mit ${name}`,
    missedCall: (name) => `Verpasster Anruf von ${name}`,
    missedCalls: (count, who) => `${count} verpasste Anrufe von ${who}`,
  },

  notifications: {
    title: "Mitteilungen",
    offer: "Verpasse keinen Anruf.",
    offerWhy: "Lass dir von diesem Gerät sagen, wer anruft, während du etwas anderes machst.",
    turnOn: "Einschalten",
    notNow: "Jetzt nicht",
    granted: "Dieses Gerät sagt dir, wer anruft, während du etwas anderes machst.",
    denied:
      "Dieser Browser blockiert Mitteilungen von Earshot. Tippe auf das Symbol neben der Adresse, öffne die Einstellungen der Seite und erlaube Mitteilungen.",
    absent:
      "Dieser Browser kann dir keine Anrufe melden. Auf einem iPhone oder iPad füge Earshot zuerst zum Home-Bildschirm hinzu.",
  },

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};
