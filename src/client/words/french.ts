import type { Words } from "./english.ts";

export const french: Words = {
  common: {
    close: "Fermer",
  },

  endings: {},

  notices: {},

  welcome: {
    title: "Appelez n’importe qui sur ce Wi-Fi",
    about: "Voyez qui est là et parlez-vous en face à face. Sans compte, et rien ne sort du bâtiment.",
    yourName: "Votre nom",
    nameRule: (most) => `Saisissez un nom de 1 à ${most} caractères.`,
    join: "Rejoindre",
    seeYourself: "Autorisez la caméra pour vous voir ici",
    devices: "Caméra et micro",
  },

  directory: {
    people: "Personnes à proximité",
    count: (people) => (people < 2 ? `${people} personne à proximité` : `${people} personnes à proximité`),
    call: (name) => `Appeler ${name}`,
    voiceCall: (name) => `Appel vocal avec ${name}`,
    phone: "Téléphone",
    tablet: "Tablette",
    computer: "Ordinateur",
    you: (name, state) => `${name}, c’est vous : ${state}`,
    available: "disponible",
    silent: "silencieux",
    doNotDisturb: "ne pas déranger",
    offline: "non connecté",
    recents: "Appels récents",
    missed: (calls) => (calls < 2 ? `${calls} manqué` : `${calls} manqués`),
    settings: "Réglages",
    stayReachable: "Rester joignable",
    asleepTitle: "Un téléphone en veille ne peut pas sonner.",
    asleep: "Gardez Earshot ouvert devant vous pour être appelé, ou laissez-le garder l’écran allumé, en veilleuse.",
    gotIt: "Compris",
    invite: "Inviter",
    nobody: "Personne d’autre n’est encore là",
    willAppear: "Toute personne qui ouvre Earshot sur ce Wi-Fi apparaît ici d’elle-même.",
    scan: "Les autres sur ce Wi-Fi peuvent scanner le code avec leur caméra ou ouvrir cette adresse :",
    searching: "Vous verrez qui est là dès que l’ordinateur sera trouvé.",
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
    title: "Réglages",
    save: "Enregistrer",
    saved: "Enregistré",
    devices: "Caméra et micro",
    camera: "Caméra",
    microphone: "Micro",
    speaker: "Haut-parleur",
    numbered: (device, number) => `${device} ${number}`,
    level: "Dites quelque chose : la barre bouge quand on vous entend.",
    testSpeaker: "Tester le haut-parleur",
    processing: "Son de votre micro",
    echoCancellation: "Supprimer l’écho",
    echoCancellationHint: "Pour que les autres ne s’entendent pas eux-mêmes.",
    noiseSuppression: "Réduire le bruit",
    noiseSuppressionHint: "Retire ventilateurs, circulation et frappe. À désactiver pour la musique.",
    autoGainControl: "Ajuster le volume",
    autoGainControlHint: "On vous entend aussi bien de près que de loin.",
    appearance: "Apparence",
    system: "Système",
    light: "Clair",
    dark: "Sombre",
    ringing: "Sonnerie",
    ringVolume: "Volume de la sonnerie",
    testRing: "Écouter la sonnerie",
    silent: "Mode silencieux",
    silentHint: "Les appels s’affichent et vibrent, mais sans son.",
    doNotDisturb: "Ne pas déranger",
    doNotDisturbHint: "Rien ne sonne. Qui vous appelle lit que vous êtes occupé.",
    notifications: "Notifications",
    notificationsOff: "Soyez averti des appels quand Earshot est en arrière-plan.",
    allowNotifications: "Autoriser les notifications",
    notificationsOn: "Vous êtes averti des appels quand Earshot est en arrière-plan.",
    notificationsDenied:
      "Elles sont bloquées. Pour être averti des appels en arrière-plan, autorisez les notifications de cette page dans les réglages du navigateur, à côté de l’adresse.",
    notificationsAbsent:
      "Ce navigateur ne peut pas en afficher pour cette page. Gardez Earshot ouvert devant vous pour être appelé.",
    language: "Langue",
    asBrowser: (language) => `Celle du navigateur (${language})`,
    about: "À propos",
    version: "Version",
    aboutHint: "Les appels restent sur votre propre réseau : sans compte, sans internet.",
    clear: "Tout effacer",
    clearHint:
      "Votre nom, les réglages et les appels récents de cet appareil sont effacés, et Earshot vous redemande votre nom. C’est irréversible.",
    clearSure: "Oui, tout effacer",
    keep: "Conserver",
  },

  shortcuts: {},
};
