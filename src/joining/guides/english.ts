import type { GuideTexts } from "../guide.ts";

const save = "Save the file. If the browser says that it can't be downloaded securely, choose *Keep*: {certificate}";
const chromeWarns = "*Your connection is not private*: *Advanced*, then *Proceed to … (unsafe)*.";
const firefoxWarns = "Firefox warns of a security risk ahead: *Advanced*, then *Accept the Risk and Continue*.";
const firefoxFollows =
  "Firefox does so after a restart; if it still warns: *Settings* › *Privacy & Security* › *Certificates*, tick *Allow Firefox to automatically trust third-party root certificates you install*.";

const android = [
  save,
  "Open *Settings* › *Security* (or *Security & privacy* › *More security settings*) › *Encryption & credentials* › *Install a certificate* › *CA certificate*. The names differ a little from maker to maker; a search in the settings for “CA certificate” finds it on most.",
  "Tap *Install anyway*, unlock with your PIN, and choose *{file}* among the downloads. A phone without a screen lock is asked to set one first.",
  "Compare before you open Earshot: *Encryption & credentials* › *Trusted credentials* › *User*, then tap Earshot's. Its SHA-256 fingerprint must be the one in the laptop's terminal. If it is not, tap *Remove* there at once.",
];
const offAndroid =
  "*Settings* › *Security* › *Encryption & credentials* › *Trusted credentials* › *User*: tap Earshot's, then *Remove*.";

