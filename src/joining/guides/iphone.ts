import { LACKING, PROFILE_PATH, step } from "../step.ts";
import type { Guide } from "../guide.ts";

/** iOS and iPadOS, where every browser uses the system's list of authorities. */
export const iphone: Guide = {
  title: "iPhone or iPad",
  install: [
    step("In Safari, tap this, then *Allow*, then *Close*: ", { path: PROFILE_PATH, text: "Download the profile" }),
    step(
      "Open the *Settings* app and tap *Profile Downloaded*, near the top. If it is not there: *General* › *VPN & Device Management*.",
    ),
    step(
      "Compare first: tap *More Details*, then the certificate. Its SHA-256 fingerprint must be the one in the laptop's terminal. If it is not, tap *Remove Downloaded Profile*.",
    ),
    step("The same? Go back and tap *Install*, enter the passcode, and tap *Install* until it says *Done*."),
    step(
      "The second half, without which nothing has changed: *Settings* › *General* › *About* › *Certificate Trust Settings*, at the very bottom. Switch Earshot's on, then tap *Continue*.",
    ),
    step("Come back to this page."),
  ],
  warning: [
    step("Safari says *This Connection Is Not Private*. Tap *Show Details*."),
    step("At the end of the text that opens, tap *visit this website*."),
    step("Tap *Visit Website*, and enter the passcode if it is asked for."),
    step("In Chrome on an iPhone it is *Advanced*, then *Proceed*."),
  ],
  lacking: [
    "On some versions of iOS the page opens but its live connection is refused. Then no call works at all, and only installing helps.",
    ...LACKING,
  ],
  remove: [
    step(
      "*Settings* › *General* › *VPN & Device Management* › *Earshot* › *Remove Profile*. This takes its trust away, too.",
    ),
  ],
};
