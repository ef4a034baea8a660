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

  call: {
    region: (name) => `Appel avec ${name}`,
    you: "Vous",
    mute: "Couper le micro",
    unmute: "Activer le micro",
    cameraOff: "Couper la caméra",
    cameraOn: "Activer la caméra",
    chat: "Discussion",
    hangUp: "Raccrocher",
    more: "Plus",
    flipCamera: "Changer de caméra",
    shareScreen: "Partager l’écran",
    stopSharing: "Arrêter le partage",
    stop: "Arrêter",
    speaker: "Haut-parleur",
    fill: "Remplir l’écran",
    fit: "Afficher toute l’image",
    pictureInPicture: "Image dans l’image",
    leavePictureInPicture: "Quitter l’image dans l’image",
    fullScreen: "Plein écran",
    leaveFullScreen: "Quitter le plein écran",
    reconnecting: "Reconnexion…",
    seconds: (n) => `${n} s`,
    isMuted: (name) => `${name} a coupé son micro`,
    theirCameraIsOff: "La caméra est coupée",
    youAreMuted: "Votre micro est coupé. Touchez « Activer le micro » pour être entendu.",
    youShare: "Vous partagez votre écran",
    screenOf: (name) => `Écran de ${name}`,
    tapToHear: (name) => `Touchez pour entendre ${name}`,
    unread: (n) => (n === 1 ? "1 nouveau message" : `${n} nouveaux messages`),
    enlargeYou: "Vous afficher en grand",
    enlarge: (name) => `Afficher ${name} en grand`,
    enlargeScreen: (name) => `Afficher l’écran de ${name} en grand`,
    movable: "Faites-la glisser vers un autre coin ou déplacez-la avec les flèches",
    speakerFailed:
      "Ce haut-parleur n’a pas pu être utilisé. Le son continue comme avant : choisissez-en un autre ou rebranchez-le.",
    pictureInPictureFailed: "La petite fenêtre n’a pas pu s’ouvrir. Réessayez une fois que l’image bouge.",
    fullScreenFailed: "Le navigateur n’a pas autorisé le plein écran.",
    said: {
      muted: "Micro coupé",
      unmuted: "Micro activé",
      cameraOff: "Caméra coupée",
      cameraOn: "Caméra activée",
      theyMuted: (name) => `${name} a désactivé le micro`,
      theyUnmuted: (name) => `${name} a réactivé le micro`,
      theirCameraOff: (name) => `${name} a désactivé la caméra`,
      theirCameraOn: (name) => `${name} a activé la caméra`,
      theyShare: (name) => `${name} partage son écran`,
      theyStopped: (name) => `${name} ne partage plus son écran`,
      shared: "Votre écran est partagé",
      stopped: "Votre écran n’est plus partagé",
      unheard: "Vous parlez, mais votre micro est coupé",
      betterAgain: "La connexion est de nouveau meilleure",
    },
  },

  quality: {
    good: "Bonne connexion",
    fair: "Connexion moyenne",
    poor: "Connexion faible",
    causes: {
      loss: "le réseau perd des paquets",
      delay: "le réseau tarde à répondre",
      cpu: "cet appareil est surchargé",
      bandwidth: "le réseau ne peut pas plus",
    },
    because: (connection, cause) => `${connection} : ${cause}`,
    title: "Connexion",
    roundTrip: "Aller-retour",
    loss: "Paquets perdus",
    jitter: "Gigue",
    received: "Son image",
    sent: "Votre image",
    noPicture: "Aucune",
    framesPerSecond: (n) => `${n} images/s`,
  },

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {
    title: "Raccourcis clavier",
    mute: "Couper ou activer le micro",
    camera: "Couper ou activer la caméra",
    chat: "Discussion",
    fullScreen: "Plein écran",
    escape: "Fermer, ou quitter le plein écran",
    list: "Cette liste",
    move: "Déplacer la petite image lorsqu’elle est sélectionnée",
    or: "ou",
    space: "Espace",
    arrows: "Flèches",
    esc: "Échap",
  },
};
