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

  welcome: {
    title: "Call anyone on this Wi-Fi",
    about: "See who is here and talk, face to face. No account, and nothing leaves the building.",
    yourName: "Your name",
    nameRule: (most: number) => `Please enter a name of 1 to ${most} characters.`,
    join: "Join",
    seeYourself: "Allow the camera to see yourself here",
    devices: "Camera and microphone",
  },

  directory: {
    people: "People nearby",
    count: (people: number) => (people === 1 ? "1 person nearby" : `${people} people nearby`),
    call: (name: string) => `Call ${name}`,
    voiceCall: (name: string) => `Voice call with ${name}`,
    phone: "Phone",
    tablet: "Tablet",
    computer: "Computer",
    you: (name: string, state: string) => `${name}, that is you: ${state}`,
    available: "available",
    silent: "silent",
    doNotDisturb: "do not disturb",
    offline: "not connected",
    recents: "Recent calls",
    missed: (calls: number) => `${calls} missed`,
    settings: "Settings",
    stayReachable: "Stay reachable",
    asleepTitle: "A phone that sleeps cannot ring.",
    asleep: "Keep Earshot open in front of you to be called, or let it keep the screen on, dimmed.",
    gotIt: "Got it",
    invite: "Invite",
    nobody: "Nobody else is here yet",
    willAppear: "Whoever opens Earshot on this Wi-Fi appears here by themselves.",
    scan: "Let others on this Wi-Fi scan the code with their camera, or open this address:",
    searching: "You will see who is here as soon as the laptop is found.",
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
    title: "Settings",
    save: "Save",
    saved: "Saved",
    devices: "Camera and microphone",
    camera: "Camera",
    microphone: "Microphone",
    speaker: "Speaker",
    numbered: (device: string, number: number) => `${device} ${number}`,
    level: "Say something: the bar moves when you are heard.",
    testSpeaker: "Test speaker",
    processing: "Sound of your microphone",
    echoCancellation: "Cancel echo",
    echoCancellationHint: "So that the others do not hear themselves.",
    noiseSuppression: "Suppress noise",
    noiseSuppressionHint: "Takes away fans, traffic and typing. Switch it off for music.",
    autoGainControl: "Adjust loudness",
    autoGainControlHint: "You are equally loud from near and from far.",
    appearance: "Appearance",
    system: "System",
    light: "Light",
    dark: "Dark",
    ringing: "Ringing",
    ringVolume: "Ringtone volume",
    testRing: "Play ringtone",
    silent: "Silent mode",
    silentHint: "Calls show and vibrate, but make no sound.",
    doNotDisturb: "Do not disturb",
    doNotDisturbHint: "Nothing rings. Callers read that you are busy.",
    notifications: "Notifications",
    notificationsOff: "Be told of calls while Earshot is in the background.",
    allowNotifications: "Allow notifications",
    notificationsOn: "You are told of calls while Earshot is in the background.",
    notificationsDenied:
      "They are blocked. To be told of calls in the background, allow notifications for this page in the browser's settings, beside the address.",
    notificationsAbsent: "This browser cannot show any for this page. Keep Earshot open in front of you to be called.",
    language: "Language",
    asBrowser: (language: string) => `As the browser (${language})`,
    about: "About",
    version: "Version",
    aboutHint: "Calls stay on your own network: no account, no internet.",
    clear: "Clear everything",
    clearHint:
      "Your name, settings and recent calls on this device are erased, and Earshot asks for your name again. It cannot be undone.",
    clearSure: "Yes, clear everything",
    keep: "Keep it",
  },

  shortcuts: {},
};

/** A complete set of words. */
export type Words = typeof english;
