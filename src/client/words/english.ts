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

  ringing: {
    isCalling: (name: string) => `${name} is calling`,
    videoCall: "Incoming video call",
    voiceCall: "Incoming voice call",
    accept: "Accept",
    withoutVideo: "Accept without video",
    decline: "Decline",
    silence: "Silence",
    silenced: "Silenced",
    tapForSound: "Tap anywhere for sound",
    calling: (name: string) => `Calling ${name}`,
    cancel: "Cancel",
    connectingTo: (name: string) => `Connecting to ${name}`,
    hangUp: "Hang up",
    askingBoth: "Asking for camera and microphone…",
    askingMicrophone: "Asking for the microphone…",
    waiting: "Calling…",
    trying: (name: string) => `Trying to reach ${name}…`,
    ringing: "Ringing…",
    connecting: "Connecting…",
    /** The page's title in a call. */
    inCall: (name: string) => `In call with ${name}`,
    missedCall: (name: string) => `Missed call from ${name}`,
    /** Two or more; `who` names everybody who called. */
    missedCalls: (count: number, who: string) => `${count} missed calls from ${who}`,
  },

  notifications: {
    title: "Notifications",
    offer: "Never miss a call.",
    offerWhy: "Let this device tell you who is calling while you are doing something else.",
    turnOn: "Turn on",
    notNow: "Not now",
    granted: "This device tells you who is calling while you are doing something else.",
    denied:
      "This browser blocks notifications from Earshot. Tap the icon beside the address, open the page's settings, and allow notifications.",
    absent: "This browser cannot tell you of calls. On an iPhone or iPad, add Earshot to the Home Screen first.",
  },

  call: {},

  quality: {},

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {},
};

/** A complete set of words. */
export type Words = typeof english;
