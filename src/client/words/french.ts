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

  ringing: {},

  notifications: {},

  call: {},

  quality: {},

  chat: {},

  devices: {
    insecure: "Cette page n’a pas été ouverte en HTTPS : le navigateur laisse donc la caméra et le micro fermés.",
    microphone: {
      forbidden:
        "Earshot n’a pas le droit d’utiliser votre micro. Autorisez-le dans les réglages du navigateur pour cette page ; en attendant, les appels fonctionnent sans.",
      missing: "Aucun micro n’a été trouvé. Branchez-en un, ou appelez sans.",
      taken: "Impossible d’ouvrir votre micro. Un autre programme l’utilise peut-être : fermez-le et réessayez.",
      failed: (error: string) => `Impossible d’ouvrir votre micro (${error}).`,
      stopped: "Votre micro s’est arrêté : il a été débranché, ou un autre programme l’a pris. On ne vous entend plus.",
      paused: "Cet appareil a mis votre micro en pause. On ne vous entend pas pour l’instant.",
    },
    camera: {
      forbidden:
        "Earshot n’a pas le droit d’utiliser votre caméra. Autorisez-le dans les réglages du navigateur pour cette page ; en attendant, les appels fonctionnent sans.",
      missing: "Aucune caméra n’a été trouvée. Branchez-en une, ou appelez sans.",
      taken: "Impossible d’ouvrir votre caméra. Un autre programme l’utilise peut-être : fermez-le et réessayez.",
      failed: (error: string) => `Impossible d’ouvrir votre caméra (${error}).`,
      stopped:
        "Votre caméra s’est arrêtée : elle a été débranchée, ou un autre programme l’a prise. On ne vous voit plus.",
      paused: "Cet appareil a mis votre caméra en pause. On ne vous voit pas pour l’instant.",
    },

    nowUsing: (label: string) => `Micro utilisé maintenant : ${label}.`,
    nowUsingAnother: "Un autre micro est utilisé maintenant.",
    screen: {
      forbidden:
        "Impossible de partager votre écran. Autorisez ce navigateur à enregistrer l’écran dans les réglages de l’appareil, puis réessayez.",
      failed: (error: string) =>
        `Impossible de partager votre écran (${error}). Réessayez, ou partagez une seule fenêtre.`,
    },
    toneFailed:
      "Impossible de jouer le son. Le haut-parleur est-il branché et allumé ? Choisissez-en un autre, ou réessayez.",
  },

  settings: {},

  shortcuts: {},
};
