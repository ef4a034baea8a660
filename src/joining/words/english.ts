import { englishGuides } from "../guides/english.ts";
import type { Vouching } from "../vouching.ts";

/** Of Apple's systems it is not known. */
const held =
  "Browsers that hold it to that, as Chrome and Firefox do, would not even let a thief of its key pose as your bank.";

/** All that is read at the door, in English: the form that the other languages must have. */
export const english = {
  guides: englishGuides,

  page: {
    /** What search engines would show, were there any. */
    description: "Call someone on the same network: video, voice and text, with no account.",
    title: "Call anyone on this Wi-Fi",
    about: "See who is here and talk, face to face. No account, and nothing leaves the building.",
    language: "Language",
  },

  /** The two ways. */
  choice: {
    title: "Your browser does not know this laptop yet",
    about:
      "Earshot runs on a laptop near you. Camera and microphone need an encrypted connection, and for that the laptop has made a certificate of its own.",
    install: "One minute, once. Everything works.",
    warning: "Right away, but not everything works.",
  },

  install: {
    title: "Install the certificate",
    about: "This device then trusts the laptop. These are the steps:",
    fingerprint: "The laptop's SHA-256 fingerprint",
    compare:
      "Compare what your device shows with the laptop's terminal itself: this page came without encryption, so somebody could have changed it on its way.",
  },

  /** What an authority may vouch for, in words for those who are to trust it. */
  vouching: {
    local: `The certificate vouches only for addresses in local networks and for this laptop. ${held}`,
    own: `The certificate vouches only for this laptop's own addresses and names. ${held}`,
    anything:
      "This certificate sets no bounds to what it vouches for: whoever gets at its key could pose as any site towards this device. Install it only if you know who keeps it.",
  } satisfies Record<Vouching, string>,

  warning: {
    title: "Continue with a warning",
    about: "Your browser will say that the connection is not private. Here is what to tap then.",
    open: "Open Earshot with a warning",
    lacking: "What will not work",
  },

  /** Where a browser came by a name that is not this laptop's. */
  elsewhere: {
    title: "Earshot does not go by this name",
    about: "This laptop runs Earshot, but under other addresses. Open it here:",
    operator: "Whoever runs it can add this name by a setting, NAMES. In a terminal:",
  },

  /** Where there is nothing to install. */
  open: {
    title: "Come in",
    about: "Earshot runs on a laptop near you, and opens over an encrypted connection.",
    open: "Open Earshot",
    ifWarned: "If your browser warns",
  },

  help: {
    title: "If something is in the way",
    noInternet: "This Wi-Fi has no internet",
    stay: "Earshot needs none. But phones like to leave such a Wi-Fi for mobile data, and must be told to stay:",
    clock: "The clock is wrong",
    /** Stars stand around labels. */
    setClock: (time: string) =>
      `Browsers refuse every certificate then. The laptop's clock says: ${time}. Set this device's clock in its *Settings*, under *Date & time*.`,
    remove: "Take the certificate off again",
  },

  /** What the page says of itself, by its script. It has no functions: it travels as JSON. */
  script: {
    checking: "One moment: does this device trust the laptop?",
    untrusted: "Once trusted, this page goes on by itself.",
    unreachable:
      "The laptop cannot be reached. Is this device still on its Wi-Fi, and the laptop awake? This page goes on by itself.",
    trusted: "This device trusts Earshot now",
    clock: "This device's clock is wrong",
    clocks: "It says {device}; the laptop's says {laptop}.",
    setClock:
      "Browsers refuse every certificate at a wrong time. Set the right one in this device's Settings, under Date & Time; this page then goes on by itself. If it is the laptop's clock that is wrong, set that one, and start Earshot again.",
  },

  /** In the profile that Apple's devices show before they install it. */
  profile: {
    about: "Lets this device trust the laptop that runs Earshot, so that Earshot opens without a warning.",
    compare: "Compare its SHA-256 fingerprint with the one in the laptop's terminal first.",
  },

  /** What Earshot itself says where pages come through, but no live connection. */
  refused: {
    /** The device: "iPhone", "iPad" or "Mac". */
    halfway: (device: string) => `Your ${device} trusts Earshot only halfway`,
    live: "It shows this page, but refuses the live connection by which people see each other and calls ring.",
    missing: "That takes both: the profile installed, and full trust in it switched on. Do what is missing:",
    operators: (device: string) =>
      `Ask whoever runs Earshot: they have brought a certificate of their own, which this ${device} has to trust. Without it, Earshot makes one, and shows here how to trust that.`,
    between: "Something lets this page through, but not calls",
    onTheWay:
      "The laptop answers, but its live connection, by which people see each other and calls ring, is refused on the way. A VPN, a proxy or a virus scanner on this device does that.",
    vpn: "Switch a VPN or proxy off, or let it leave addresses of this Wi-Fi alone.",
    /** A star stands around what is to stand out. */
    scanner: (host: string) =>
      `Let the virus scanner leave *${host}* alone. It may call this web protection or HTTPS scanning.`,
    another: "Or try another browser, or another device.",
    trust: "Or let this device trust Earshot",
    goesOn: "This page goes on by itself as soon as it can.",
  },
};

/** A complete set of words for the door. */
export type DoorWords = typeof english;
export type ScriptWords = DoorWords["script"];
