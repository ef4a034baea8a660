import type { Words } from "./english.ts";

export const french: Words = {
  common: {
    close: "Fermer",
    you: "Vous",
    someone: "Quelqu’un",
    status: {
      available: "Disponible",
      busy: "En communication",
      away: "Absent",
      "do-not-disturb": "Ne pas déranger",
    },
  },

  parts: {
    sheet:
      "Le chargement a échoué\u00a0: l’ordinateur qui fait tourner Earshot est injoignable. Dès qu’il est de nouveau joignable, rechargez la page.",
    call: "Vous êtes en communication et pouvez parler, mais la vue de l’appel n’a pas pu être chargée\u00a0: l’ordinateur qui fait tourner Earshot est injoignable.",
  },

  endings: {
    youHungUp: "Vous avez raccroché",
    hungUp: (name) => `${name} a raccroché`,
    failed: {
      isolated: (name) =>
        `Impossible de joindre ${name}\u00a0: ce Wi-Fi isole les appareils les uns des autres, comme le font les réseaux invités. Utilisez un autre Wi-Fi, ou le partage de connexion d’un de vos téléphones.`,
      "other-network": (name) =>
        `Impossible de joindre ${name}\u00a0: les deux appareils sont sur des réseaux différents. Connectez-les au même Wi-Fi, puis rappelez.`,
      "no-address": (name) =>
        `Impossible de joindre ${name}\u00a0: les appareils n’ont pas pu se trouver. Autorisez le micro sur les deux, puis rappelez.`,
      "this-browser": (name) =>
        `Impossible de joindre ${name}\u00a0: ce navigateur ne sait pas téléphoner. Utilisez Chrome, Edge, Firefox ou Safari. Le mode Isolement interdit aussi les appels\u00a0: désactivez-le pour cette page.`,
      "their-browser": (name) =>
        `Impossible de joindre ${name}\u00a0: son navigateur ne sait pas téléphoner. Écrivez-lui, ou demandez-lui d’utiliser Chrome, Edge, Firefox ou Safari.`,
      unknown: (name) =>
        `Impossible de joindre ${name}. Les deux appareils sont-ils sur le même Wi-Fi\u00a0? Les réseaux invités isolent souvent les appareils.`,
    },
    lost: (name) => `La connexion avec ${name} a été perdue`,
    continuedElsewhere: "Poursuivi ailleurs",
    moved: (name) => `${name} continue sur un autre appareil`,
    declined: (name) => `${name} a refusé l’appel`,
    busy: (name) => `La ligne de ${name} est occupée`,
    noAnswer: (name) => `${name} n’a pas répondu`,
    gone: (name) => `${name} n’est plus là`,
    tooFast: (name) => `Vous avez appelé ${name} de nombreuses fois. Attendez une minute avant de rappeler.`,
  },

  notices: {
    dismiss: "Ignorer",
    peerUnknown: "Cette personne n’est plus là",
    notRemembered:
      "Ce navigateur ne retient rien pour Earshot, qui reposera donc ses questions la prochaine fois. C’est le cas en navigation privée, ou si les données de sites sont bloquées.",
    languageNotLoaded:
      "Les mots de cette langue n’ont pas pu être chargés\u00a0: l’ordinateur qui héberge Earshot est injoignable. Réessayez dans un instant.",
    screenGoesOff:
      "Ce navigateur n’a pas pu garder l’écran allumé. La batterie est-elle faible\u00a0? Les réglages de l’appareil permettent de laisser l’écran allumé plus longtemps.",
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
    write: (name) => `Écrire à ${name}`,
    writeUnread: (name, unread) => `Écrire à ${name}, ${unread} non lus`,
    phone: "Téléphone",
    tablet: "Tablette",
    computer: "Ordinateur",
    you: (name, state) => `${name}, c’est vous\u00a0: ${state}`,
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
    scan: "Les autres sur ce Wi-Fi peuvent scanner le code avec leur appareil photo ou ouvrir cette adresse\u00a0:",
    searching: "Vous verrez qui est là dès que l’ordinateur sera trouvé.",
  },

  search: {
    label: "Rechercher une personne",
    clear: "Effacer la recherche",
    found: (people) => (people === 1 ? "1 personne trouvée" : `${people} personnes trouvées`),
    none: (typed) => `Personne ici ne s’appelle «\u00a0${typed}\u00a0»`,
  },

  alike: {
    mark: (code) => `Nom ressemblant, code ${code}`,
    title: "Quelqu’un ici a un nom qui ressemble au vôtre.",
    about: (code) =>
      `Pour que personne n’appelle par erreur, les autres voient le code ${code} à côté de votre nom. Donnez-le à ceux qui veulent vous appeler, ou ajoutez un nom de famille.`,
    change: "Changer de nom",
    calling: (code) => `Quelqu’un d’autre ici a un nom ressemblant. Le code de la personne qui appelle est ${code}.`,
    called: (code) => `Quelqu’un d’autre ici a un nom ressemblant. Vous appelez le code ${code}.`,
    yours: (code) => `Votre code est ${code}.`,
    yoursHint: "Les autres le voient à côté de votre nom tant qu’une personne au nom ressemblant est là.",
  },

  blocked: {
    status: "Personne bloquée",
    block: (name) => `Bloquer ${name}`,
    blockShort: "Bloquer",
    unblock: (name) => `Débloquer ${name}`,
    unblockShort: "Débloquer",
    title: "Personnes bloquées",
    about:
      "Leurs appels ne sonnent pas ici, et elles n’en sont pas averties\u00a0: elles entendent sonner jusqu’à ce qu’elles renoncent. Une personne bloquée qui revient sous une nouvelle identité peut de nouveau appeler.",
    nobody: "Vous n’avez bloqué personne.",
    choose: "Bloquer quelqu’un qui est là",
    choosing: "Qui ne doit pas pouvoir vous appeler\u00a0?",
    cancel: "Annuler",
    more: (people) =>
      people === 1 ? "Et 1 autre\u00a0: saisissez un nom." : `Et ${people} autres\u00a0: saisissez un nom.`,
    alone: "Il n’y a personne d’autre ici à bloquer.",
    done: (name) => `Vous avez bloqué ${name}. Vous pouvez changer cela dans les réglages.`,
    most: (people) =>
      `Vous avez bloqué ${people} personnes, c’est le maximum. Débloquez d’abord quelqu’un dans les réglages.`,
    moreAbout: (name) => `Plus sur ${name}`,
    hint: "Ses appels ne sonneront plus ici, sans que la personne en soit avertie.",
  },

  full: {
    title: "Earshot est complet pour le moment",
    about:
      "L’ordinateur qui le fait tourner n’a pas de place pour une personne de plus. Vous entrerez dès qu’il y en aura\u00a0: cette page réessaie d’elle-même.",
    tryNow: "Essayer maintenant",
    trying: "Essai en cours…",
  },

  recents: {
    title: "Appels récents",
    empty: "Aucun appel pour l’instant. Les appels passés, reçus et manqués s’afficheront ici.",
    notHereNow: "Pas là pour l’instant",
    ringBack: (name) => `Rappeler ${name}`,
    ringBackShort: "Rappeler",
    clear: "Effacer la liste",
    clearSure: "Tout effacer\u00a0?",
    missed: "Appel manqué",
    incoming: "Appel entrant",
    outgoing: "Appel sortant",
    youDeclined: "Refusé par vous",
    outcome: {
      "too-fast": "Appels trop fréquents",
      declined: "Refusé",
      busy: "Occupé",
      "no-answer": "Sans réponse",
      gone: "N’était pas là",
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
    none: "Aucun autre appareil ne peut ouvrir Earshot pour l’instant\u00a0: l’ordinateur qui l’héberge n’est sur aucun réseau, ou est réglé pour ne servir que lui-même.",
    how: "Sur ce Wi-Fi, les autres peuvent scanner le code avec leur appareil photo, ou ouvrir cette adresse\u00a0:",
    codeOf: (address) => `Code QR de ${address}`,
    notDrawn: "Le code n’a pas pu être dessiné\u00a0: l’ordinateur est injoignable. L’adresse convient tout autant.",
    share: "Partager",
    copy: "Copier",
    copied: "Copié",
    notCopied:
      "La copie a échoué\u00a0: maintenez le doigt sur l’adresse pour la sélectionner, ou lisez-la à voix haute.",
    notShared: "Le partage n’a pas fonctionné ici. Copiez l’adresse, ou faites scanner le code.",
    others: "Si elle ne s’ouvre pas\u00a0: autres adresses",
    addresses: "Adresses",
    message: "Rejoignez-moi sur Earshot. Il faut être sur le même Wi-Fi.",
  },

  trouble: {
    connecting: "Recherche de l’ordinateur qui héberge Earshot…",
    offline: "Recherche de l’ordinateur qui héberge Earshot… Cet appareil est-il sur le même Wi-Fi\u00a0?",
    unreachable: "L’ordinateur qui héberge Earshot est injoignable.",
    refused:
      "L’ordinateur qui héberge Earshot répond, mais refuse à cet appareil sa connexion en direct. Le certificat n’est peut-être approuvé qu’à moitié, ou un VPN s’interpose.",
    moved: "*L’ordinateur qui héberge Earshot a changé d’adresse.* Continuez ici\u00a0:",
    askedAgain: "Votre nom vous sera demandé encore une fois.",
    thisComputer: "Il s’agit de cet ordinateur\u00a0: Earshot y tourne-t-il encore\u00a0?",
    sameWifi: "Cet appareil est-il sur le même Wi-Fi que l’ordinateur\u00a0?",
    running: "L’ordinateur est-il allumé, et Earshot y tourne-t-il\u00a0?",
    elsewhere: "A-t-il changé d’adresse\u00a0? Essayez",
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
    youAreMuted: "Votre micro est coupé. Touchez «\u00a0Activer le micro\u00a0» pour être entendu.",
    youShare: "Vous partagez votre écran",
    screenOf: (name) => `Écran de ${name}`,
    tapToHear: (name) => `Touchez pour entendre ${name}`,
    unread: (n) => (n === 1 ? "1 nouveau message" : `${n} nouveaux messages`),
    enlargeYou: "Vous afficher en grand",
    enlarge: (name) => `Afficher ${name} en grand`,
    enlargeScreen: (name) => `Afficher l’écran de ${name} en grand`,
    movable: "Faites-la glisser vers un autre coin ou déplacez-la avec les flèches",
    speakerFailed:
      "Ce haut-parleur n’a pas pu être utilisé. Le son continue comme avant\u00a0: choisissez-en un autre ou rebranchez-le.",
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
    because: (connection, cause) => `${connection}\u00a0: ${cause}`,
    title: "Connexion",
    roundTrip: "Aller-retour",
    loss: "Paquets perdus",
    jitter: "Gigue",
    received: "Son image",
    sent: "Votre image",
    noPicture: "Aucune",
    framesPerSecond: (n) => `${n} images/s`,
  },

  devices: {
    insecure: "Cette page n’a pas été ouverte en HTTPS\u00a0: le navigateur laisse donc la caméra et le micro fermés.",
    microphone: {
      forbidden:
        "Earshot n’a pas le droit d’utiliser votre micro. Autorisez-le dans les réglages du navigateur pour cette page\u00a0; en attendant, les appels fonctionnent sans.",
      missing: "Aucun micro n’a été trouvé. Branchez-en un, ou appelez sans.",
      taken: "Impossible d’ouvrir votre micro. Un autre programme l’utilise peut-être\u00a0: fermez-le et réessayez.",
      failed: (error: string) => `Impossible d’ouvrir votre micro (${error}).`,
      stopped:
        "Votre micro s’est arrêté\u00a0: il a été débranché, ou un autre programme l’a pris. On ne vous entend plus.",
      paused: "Cet appareil a mis votre micro en pause. On ne vous entend pas pour l’instant.",
    },
    camera: {
      forbidden:
        "Earshot n’a pas le droit d’utiliser votre caméra. Autorisez-le dans les réglages du navigateur pour cette page\u00a0; en attendant, les appels fonctionnent sans.",
      missing: "Aucune caméra n’a été trouvée. Branchez-en une, ou appelez sans.",
      taken: "Impossible d’ouvrir votre caméra. Un autre programme l’utilise peut-être\u00a0: fermez-le et réessayez.",
      failed: (error: string) => `Impossible d’ouvrir votre caméra (${error}).`,
      stopped:
        "Votre caméra s’est arrêtée\u00a0: elle a été débranchée, ou un autre programme l’a prise. On ne vous voit plus.",
      paused: "Cet appareil a mis votre caméra en pause. On ne vous voit pas pour l’instant.",
    },

    nowUsing: (label: string) => `Micro utilisé maintenant\u00a0: ${label}.`,
    nowUsingAnother: "Un autre micro est utilisé maintenant.",
    screen: {
      forbidden:
        "Impossible de partager votre écran. Autorisez ce navigateur à enregistrer l’écran dans les réglages de l’appareil, puis réessayez.",
      failed: (error: string) =>
        `Impossible de partager votre écran (${error}). Réessayez, ou partagez une seule fenêtre.`,
    },
    toneFailed:
      "Impossible de jouer le son. Le haut-parleur est-il branché et allumé\u00a0? Choisissez-en un autre, ou réessayez.",
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
    level: "Dites quelque chose\u00a0: la barre bouge quand on vous entend.",
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
    version: "version",
    aboutHint: "Les appels restent sur votre propre réseau\u00a0: sans compte, sans internet.",
    clear: "Tout effacer",
    clearHint:
      "Votre nom, les réglages et les appels récents de cet appareil sont effacés, et Earshot vous redemande votre nom. C’est irréversible.",
    clearSure: "Oui, tout effacer",
    keep: "Conserver",
  },

  shortcuts: {
    title: "Raccourcis clavier",
    mute: "Couper ou activer le micro",
    camera: "Couper ou activer la caméra",
    chat: "Discussion",
    fullScreen: "Plein écran",
    escape: "Fermer, ou quitter le plein écran",
    search: "Rechercher une personne",
    list: "Cette liste",
    move: "Déplacer la petite image lorsqu’elle est sélectionnée",
    or: "ou",
    space: "Espace",
    arrows: "Flèches",
    esc: "Échap",
  },

  leaving: {
    title: "Quitter l’appel\u00a0?",
    about: (name) => `Revenir en arrière met fin à l’appel avec ${name}.`,
    hangUp: "Raccrocher",
    stay: "Rester",
  },

  elsewhere: {
    title: "Earshot est ouvert dans un autre onglet ou une autre fenêtre",
    about: "Les appels ne sonnent qu’à un seul endroit à la fois.",
    useHere: "Utiliser ici",
  },

  reachable: {
    title: "Rester joignable",
    looking: "Recherche de l’ordinateur…",
    canBeCalled: (name) => `${name} est joignable`,
    missed: (count) => (count < 2 ? `${count} appel manqué` : `${count} appels manqués`),
    screenStaysOn: "L’écran reste allumé. Si l’attente est longue, branchez le chargeur.",
    back: "Touchez l’écran pour revenir",
  },
};
