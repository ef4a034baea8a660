import type { Words } from "./english.ts";

export const french: Words = {
  common: {
    close: "Fermer",
    you: "Vous",
    someone: "Quelqu'un",
    status: {
      available: "Disponible",
      busy: "En communication",
      away: "Absent",
      "do-not-disturb": "Ne pas déranger",
    },
  },

  parts: {
    sheet:
      "Le chargement a échoué : l’ordinateur qui fait tourner Earshot est injoignable. Dès qu’il est de nouveau joignable, rechargez la page.",
    call: "Vous êtes en communication et pouvez parler, mais la vue de l’appel n’a pas pu être chargée : l’ordinateur qui fait tourner Earshot est injoignable.",
  },

  endings: {
    youHungUp: "Vous avez raccroché",
    hungUp: (name) => `${name} a raccroché`,
    failed: {
      isolated: (name) =>
        `Impossible de joindre ${name}\u00a0: ce Wi-Fi isole les appareils les uns des autres, comme le font les réseaux invités. Utilisez un autre Wi-Fi, ou le partage de connexion d'un de vos téléphones.`,
      "other-network": (name) =>
        `Impossible de joindre ${name}\u00a0: les deux appareils sont sur des réseaux différents. Connectez-les au même Wi-Fi, puis rappelez.`,
      "no-address": (name) =>
        `Impossible de joindre ${name}\u00a0: les appareils n'ont pas pu se trouver. Autorisez le micro sur les deux, puis rappelez.`,
      unknown: (name) =>
        `Impossible de joindre ${name}. Les deux appareils sont-ils sur le même Wi-Fi\u00a0? Les réseaux invités isolent souvent les appareils.`,
    },
    lost: (name) => `La connexion avec ${name} a été perdue`,
    continuedElsewhere: "Poursuivi ailleurs",
    moved: (name) => `${name} continue sur un autre appareil`,
    declined: (name) => `${name} a refusé l'appel`,
    busy: (name) => `La ligne de ${name} est occupée`,
    noAnswer: (name) => `${name} n'a pas répondu`,
    gone: (name) => `${name} n'est plus là`,
  },

  notices: {
    dismiss: "Ignorer",
    peerUnknown: "Cette personne n'est plus là",
    notRemembered:
      "Ce navigateur ne retient rien pour Earshot, qui reposera donc ses questions la prochaine fois. C'est le cas en navigation privée, ou si les données de sites sont bloquées.",
    languageNotLoaded:
      "Les mots de cette langue n'ont pas pu être chargés\u00a0: l'ordinateur qui héberge Earshot est injoignable. Réessayez dans un instant.",
    screenGoesOff:
      "Ce navigateur n'a pas pu garder l'écran allumé. La batterie est-elle faible\u00a0? Les réglages de l'appareil permettent de laisser l'écran allumé plus longtemps.",
  },

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

  recents: {
    title: "Appels récents",
    empty: "Aucun appel pour l'instant. Les appels passés, reçus et manqués s'afficheront ici.",
    notHereNow: "Pas là pour l'instant",
    ringBack: (name) => `Rappeler ${name}`,
    ringBackShort: "Rappeler",
    clear: "Effacer la liste",
    clearSure: "Tout effacer\u00a0?",
    missed: "Appel manqué",
    incoming: "Appel entrant",
    outgoing: "Appel sortant",
    youDeclined: "Refusé par vous",
    outcome: {
      declined: "Refusé",
      busy: "Occupé",
      "no-answer": "Sans réponse",
      gone: "N'était pas là",
      cancelled: "Annulé",
      failed: "Connexion impossible",
      lost: "Connexion perdue",
      replaced: "Poursuivi sur un autre appareil",
    },
    lasting: (what, length) => `${what}, ${length}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
  },

  invite: {
    title: "Inviter",
    none: "Aucun autre appareil ne peut ouvrir Earshot pour l'instant\u00a0: l'ordinateur qui l'héberge n'est sur aucun réseau, ou est réglé pour ne servir que lui-même.",
    how: "Sur ce Wi-Fi, les autres peuvent scanner le code avec leur appareil photo, ou ouvrir cette adresse\u00a0:",
    codeOf: (address) => `Code QR de ${address}`,
    notDrawn: "Le code n'a pas pu être dessiné\u00a0: l'ordinateur est injoignable. L'adresse convient tout autant.",
    share: "Partager",
    copy: "Copier",
    copied: "Copié",
    notCopied:
      "La copie a échoué\u00a0: maintenez le doigt sur l'adresse pour la sélectionner, ou lisez-la à voix haute.",
    notShared: "Le partage n'a pas fonctionné ici. Copiez l'adresse, ou faites scanner le code.",
    others: "Si elle ne s'ouvre pas\u00a0: autres adresses",
    addresses: "Adresses",
    message: "Rejoignez-moi sur Earshot. Il faut être sur le même Wi-Fi.",
  },

  trouble: {
    connecting: "Recherche de l'ordinateur qui héberge Earshot…",
    offline: "Recherche de l'ordinateur qui héberge Earshot… Cet appareil est-il sur le même Wi-Fi\u00a0?",
    unreachable: "L'ordinateur qui héberge Earshot est injoignable.",
    refused:
      "L'ordinateur qui héberge Earshot répond, mais refuse à cet appareil sa connexion en direct. Le certificat n'est peut-être approuvé qu'à moitié, ou un VPN s'interpose.",
    moved: "*L'ordinateur qui héberge Earshot a changé d'adresse.* Continuez ici\u00a0:",
    askedAgain: "Votre nom vous sera demandé encore une fois.",
    thisComputer: "Il s'agit de cet ordinateur\u00a0: Earshot y tourne-t-il encore\u00a0?",
    sameWifi: "Cet appareil est-il sur le même Wi-Fi que l'ordinateur\u00a0?",
    running: "L'ordinateur est-il allumé, et Earshot y tourne-t-il\u00a0?",
    elsewhere: "A-t-il changé d'adresse\u00a0? Essayez",
    thisPage: "Si tout cela est en ordre, *cette page* dira peut-être ce qui ne va pas.",
  },

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
    calling: (name) => `Appel de ${name}`,
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

  chat: {
    title: "Discussion",
    hint: (name) => `Ce que vous écrivez n'est lu que par ${name}, et disparaît à la fin de l'appel.`,
    says: (name) => `${name}\u00a0:`,
    message: "Message",
    send: "Envoyer",
    notSent:
      "Votre message n'a pas été envoyé\u00a0: la connexion n'est pas établie. Veuillez le renvoyer dans un instant.",
  },

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

  leaving: {
    title: "Quitter l'appel\u00a0?",
    about: (name) => `Revenir en arrière met fin à l'appel avec ${name}.`,
    hangUp: "Raccrocher",
    stay: "Rester",
  },

  elsewhere: {
    title: "Earshot est ouvert dans un autre onglet ou une autre fenêtre",
    about: "Les appels ne sonnent qu'à un seul endroit à la fois.",
    useHere: "Utiliser ici",
  },

  reachable: {
    title: "Rester joignable",
    looking: "Recherche de l'ordinateur…",
    canBeCalled: (name) => `${name} est joignable`,
    missed: (count) => (count < 2 ? `${count} appel manqué` : `${count} appels manqués`),
    screenStaysOn: "L'écran reste allumé. Si l'attente est longue, branchez le chargeur.",
    back: "Touchez l'écran pour revenir",
  },
};
