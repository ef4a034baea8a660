/**
 * All that people read, in English: the form that the other languages must have, or the type check fails. By the part of the page
 * where it is read; what depends on a name or a number is a function, since languages put these in different places.
 */
export const english = {
  /** In more than one place. */
  common: {
    close: "Close",
  },

  /** What comes apart from the page, and does not come. */
  parts: {
    sheet: "This could not be loaded: the laptop that runs Earshot is not reachable. Once it is, reload the page.",
    call: "You are connected and can talk, but the view of the call could not be loaded: the laptop that runs Earshot is not reachable.",
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

  devices: {},

  settings: {},

  shortcuts: {},
};

/** A complete set of words. */
export type Words = typeof english;
