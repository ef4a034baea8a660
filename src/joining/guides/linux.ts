import { certificate, CERTIFICATE_FILE, LACKING, step } from "../step.ts";
import type { Guide } from "../guide.ts";

/** Each browser has a list of its own; ChromeOS does it as Chromium on Linux. */
export const linux: Guide = {
  title: "Linux or Chromebook",
  install: [
    step("Save the file. If the browser says that it can't be downloaded securely, choose *Keep*: ", certificate),
    step(
      `Compare first: *sha256sum ~/Downloads/${CERTIFICATE_FILE}* in a terminal must give the SHA-256 fingerprint in the laptop's terminal, apart from its colons and in small letters. If it does not, delete the file.`,
    ),
    step(
      "The same? In Chrome or Chromium: *Settings* › *Privacy and security* › *Security* › *Manage certificates* › *Local certificates* › *Installed by you*, then *Import* beside *Trusted Certificates*, and choose the file. In older versions: *Authorities*, *Import*, and tick *Trust this certificate for identifying websites*.",
    ),
    step(
      "In Firefox: *Settings* › *Privacy & Security* › *Certificates* › *View Certificates…* › *Authorities* › *Import…*, choose the file, and tick *Trust this CA to identify websites*. *View* shows the fingerprint there, too.",
    ),
  ],
  warning: [
    step("Chrome and Chromium say *Your connection is not private*: *Advanced*, then *Proceed to … (unsafe)*."),
    step("Firefox warns of a security risk ahead: *Advanced*, then *Accept the Risk and Continue*."),
  ],
  lacking: [...LACKING],
  remove: [
    step("In Chrome or Chromium: *Manage certificates* › *Installed by you*, and delete Earshot's."),
    step("In Firefox: *View Certificates…* › *Authorities*, choose Earshot's, then *Delete or Distrust…*."),
  ],
};
