import { certificate, CERTIFICATE_FILE, LACKING, step } from "../step.ts";
import type { Guide } from "../guide.ts";

/** Safari, Chrome and Edge use the keychain, and so does Firefox since version 120. */
export const macos: Guide = {
  title: "Mac",
  install: [
    step(`Save the file, then open *${CERTIFICATE_FILE}* in the Downloads folder: `, certificate),
    step(
      "It opens in *Keychain Access*. If you are asked where to add it, choose the *login* keychain; *System* holds for everybody who uses this Mac. Then double-click Earshot's certificate in the list, under *Certificates*.",
    ),
    step(
      "Compare first: its SHA-256 fingerprint stands at the end of *Details*, and must be the one in the laptop's terminal. If it is not, delete the certificate.",
    ),
    step("The same? Open *Trust*, set *When using this certificate* to *Always Trust*, close the window, and confirm."),
    step(
      "Safari and Chrome now trust it. Firefox does so after a restart; if it still warns: *Settings* › *Privacy & Security* › *Certificates*, tick *Allow Firefox to automatically trust third-party root certificates you install*.",
    ),
  ],
  warning: [
    step("Safari says *This Connection Is Not Private*: *Show Details*, *visit this website*, *Visit Website*."),
    step("Chrome says *Your connection is not private*: *Advanced*, then *Proceed to … (unsafe)*."),
    step("Firefox warns of a security risk ahead: *Advanced*, then *Accept the Risk and Continue*."),
  ],
  lacking: [
    "Safari may open the page but refuse its live connection. Then no call works at all, and only installing helps.",
    ...LACKING,
  ],
  remove: [step("In *Keychain Access*, search for Earshot, and delete its certificate.")],
};
