/**
 * All that people read, in English: the form that the other languages must have, or the type check fails. By the part of the page
 * where it is read; what depends on a name or a number is a function, since languages put these in different places.
 */
export const english = {
  /** In more than one place. */
  common: {
    close: "Close",
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
    insecure: "This page was not opened over HTTPS, so the browser keeps camera and microphone shut.",
    microphone: {
      forbidden:
        "Earshot may not use your microphone. Allow it in the browser's settings for this page; calls work without it meanwhile.",
      missing: "No microphone was found. Plug one in, or call without it.",
      taken: "Your microphone could not be opened. Another program may be using it: close that and try again.",
      failed: (error: string) => `Your microphone could not be opened (${error}).`,
      stopped: "Your microphone stopped: it was unplugged, or another program took it. You are not heard any more.",
      paused: "Your microphone is paused by this device. You are not heard at the moment.",
    },
    camera: {
      forbidden:
        "Earshot may not use your camera. Allow it in the browser's settings for this page; calls work without it meanwhile.",
      missing: "No camera was found. Plug one in, or call without it.",
      taken: "Your camera could not be opened. Another program may be using it: close that and try again.",
      failed: (error: string) => `Your camera could not be opened (${error}).`,
      stopped: "Your camera stopped: it was unplugged, or another program took it. You are not seen any more.",
      paused: "Your camera is paused by this device. You are not seen at the moment.",
    },
    /** Another microphone goes on where one was plugged in, or out; by its label. */
    nowUsing: (label: string) => `Now using ${label}.`,
    nowUsingAnother: "Now using another microphone.",
    screen: {
      forbidden:
        "Your screen could not be shared. Allow this browser to record the screen in the device's own settings, then try again.",
      failed: (error: string) => `Your screen could not be shared (${error}). Try again, or share a single window.`,
    },
    toneFailed:
      "The tone could not be played. Is the speaker plugged in and switched on? Choose another one, or try again.",
  },

  settings: {},

  shortcuts: {},
};

/** A complete set of words. */
export type Words = typeof english;
