/**
 * All that people read, in English: the form that the other languages must have, or the type check fails. By the part of the page
 * where it is read; what depends on a name or a number is a function, since languages put these in different places. Here is what the
 * directory needs; english-later.ts adds the rest.
 */
import type { later } from "./english-later.ts";

const atOnce = {
  /** In more than one place. */
  common: {
    close: "Close",
    you: "You",
    /** Stands for a caller whose name is not known. */
    someone: "Somebody",
    status: {
      available: "Available",
      busy: "In a call",
      away: "Away",
      "do-not-disturb": "Do not disturb",
    },
  },

  /** What comes apart from the page, and does not come. */
  parts: {
    sheet: "This could not be loaded: the laptop that runs Earshot is not reachable. Once it is, reload the page.",
    call: "You are connected and can talk, but the view of the call could not be loaded: the laptop that runs Earshot is not reachable.",
  },

  /** What both sides read when a call has ended. */
  endings: {
    youHungUp: "You hung up",
    hungUp: (name: string) => `${name} hung up`,
    /** By what was in the way, as far as that can be told. */
    failed: {
      isolated: (name: string) =>
        `Couldn't connect to ${name}: this Wi-Fi keeps devices apart, as guest networks do. Use another Wi-Fi, or the hotspot of one of your phones.`,
      "other-network": (name: string) =>
        `Couldn't connect to ${name}: the two devices are on different networks. Join the same Wi-Fi with both, and call again.`,
      "no-address": (name: string) =>
        `Couldn't connect to ${name}: the devices could not find each other. Allow the microphone on both, and call again.`,
      "this-browser": (name: string) =>
        `Couldn't connect to ${name}: this browser cannot make calls. Use Chrome, Edge, Firefox or Safari. Lockdown Mode forbids calls, too: switch it off for this page.`,
      "their-browser": (name: string) =>
        `Couldn't connect to ${name}: their browser cannot make calls. Write to them, or ask them to use Chrome, Edge, Firefox or Safari.`,
      unknown: (name: string) =>
        `Couldn't connect to ${name}. Are both devices on the same Wi-Fi? Guest networks often keep devices apart.`,
    },
    lost: (name: string) => `The connection to ${name} was lost`,
    continuedElsewhere: "Continued elsewhere",
    moved: (name: string) => `${name} moved to another device`,
    declined: (name: string) => `${name} declined`,
    busy: (name: string) => `${name} is busy`,
    noAnswer: (name: string) => `${name} didn't answer`,
    gone: (name: string) => `${name} isn't here any more`,
    tooFast: (name: string) => `You have called ${name} many times. Wait a minute before you call again.`,
  },

  notices: {
    dismiss: "Dismiss",
    peerUnknown: "They aren't here any more",
    notRemembered:
      "This browser keeps nothing for Earshot, so it will ask again next time. A private window, or blocked site data, does that.",
    languageNotLoaded:
      "The words of that language could not be loaded: the laptop that runs Earshot is not reachable. Try again in a moment.",
    screenGoesOff:
      "This browser could not keep the screen on. Is the battery low? The device's own settings can let the screen stay on for longer.",
  },

  directory: {
    people: "People nearby",
    count: (people: number) => (people === 1 ? "1 person nearby" : `${people} people nearby`),
    call: (name: string) => `Call ${name}`,
    voiceCall: (name: string) => `Voice call with ${name}`,
    write: (name: string) => `Write to ${name}`,
    writeUnread: (name: string, unread: number) => `Write to ${name}, ${unread} unread`,
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

  /** Above a long list of people. */
  search: {
    label: "Search people",
    clear: "Clear search",
    found: (people: number) => (people === 1 ? "1 person found" : `${people} people found`),
    none: (typed: string) => `Nobody here is called “${typed}”`,
  },

  /** Somebody has a name that looks like somebody else's: by their codes they can be told apart. */
  alike: {
    mark: (code: string) => `Similar name, code ${code}`,
    title: "Somebody here has a name like yours.",
    about: (code: string) =>
      `So that nobody calls the wrong one, others see the code ${code} beside your name. Tell it to those who want to call you, or add a last name.`,
    change: "Change name",
    calling: (code: string) => `Somebody else here has a similar name. This caller's code is ${code}.`,
    called: (code: string) => `Somebody else here has a similar name. You are calling code ${code}.`,
    yours: (code: string) => `Your code is ${code}.`,
    yoursHint: "Others see it beside your name while somebody with a similar name is here.",
  },

  blocked: {
    status: "Blocked",
    block: (name: string) => `Block ${name}`,
    /** As a short button, beside a name. */
    blockShort: "Block",
    unblock: (name: string) => `Unblock ${name}`,
    unblockShort: "Unblock",
    title: "Blocked people",
    about:
      "Their calls do not ring here, and they are not told: they hear it ring until they give up. A blocked person who comes back as somebody new can call again.",
    nobody: "You have blocked nobody.",
    choose: "Block somebody who is here",
    choosing: "Who should not be able to call you?",
    cancel: "Cancel",
    more: (people: number) => (people === 1 ? "And 1 more: type a name." : `And ${people} more: type a name.`),
    alone: "Nobody else is here whom you could block.",
    done: (name: string) => `${name} is blocked. You can change that in the settings.`,
    most: (people: number) =>
      `You have blocked ${people} people, and more is not possible. Unblock somebody in the settings first.`,
    moreAbout: (name: string) => `More about ${name}`,
    hint: "Their calls will not ring here any more, and they are not told.",
  },

  /** The server has no room for another person. */
  full: {
    title: "Earshot is full at the moment",
    about:
      "The laptop that runs it has no room for another person. You come in as soon as there is: this page tries again by itself.",
    tryNow: "Try now",
    trying: "Trying…",
  },

  recents: {
    title: "Recent calls",
    empty: "No calls yet. The calls you make, take and miss will be listed here.",
    notHereNow: "Not here now",
    /** Aloud, and as a short button. */
    ringBack: (name: string) => `Ring back ${name}`,
    ringBackShort: "Ring back",
    clear: "Clear the list",
    clearSure: "Clear them all?",
    missed: "Missed call",
    incoming: "Incoming call",
    outgoing: "Outgoing call",
    youDeclined: "You declined",
    /** How calls ended that were not missed. */
    outcome: {
      "too-fast": "Called too often",
      declined: "Declined",
      busy: "Was busy",
      "no-answer": "No answer",
      gone: "Wasn't here",
      cancelled: "Cancelled",
      failed: "Couldn't connect",
      lost: "Connection lost",
      replaced: "Moved to another device",
    },
    /** What became of it, and how long it was, as a clock shows that. */
    lasting: (what: string, length: string) => `${what}, ${length}`,
    /** "Yesterday", and the time. */
    dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  },

  invite: {
    title: "Invite",
    none: "No other device can open Earshot at the moment: the laptop that runs it is on no network, or was told to serve only itself.",
    how: "Let others on this Wi-Fi scan the code with their camera, or open this address:",
    codeOf: (address: string) => `QR code of ${address}`,
    notDrawn: "The code could not be drawn: the laptop is not reachable. The address does the same.",
    share: "Share",
    copy: "Copy",
    copied: "Copied",
    notCopied: "It could not be copied: hold the address down to select it, or read it out.",
    notShared: "Sharing did not work here. Copy the address, or let others scan the code.",
    others: "If that does not open: other addresses",
    addresses: "Addresses",
    /** What others get to read, above the address. */
    message: "Join me on Earshot. You need to be on the same Wi-Fi.",
  },

  /** No way to the server. */
  trouble: {
    connecting: "Looking for the laptop that runs Earshot…",
    offline: "Looking for the laptop that runs Earshot… Is this device on the same Wi-Fi?",
    unreachable: "The laptop that runs Earshot is not reachable.",
    refused:
      "The laptop that runs Earshot answers, but refuses this device its live connection. The certificate may be trusted only halfway, or a VPN may be in between.",
    /** Between stars: what stands out, or a link. */
    moved: "*The laptop that runs Earshot has another address now.* Go on there:",
    askedAgain: "You will be asked for your name once more.",
    thisComputer: "That is this computer: is Earshot still running on it?",
    sameWifi: "Is this device on the same Wi-Fi as the laptop?",
    running: "Is the laptop on, and Earshot running on it?",
    /** Addresses follow, joined by "or". */
    elsewhere: "Is it at another address now? Try",
    thisPage: "If all that is so, *this page* may tell what is wrong.",
  },

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

  /** Where another tab has taken over. */
  elsewhere: {
    title: "Earshot is open in another tab or window",
    about: "Calls ring in one place at a time.",
    useHere: "Use here",
  },
};

/** A complete set of words. */
export type Words = typeof atOnce & typeof later;

/** Complete as soon as something has been imported that needs all of it: see later.ts. */
export const english = atOnce as Words;
