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

  ringing: {},

  notifications: {},

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

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {
    title: "Tastenkürzel",
    mute: "Mikrofon aus oder an",
    camera: "Kamera aus oder an",
    chat: "Chat",
    fullScreen: "Vollbild",
    escape: "Schließen oder Vollbild beenden",
    list: "Diese Liste",
    move: "Das kleine Bild bewegen, wenn es den Fokus hat",
    or: "oder",
    space: "Leertaste",
    arrows: "Pfeiltasten",
    esc: "Esc",
  },
};