export const englishGuides: GuideTexts = {
  certificate: "Download the certificate",
  profile: "Download the profile",

  lacking: [
    "The warning comes back: after some days, in private windows, and whenever the laptop's address changes.",
    "Earshot cannot be installed as an app, nor open at once while the laptop is away.",
    "Somebody else on this network could pretend to be the laptop, and listen in.",
  ],

  devices: {
    // iOS and iPadOS, where every browser uses the system's list of authorities.
    iphone: {
      title: "iPhone or iPad",
      install: [
        "In Safari, tap this, then *Allow*, then *Close*: {profile}",
        "Open the *Settings* app and tap *Profile Downloaded*, near the top. If it is not there: *General* › *VPN & Device Management*.",
        "Compare first: tap *More Details*, then the certificate. Its SHA-256 fingerprint must be the one in the laptop's terminal. If it is not, tap *Remove Downloaded Profile*.",
        "The same? Go back and tap *Install*, enter the passcode, and tap *Install* until it says *Done*.",
        "The second half, without which nothing has changed: *Settings* › *General* › *About* › *Certificate Trust Settings*, at the very bottom. Switch Earshot's on, then tap *Continue*.",
        "Come back to this page.",
      ],
      warning: [
        "Safari says *This Connection Is Not Private*. Tap *Show Details*.",
        "At the end of the text that opens, tap *visit this website*.",
        "Tap *Visit Website*, and enter the passcode if it is asked for.",
        "In Chrome on an iPhone it is *Advanced*, then *Proceed*.",
      ],
      lacking: [
        "On some versions of iOS the page opens but its live connection is refused. Then no call works at all, and only installing helps.",
      ],
      remove: [
        "*Settings* › *General* › *VPN & Device Management* › *Earshot* › *Remove Profile*. This takes its trust away, too.",
      ],
    },
    // Chrome, Edge, Samsung Internet, Brave and whatever else uses the system's list, with what users have added.
    "android-chrome": {
      title: "Android with Chrome",
      install: [...android, "Come back to this page."],
      warning: [
        "Chrome says *Your connection is not private*. Tap *Advanced*.",
        "Tap *Proceed to … (unsafe)*, below the text that opens.",
        "Other browsers say it a little differently: in Samsung Internet it is *Continue*.",
      ],
      remove: [offAndroid],
    },
    // Firefox, which leaves out what users have added to the system's list until it is told not to.
    "android-firefox": {
      title: "Android with Firefox",
      install: [
        ...android,
        "In Firefox's own *Settings* › *About Firefox*, tap the logo five times, until it says that the debug menu is on.",
        "Go back one page, open *Secret settings*, and switch on *Use third party CA certificates*.",
        "Close Firefox, also in the list of recent apps, and open this page again.",
      ],
      warning: ["Firefox warns of a security risk ahead. Tap *Advanced*.", "Tap *Accept the Risk and Continue*."],
      remove: [offAndroid, "In Firefox, switch *Use third party CA certificates* off again."],
    },
    // Safari, Chrome and Edge use the keychain, and so does Firefox since version 120.
    macos: {
      title: "Mac",
      install: [
        "Save the file, then open *{file}* in the Downloads folder: {certificate}",
        "It opens in *Keychain Access*. If you are asked where to add it, choose the *login* keychain; *System* holds for everybody who uses this Mac. Then double-click Earshot's certificate in the list, under *Certificates*.",
        "Compare first: its SHA-256 fingerprint stands at the end of *Details*, and must be the one in the laptop's terminal. If it is not, delete the certificate.",
        "The same? Open *Trust*, set *When using this certificate* to *Always Trust*, close the window, and confirm.",
        `Safari and Chrome now trust it. ${firefoxFollows}`,
      ],
      warning: [
        "Safari says *This Connection Is Not Private*: *Show Details*, *visit this website*, *Visit Website*.",
        `Chrome says ${chromeWarns}`,
        firefoxWarns,
      ],
      lacking: [
        "Safari may open the page but refuse its live connection. Then no call works at all, and only installing helps.",
      ],
      remove: ["In *Keychain Access*, search for Earshot, and delete its certificate."],
    },
    // Chrome and Edge use the system's store, and so does Firefox since version 120.
    windows: {
      title: "Windows",
      install: [
        save,
        "Compare first: open *PowerShell* from the start menu and type *Get-FileHash ~\\Downloads\\{file}*. The hash must be the SHA-256 fingerprint in the laptop's terminal, apart from its colons. If it is not, delete the file.",
        "The same? Open *{file}* in the Downloads folder, choose *Open*, then *Install Certificate…*.",
        "Choose *Current User* (*Local Machine* holds for everybody who uses this computer), then *Next*.",
        "Choose *Place all certificates in the following store*, *Browse…*, *Trusted Root Certification Authorities*, *OK*, *Next*, *Finish*, and confirm with *Yes*.",
        `Chrome and Edge now trust it. ${firefoxFollows}`,
      ],
      warning: [
        "Chrome and Edge say *Your connection isn't private* or *Your connection is not private*. Click *Advanced*.",
        "Click *Proceed to … (unsafe)*; in Edge, *Continue to … (unsafe)*.",
        firefoxWarns,
      ],
      remove: [
        "Open *certmgr.msc* from the start menu (*certlm.msc* if you chose *Local Machine*): *Trusted Root Certification Authorities* › *Certificates*, and delete Earshot's.",
      ],
    },
    // Each browser has a list of its own; ChromeOS does it as Chromium on Linux.
    linux: {
      title: "Linux or Chromebook",
      install: [
        save,
        "Compare first: *sha256sum ~/Downloads/{file}* in a terminal must give the SHA-256 fingerprint in the laptop's terminal, apart from its colons and in small letters. If it does not, delete the file.",
        "The same? In Chrome or Chromium: *Settings* › *Privacy and security* › *Security* › *Manage certificates* › *Local certificates* › *Installed by you*, then *Import* beside *Trusted Certificates*, and choose the file. In older versions: *Authorities*, *Import*, and tick *Trust this certificate for identifying websites*.",
        "In Firefox: *Settings* › *Privacy & Security* › *Certificates* › *View Certificates…* › *Authorities* › *Import…*, choose the file, and tick *Trust this CA to identify websites*. *View* shows the fingerprint there, too.",
      ],
      warning: [`Chrome and Chromium say ${chromeWarns}`, firefoxWarns],
      remove: [
        "In Chrome or Chromium: *Manage certificates* › *Installed by you*, and delete Earshot's.",
        "In Firefox: *View Certificates…* › *Authorities*, choose Earshot's, then *Delete or Distrust…*.",
      ],
    },
  },

  wifi: {
    iphone: {
      title: "iPhone or iPad",
      steps: [
        "If a message says that the Wi-Fi has no internet, tap *Keep Trying Wi-Fi* or *Use Without Internet*.",
        "If the page still does not open, switch *Settings* › *Mobile Data* (or *Cellular*) off for the time being.",
      ],
    },
    android: {
      title: "Android",
      steps: [
        "Tap the notification *Internet may not be available* (or *Wi-Fi has no internet access*) and choose to stay connected: *Yes*, *Keep Wi-Fi connection* or *Use this network as is*, depending on the maker.",
        "If the page still does not open, switch mobile data off for the time being.",
      ],
    },
  },
};
