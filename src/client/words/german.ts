import type { Words } from "./english.ts";

export const german: Words = {
  common: {
    close: "Schließen",
  },

  endings: {},

  notices: {},

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

  shortcuts: {},
};
