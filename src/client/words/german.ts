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

  call: {},

  quality: {},

  chat: {},

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

  settings: {},

  shortcuts: {},
};
