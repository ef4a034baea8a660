import type { Words } from "./english.ts";

export const french: Words = {
  common: {
    close: "Fermer",
  },

  endings: {},

  notices: {},

  welcome: {},

  directory: {},

  recents: {},

  invite: {},

  trouble: {},

  ringing: {
    isCalling: (name) => `${name} vous appelle`,
    videoCall: "Appel vidéo entrant",
    voiceCall: "Appel vocal entrant",
    accept: "Accepter",
    withoutVideo: "Accepter sans vidéo",
    decline: "Refuser",
    silence: "Couper la sonnerie",
    silenced: "Sonnerie coupée",
    tapForSound: "Touchez l’écran pour entendre la sonnerie",
    calling: (name) => `Vous appelez ${name}`,
    cancel: "Annuler",
    connectingTo: (name) => `Connexion à ${name}`,
    hangUp: "Raccrocher",
    askingBoth: "Demande d’accès à la caméra et au micro…",
    askingMicrophone: "Demande d’accès au micro…",
    waiting: "Appel…",
    trying: (name) => `Recherche de ${name}…`,
    ringing: "Ça sonne…",
    connecting: "Connexion…",
    inCall: (name) => `En appel avec ${name}`,
    missedCall: (name) => `Appel manqué de ${name}`,
    missedCalls: (count, who) => `${count} appels manqués de ${who}`,
  },

  notifications: {
    title: "Notifications",
    offer: "Ne manquez aucun appel.",
    offerWhy: "Laissez cet appareil vous dire qui appelle pendant que vous faites autre chose.",
    turnOn: "Activer",
    notNow: "Plus tard",
    granted: "Cet appareil vous dit qui appelle pendant que vous faites autre chose.",
    denied:
      "Ce navigateur bloque les notifications d’Earshot. Touchez l’icône à côté de l’adresse, ouvrez les réglages de la page et autorisez les notifications.",
    absent:
      "Ce navigateur ne peut pas vous signaler les appels. Sur un iPhone ou un iPad, ajoutez d’abord Earshot à l’écran d’accueil.",
  },

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};
