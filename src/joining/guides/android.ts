import { certificate, CERTIFICATE_FILE, LACKING, step } from "../step.ts";
import type { Guide } from "../guide.ts";

const install = [
  step("Save the file. If the browser says that it can't be downloaded securely, choose *Keep*: ", certificate),
  step(
    "Open *Settings* › *Security* (or *Security & privacy* › *More security settings*) › *Encryption & credentials* › *Install a certificate* › *CA certificate*. The names differ a little from maker to maker; a search in the settings for “CA certificate” finds it on most.",
  ),
  step(
    `Tap *Install anyway*, unlock with your PIN, and choose *${CERTIFICATE_FILE}* among the downloads. A phone without a screen lock is asked to set one first.`,
  ),
  step(
    "Compare before you open Earshot: *Encryption & credentials* › *Trusted credentials* › *User*, then tap Earshot's. Its SHA-256 fingerprint must be the one in the laptop's terminal. If it is not, tap *Remove* there at once.",
  ),
];

const remove = step(
  "*Settings* › *Security* › *Encryption & credentials* › *Trusted credentials* › *User*: tap Earshot's, then *Remove*.",
);

/** Chrome, Edge, Samsung Internet, Brave and whatever else uses the system's list, with what users have added. */
export const androidChrome: Guide = {
  title: "Android with Chrome",
  install: [...install, step("Come back to this page.")],
  warning: [
    step("Chrome says *Your connection is not private*. Tap *Advanced*."),
    step("Tap *Proceed to … (unsafe)*, below the text that opens."),
    step("Other browsers say it a little differently: in Samsung Internet it is *Continue*."),
  ],
  lacking: [...LACKING],
  remove: [remove],
};

/** Firefox, which leaves out what users have added to the system's list until it is told not to. */
export const androidFirefox: Guide = {
  title: "Android with Firefox",
  install: [
    ...install,
    step(
      "In Firefox's own *Settings* › *About Firefox*, tap the logo five times, until it says that the debug menu is on.",
    ),
    step("Go back one page, open *Secret settings*, and switch on *Use third party CA certificates*."),
    step("Close Firefox, also in the list of recent apps, and open this page again."),
  ],
  warning: [
    step("Firefox warns of a security risk ahead. Tap *Advanced*."),
    step("Tap *Accept the Risk and Continue*."),
  ],
  lacking: [...LACKING],
  remove: [remove, step("In Firefox, switch *Use third party CA certificates* off again.")],
};
