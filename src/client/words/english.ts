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

  call: {
    region: (name: string) => `Call with ${name}`,
    /** On the user's own picture. */
    you: "You",
    mute: "Mute",
    unmute: "Unmute",
    cameraOff: "Camera off",
    cameraOn: "Camera on",
    chat: "Chat",
    hangUp: "Hang up",
    more: "More",
    flipCamera: "Flip camera",
    shareScreen: "Share screen",
    stopSharing: "Stop sharing",
    /** Beside `youShare`. */
    stop: "Stop",
    speaker: "Speaker",
    fill: "Fill the screen",
    fit: "Show the whole picture",
    pictureInPicture: "Picture in picture",
    leavePictureInPicture: "Leave picture in picture",
    fullScreen: "Full screen",
    leaveFullScreen: "Leave full screen",
    reconnecting: "Reconnecting…",
    seconds: (n: number) => `${n} s`,
    isMuted: (name: string) => `${name} is muted`,
    theirCameraIsOff: "Camera is off",
    youAreMuted: "You are muted. Press Unmute to be heard.",
    youShare: "You are sharing your screen",
    screenOf: (name: string) => `${name}'s screen`,
    tapToHear: (name: string) => `Tap to hear ${name}`,
    unread: (n: number) => (n === 1 ? "1 new message" : `${n} new messages`),
    enlargeYou: "Show yourself large",
    enlarge: (name: string) => `Show ${name} large`,
    enlargeScreen: (name: string) => `Show ${name}'s screen large`,
    movable: "Drag it to another corner, or move it with the arrow keys",
    speakerFailed:
      "That speaker could not be used. The sound goes on where it was: choose another one, or plug it in again.",
    pictureInPictureFailed: "The small window could not be opened. Try again once the picture moves.",
    fullScreenFailed: "The browser did not allow full screen.",
    /** Said by a screen reader when it happens. */
    said: {
      muted: "Microphone off",
      unmuted: "Microphone on",
      cameraOff: "Camera off",
      cameraOn: "Camera on",
      theyMuted: (name: string) => `${name} turned the microphone off`,
      theyUnmuted: (name: string) => `${name} turned the microphone on`,
      theirCameraOff: (name: string) => `${name} turned the camera off`,
      theirCameraOn: (name: string) => `${name} turned the camera on`,
      theyShare: (name: string) => `${name} shares their screen`,
      theyStopped: (name: string) => `${name} shares no screen any more`,
      shared: "Your screen is shared",
      stopped: "Your screen is not shared any more",
      unheard: "You speak, but your microphone is off",
      betterAgain: "The connection is better again",
    },
  },

  quality: {
    good: "Good connection",
    fair: "Fair connection",
    poor: "Weak connection",
    causes: {
      loss: "the network loses packets",
      delay: "the network is slow to answer",
      cpu: "this device is busy",
      bandwidth: "the network carries no more",
    },
    because: (connection: string, cause: string) => `${connection}: ${cause}`,
    title: "Connection",
    roundTrip: "Round trip",
    loss: "Lost packets",
    jitter: "Jitter",
    received: "Their picture",
    sent: "Your picture",
    noPicture: "None",
    framesPerSecond: (n: string) => `${n} frames/s`,
  },

  chat: {},

  devices: {},

  settings: {},

  shortcuts: {
    title: "Keyboard shortcuts",
    mute: "Microphone off or on",
    camera: "Camera off or on",
    chat: "Chat",
    fullScreen: "Full screen",
    escape: "Close, or leave full screen",
    list: "This list",
    move: "Move the small picture, when it has the focus",
    or: "or",
    space: "Space",
    arrows: "Arrow keys",
    esc: "Esc",
  },
};

/** A complete set of words. */
export type Words = typeof english;
