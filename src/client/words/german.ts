import type { Words } from "./english.ts";

export const german: Words = {
  common: {
    close: "Schließen",
    you: "Du",
    someone: "Jemand",
    status: {
      available: "Erreichbar",
      busy: "Im Gespräch",
      away: "Abwesend",
      "do-not-disturb": "Nicht stören",
    },
  },

  parts: {
    sheet:
      "Das konnte nicht geladen werden: Der Laptop, auf dem Earshot läuft, ist nicht erreichbar. Lade die Seite neu, sobald er es wieder ist.",
    call: "Ihr seid verbunden und könnt sprechen, aber die Ansicht des Anrufs konnte nicht geladen werden: Der Laptop, auf dem Earshot läuft, ist nicht erreichbar.",
  },

  endings: {
    youHungUp: "Du hast aufgelegt",
    hungUp: (name) => `${name} hat aufgelegt`,
    failed: {
      isolated: (name) =>
        `Keine Verbindung zu ${name}: Dieses WLAN trennt die Geräte voneinander, wie es Gastnetze tun. Nutzt ein anderes WLAN oder den Hotspot von einem eurer Handys.`,
      "other-network": (name) =>
        `Keine Verbindung zu ${name}: Die beiden Geräte sind in verschiedenen Netzen. Verbindet beide mit demselben WLAN und ruf noch einmal an.`,
      "no-address": (name) =>
        `Keine Verbindung zu ${name}: Die Geräte konnten einander nicht finden. Erlaubt auf beiden das Mikrofon und ruf noch einmal an.`,
      "this-browser": (name) =>
        `Keine Verbindung zu ${name}: Dieser Browser kann nicht telefonieren. Nimm Chrome, Edge, Firefox oder Safari. Auch der Blockierungsmodus verbietet Anrufe: Schalte ihn für diese Seite aus.`,
      "their-browser": (name) =>
        `Keine Verbindung zu ${name}: Der Browser dort kann nicht telefonieren. Schreib stattdessen, oder bitte darum, Chrome, Edge, Firefox oder Safari zu nehmen.`,
      unknown: (name) =>
        `Keine Verbindung zu ${name}. Sind beide Geräte im selben WLAN? Gastnetze trennen Geräte oft voneinander.`,
    },
    lost: (name) => `Die Verbindung zu ${name} ist abgebrochen`,
    continuedElsewhere: "Woanders fortgesetzt",
    moved: (name) => `${name} ist auf ein anderes Gerät gewechselt`,
    declined: (name) => `${name} hat abgelehnt`,
    busy: (name) => `Bei ${name} ist besetzt`,
    noAnswer: (name) => `${name} ist nicht rangegangen`,
    gone: (name) => `${name} ist nicht mehr da`,
    tooFast: (name) => `Du hast ${name} sehr oft angerufen. Warte eine Minute, bevor du es wieder versuchst.`,
  },

  notices: {
    dismiss: "Ausblenden",
    peerUnknown: "Diese Person ist nicht mehr da",
    notRemembered:
      "Dieser Browser merkt sich nichts für Earshot, darum fragt es beim nächsten Mal wieder. Das liegt an einem privaten Fenster oder an blockierten Websitedaten.",
    languageNotLoaded:
      "Die Wörter dieser Sprache ließen sich nicht laden: Der Laptop, auf dem Earshot läuft, ist nicht erreichbar. Versuch es gleich noch einmal.",
    screenGoesOff:
      "Dieser Browser konnte den Bildschirm nicht anlassen. Ist der Akku fast leer? In den Einstellungen des Geräts kannst du den Bildschirm länger anlassen.",
  },

  welcome: {
    title: "Ruf alle in diesem WLAN an",
    about:
      "Sieh, wer da ist, und sprich mit ihnen, von Angesicht zu Angesicht. Ohne Konto, und nichts verlässt das Haus.",
    yourName: "Dein Name",
    nameRule: (most) => `Gib bitte einen Namen mit 1 bis ${most} Zeichen ein.`,
    join: "Beitreten",
    seeYourself: "Erlaube die Kamera, um dich hier zu sehen",
    devices: "Kamera und Mikrofon",
  },

  directory: {
    people: "Personen in der Nähe",
    count: (people) => (people === 1 ? "1 Person in der Nähe" : `${people} Personen in der Nähe`),
    call: (name) => `${name} anrufen`,
    voiceCall: (name) => `Sprachanruf mit ${name}`,
    write: (name) => `${name} schreiben`,
    writeUnread: (name, unread) => `${name} schreiben, ${unread} ungelesen`,
    phone: "Handy",
    tablet: "Tablet",
    computer: "Computer",
    you: (name, state) => `${name}, das bist du: ${state}`,
    available: "erreichbar",
    silent: "stumm",
    doNotDisturb: "nicht stören",
    offline: "nicht verbunden",
    recents: "Anrufliste",
    missed: (calls) => `${calls} verpasst`,
    settings: "Einstellungen",
    stayReachable: "Erreichbar bleiben",
    asleepTitle: "Ein Handy im Ruhezustand kann nicht klingeln.",
    asleep:
      "Lass Earshot vor dir offen, um angerufen zu werden, oder lass es den Bildschirm gedimmt eingeschaltet halten.",
    gotIt: "Verstanden",
    invite: "Einladen",
    nobody: "Noch ist niemand sonst da",
    willAppear: "Wer in diesem WLAN Earshot öffnet, erscheint hier von selbst.",
    scan: "Lass andere in diesem WLAN den Code mit der Kamera scannen oder diese Adresse öffnen:",
    searching: "Du siehst, wer da ist, sobald der Laptop gefunden ist.",
  },

  search: {
    label: "Personen suchen",
    clear: "Suche löschen",
    found: (people) => (people === 1 ? "1 Person gefunden" : `${people} Personen gefunden`),
    none: (typed) => `Hier heißt niemand „${typed}“`,
  },

  alike: {
    mark: (code) => `Ähnlicher Name, Code ${code}`,
    title: "Hier hat jemand einen ähnlichen Namen wie du.",
    about: (code) =>
      `Damit niemand die falsche Person anruft, sehen die anderen neben deinem Namen den Code ${code}. Nenn ihn denen, die dich anrufen wollen, oder gib noch einen Nachnamen an.`,
    change: "Namen ändern",
    calling: (code) => `Hier hat noch jemand einen ähnlichen Namen. Der Code dieser Person ist ${code}.`,
    called: (code) => `Hier hat noch jemand einen ähnlichen Namen. Du rufst die Person mit dem Code ${code} an.`,
    yours: (code) => `Dein Code ist ${code}.`,
    yoursHint: "Die anderen sehen ihn neben deinem Namen, solange jemand mit einem ähnlichen Namen da ist.",
  },

  blocked: {
    status: "Blockiert",
    block: (name) => `${name} blockieren`,
    blockShort: "Blockieren",
    unblock: (name) => `Blockierung von ${name} aufheben`,
    unblockShort: "Freigeben",
    title: "Blockierte Personen",
    about:
      "Ihre Anrufe klingeln hier nicht, und sie erfahren es nicht: Bei ihnen läutet es, bis sie aufgeben. Wer blockiert ist und als jemand Neues wiederkommt, kann wieder anrufen.",
    nobody: "Du hast niemanden blockiert.",
    choose: "Jemanden blockieren, der da ist",
    choosing: "Wer soll dich nicht anrufen können?",
    cancel: "Abbrechen",
    more: (people) =>
      people === 1 ? "Und 1 weitere Person: Gib einen Namen ein." : `Und ${people} weitere: Gib einen Namen ein.`,
    alone: "Sonst ist niemand da, den du blockieren könntest.",
    done: (name) => `${name} ist blockiert. In den Einstellungen kannst du das ändern.`,
    most: (people) =>
      `Du hast ${people} Personen blockiert, mehr geht nicht. Gib in den Einstellungen zuerst jemanden frei.`,
    moreAbout: (name) => `Mehr zu ${name}`,
    hint: "Anrufe dieser Person klingeln hier nicht mehr, und sie erfährt es nicht.",
  },

  full: {
    title: "Earshot ist gerade voll",
    about:
      "Auf dem Laptop, auf dem es läuft, ist kein Platz für noch eine Person. Sobald wieder Platz ist, kommst du herein: Diese Seite versucht es von selbst weiter.",
    tryNow: "Jetzt versuchen",
    trying: "Versuch läuft…",
  },

  recents: {
    title: "Letzte Anrufe",
    empty: "Noch keine Anrufe. Hier stehen später alle, die du machst, annimmst und verpasst.",
    notHereNow: "Gerade nicht da",
    ringBack: (name) => `${name} zurückrufen`,
    ringBackShort: "Zurückrufen",
    clear: "Liste löschen",
    clearSure: "Wirklich alle löschen?",
    missed: "Verpasster Anruf",
    incoming: "Eingehender Anruf",
    outgoing: "Ausgehender Anruf",
    youDeclined: "Von dir abgelehnt",
    outcome: {
      "too-fast": "Zu oft angerufen",
      declined: "Abgelehnt",
      busy: "Besetzt",
      "no-answer": "Nicht angenommen",
      gone: "War nicht da",
      cancelled: "Abgebrochen",
      failed: "Keine Verbindung",
      lost: "Verbindung abgebrochen",
      replaced: "Auf anderem Gerät fortgesetzt",
    },
    lasting: (what, length) => `${what}, ${length}`,
    dayAndTime: (day, time) => `${day}, ${time}`,
  },

  invite: {
    title: "Einladen",
    none: "Gerade kann kein anderes Gerät Earshot öffnen: Der Laptop, auf dem es läuft, ist in keinem Netz oder soll nur für sich selbst da sein.",
    how: "Lass andere in diesem WLAN den Code mit der Kamera scannen oder diese Adresse öffnen:",
    codeOf: (address) => `QR-Code für ${address}`,
    notDrawn: "Der Code ließ sich nicht zeichnen: Der Laptop ist nicht erreichbar. Die Adresse hilft genauso.",
    share: "Teilen",
    copy: "Kopieren",
    copied: "Kopiert",
    notCopied: "Das Kopieren hat nicht geklappt: Halte die Adresse gedrückt, um sie auszuwählen, oder lies sie vor.",
    notShared: "Das Teilen hat hier nicht geklappt. Kopiere die Adresse oder lass andere den Code scannen.",
    others: "Wenn sich das nicht öffnet: andere Adressen",
    addresses: "Adressen",
    message: "Komm zu mir auf Earshot. Du musst dafür im selben WLAN sein.",
  },

  trouble: {
    connecting: "Der Laptop, auf dem Earshot läuft, wird gesucht…",
    offline: "Der Laptop, auf dem Earshot läuft, wird gesucht… Ist dieses Gerät im selben WLAN?",
    unreachable: "Der Laptop, auf dem Earshot läuft, ist nicht erreichbar.",
    refused:
      "Der Laptop, auf dem Earshot läuft, antwortet, verweigert diesem Gerät aber die Live-Verbindung. Vielleicht wird dem Zertifikat nur halb vertraut, oder ein VPN ist dazwischen.",
    moved: "*Der Laptop, auf dem Earshot läuft, hat jetzt eine andere Adresse.* Dort geht es weiter:",
    askedAgain: "Du wirst noch einmal nach deinem Namen gefragt.",
    thisComputer: "Das ist dieser Computer: Läuft Earshot noch darauf?",
    sameWifi: "Ist dieses Gerät im selben WLAN wie der Laptop?",
    running: "Ist der Laptop an, und läuft Earshot darauf?",
    elsewhere: "Hat er jetzt eine andere Adresse? Versuch es mit",
    thisPage: "Wenn das alles stimmt, kann *diese Seite* vielleicht sagen, woran es liegt.",
  },

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

  call: {
    region: (name) => `Anruf mit ${name}`,
    you: "Du",
    mute: "Stumm",
    unmute: "Ton an",
    cameraOff: "Kamera aus",
    cameraOn: "Kamera an",
    chat: "Chat",
    hangUp: "Auflegen",
    more: "Mehr",
    flipCamera: "Kamera wechseln",
    shareScreen: "Bildschirm teilen",
    stopSharing: "Teilen beenden",
    stop: "Beenden",
    speaker: "Lautsprecher",
    fill: "Bildschirm ausfüllen",
    fit: "Ganzes Bild zeigen",
    pictureInPicture: "Bild im Bild",
    leavePictureInPicture: "Bild im Bild beenden",
    fullScreen: "Vollbild",
    leaveFullScreen: "Vollbild beenden",
    reconnecting: "Verbindung wird wiederhergestellt …",
    seconds: (n) => `${n} s`,
    isMuted: (name) => `${name} ist stumm`,
    theirCameraIsOff: "Kamera ist aus",
    youAreMuted: "Du bist stumm. Tippe auf „Ton an“, damit man dich hört.",
    youShare: "Du teilst deinen Bildschirm",
    screenOf: (name) => `Bildschirm von ${name}`,
    tapToHear: (name) => `Tippen, um ${name} zu hören`,
    unread: (n) => (n === 1 ? "1 neue Nachricht" : `${n} neue Nachrichten`),
    enlargeYou: "Dich groß zeigen",
    enlarge: (name) => `${name} groß zeigen`,
    enlargeScreen: (name) => `Bildschirm von ${name} groß zeigen`,
    movable: "In eine andere Ecke ziehen oder mit den Pfeiltasten bewegen",
    speakerFailed:
      "Dieser Lautsprecher ließ sich nicht verwenden. Der Ton läuft weiter wie bisher: Wähle einen anderen oder stecke ihn neu ein.",
    pictureInPictureFailed:
      "Das kleine Fenster ließ sich nicht öffnen. Versuche es noch einmal, sobald sich das Bild bewegt.",
    fullScreenFailed: "Der Browser hat das Vollbild nicht erlaubt.",
    said: {
      muted: "Mikrofon aus",
      unmuted: "Mikrofon an",
      cameraOff: "Kamera aus",
      cameraOn: "Kamera an",
      theyMuted: (name) => `${name} hat das Mikrofon ausgeschaltet`,
      theyUnmuted: (name) => `${name} hat das Mikrofon eingeschaltet`,
      theirCameraOff: (name) => `${name} hat die Kamera ausgeschaltet`,
      theirCameraOn: (name) => `${name} hat die Kamera eingeschaltet`,
      theyShare: (name) => `${name} teilt den Bildschirm`,
      theyStopped: (name) => `${name} teilt den Bildschirm nicht mehr`,
      shared: "Dein Bildschirm wird geteilt",
      stopped: "Dein Bildschirm wird nicht mehr geteilt",
      unheard: "Du sprichst, aber dein Mikrofon ist aus",
      betterAgain: "Die Verbindung ist wieder besser",
    },
  },

  quality: {
    good: "Gute Verbindung",
    fair: "Mäßige Verbindung",
    poor: "Schwache Verbindung",
    causes: {
      loss: "Im Netz gehen Pakete verloren",
      delay: "Das Netz antwortet langsam",
      cpu: "Dieses Gerät ist ausgelastet",
      bandwidth: "Das Netz schafft nicht mehr",
    },
    because: (connection, cause) => `${connection}: ${cause}`,
    title: "Verbindung",
    roundTrip: "Hin und zurück",
    loss: "Verlorene Pakete",
    jitter: "Jitter",
    received: "Bild von drüben",
    sent: "Dein Bild",
    noPicture: "Keines",
    framesPerSecond: (n) => `${n} Bilder/s`,
  },

  devices: {
    insecure: "Diese Seite wurde nicht über HTTPS geöffnet, deshalb hält der Browser Kamera und Mikrofon verschlossen.",
    microphone: {
      forbidden:
        "Earshot darf dein Mikrofon nicht benutzen. Erlaube es in den Browser-Einstellungen für diese Seite; Anrufe gehen so lange auch ohne.",
      missing: "Es wurde kein Mikrofon gefunden. Schließ eines an oder ruf ohne an.",
      taken:
        "Dein Mikrofon ließ sich nicht öffnen. Vielleicht benutzt es ein anderes Programm: Schließ es und versuch es noch einmal.",
      failed: (error: string) => `Dein Mikrofon ließ sich nicht öffnen (${error}).`,
      stopped:
        "Dein Mikrofon hat aufgehört: Es wurde abgezogen, oder ein anderes Programm hat es übernommen. Du bist nicht mehr zu hören.",
      paused: "Dieses Gerät hat dein Mikrofon angehalten. Du bist im Moment nicht zu hören.",
    },
    camera: {
      forbidden:
        "Earshot darf deine Kamera nicht benutzen. Erlaube es in den Browser-Einstellungen für diese Seite; Anrufe gehen so lange auch ohne.",
      missing: "Es wurde keine Kamera gefunden. Schließ eine an oder ruf ohne an.",
      taken:
        "Deine Kamera ließ sich nicht öffnen. Vielleicht benutzt sie ein anderes Programm: Schließ es und versuch es noch einmal.",
      failed: (error: string) => `Deine Kamera ließ sich nicht öffnen (${error}).`,
      stopped:
        "Deine Kamera hat aufgehört: Sie wurde abgezogen, oder ein anderes Programm hat sie übernommen. Du bist nicht mehr zu sehen.",
      paused: "Dieses Gerät hat deine Kamera angehalten. Du bist im Moment nicht zu sehen.",
    },

    nowUsing: (label: string) => `Jetzt läuft es über ${label}.`,
    nowUsingAnother: "Jetzt läuft es über ein anderes Mikrofon.",
    screen: {
      forbidden:
        "Dein Bildschirm ließ sich nicht teilen. Erlaube diesem Browser in den Einstellungen des Geräts die Bildschirmaufnahme und versuch es noch einmal.",
      failed: (error: string) =>
        `Dein Bildschirm ließ sich nicht teilen (${error}). Versuch es noch einmal oder teile ein einzelnes Fenster.`,
    },
    toneFailed:
      "Der Ton ließ sich nicht abspielen. Ist der Lautsprecher angeschlossen und eingeschaltet? Wähl einen anderen oder versuch es noch einmal.",
  },

  settings: {
    title: "Einstellungen",
    save: "Sichern",
    saved: "Gesichert",
    devices: "Kamera und Mikrofon",
    camera: "Kamera",
    microphone: "Mikrofon",
    speaker: "Lautsprecher",
    numbered: (device, number) => `${device} ${number}`,
    level: "Sag etwas: Der Balken bewegt sich, wenn man dich hört.",
    testSpeaker: "Lautsprecher testen",
    processing: "Klang deines Mikrofons",
    echoCancellation: "Echo unterdrücken",
    echoCancellationHint: "Damit die anderen sich nicht selbst hören.",
    noiseSuppression: "Geräusche unterdrücken",
    noiseSuppressionHint: "Entfernt Lüfter, Verkehr und Tippen. Für Musik ausschalten.",
    autoGainControl: "Lautstärke anpassen",
    autoGainControlHint: "Du bist von nah und fern gleich laut.",
    appearance: "Erscheinungsbild",
    system: "System",
    light: "Hell",
    dark: "Dunkel",
    ringing: "Klingeln",
    ringVolume: "Klingellautstärke",
    testRing: "Klingelton abspielen",
    silent: "Stummmodus",
    silentHint: "Anrufe werden angezeigt und vibrieren, aber ohne Ton.",
    doNotDisturb: "Nicht stören",
    doNotDisturbHint: "Nichts klingelt. Wer anruft, liest, dass du beschäftigt bist.",
    notifications: "Mitteilungen",
    notificationsOff: "Erfahre von Anrufen, während Earshot im Hintergrund ist.",
    allowNotifications: "Mitteilungen erlauben",
    notificationsOn: "Du erfährst von Anrufen, während Earshot im Hintergrund ist.",
    notificationsDenied:
      "Sie sind blockiert. Um im Hintergrund von Anrufen zu erfahren, erlaube Mitteilungen für diese Seite in den Einstellungen des Browsers, neben der Adresse.",
    notificationsAbsent:
      "Dieser Browser kann für diese Seite keine anzeigen. Lass Earshot vor dir offen, um angerufen zu werden.",
    language: "Sprache",
    asBrowser: (language) => `Wie der Browser (${language})`,
    about: "Info",
    version: "Version",
    aboutHint: "Anrufe bleiben in deinem eigenen Netz: kein Konto, kein Internet.",
    clear: "Alles löschen",
    clearHint:
      "Dein Name, die Einstellungen und die Anrufliste auf diesem Gerät werden gelöscht, und Earshot fragt wieder nach deinem Namen. Das lässt sich nicht rückgängig machen.",
    clearSure: "Ja, alles löschen",
    keep: "Behalten",
  },

  shortcuts: {
    title: "Tastenkürzel",
    mute: "Mikrofon aus oder an",
    camera: "Kamera aus oder an",
    chat: "Chat",
    fullScreen: "Vollbild",
    escape: "Schließen oder Vollbild beenden",
    search: "Personen suchen",
    list: "Diese Liste",
    move: "Das kleine Bild bewegen, wenn es den Fokus hat",
    or: "oder",
    space: "Leertaste",
    arrows: "Pfeiltasten",
    esc: "Esc",
  },

  leaving: {
    title: "Anruf verlassen?",
    about: (name) => `Wenn du zurückgehst, endet der Anruf mit ${name}.`,
    hangUp: "Auflegen",
    stay: "Bleiben",
  },

  elsewhere: {
    title: "Earshot ist in einem anderen Tab oder Fenster offen",
    about: "Anrufe klingeln immer nur an einer Stelle.",
    useHere: "Hier verwenden",
  },

  reachable: {
    title: "Erreichbar bleiben",
    looking: "Der Laptop wird gesucht…",
    canBeCalled: (name) => `${name} ist erreichbar`,
    missed: (count) => (count === 1 ? "1 verpasster Anruf" : `${count} verpasste Anrufe`),
    screenStaysOn: "Der Bildschirm bleibt an. Wenn es länger dauert, schließ das Ladegerät an.",
    back: "Zum Zurückkehren tippen",
  },
};
