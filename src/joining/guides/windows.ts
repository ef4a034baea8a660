import { certificate, CERTIFICATE_FILE, LACKING, step } from "../step.ts";
import type { Guide } from "../guide.ts";

/** Chrome and Edge use the system's store, and so does Firefox since version 120. */
export const windows: Guide = {
  title: "Windows",
  install: [
    step("Save the file. If the browser says that it can't be downloaded securely, choose *Keep*: ", certificate),
    step(
      `Compare first: open *PowerShell* from the start menu and type *Get-FileHash ~\\Downloads\\${CERTIFICATE_FILE}*. The hash must be the SHA-256 fingerprint in the laptop's terminal, apart from its colons. If it is not, delete the file.`,
    ),
    step(`The same? Open *${CERTIFICATE_FILE}* in the Downloads folder, choose *Open*, then *Install Certificate…*.`),
    step("Choose *Current User* (*Local Machine* holds for everybody who uses this computer), then *Next*."),
    step(
      "Choose *Place all certificates in the following store*, *Browse…*, *Trusted Root Certification Authorities*, *OK*, *Next*, *Finish*, and confirm with *Yes*.",
    ),
    step(
      "Chrome and Edge now trust it. Firefox does so after a restart; if it still warns: *Settings* › *Privacy & Security* › *Certificates*, tick *Allow Firefox to automatically trust third-party root certificates you install*.",
    ),
  ],
  warning: [
    step("Chrome and Edge say *Your connection isn't private* or *Your connection is not private*. Click *Advanced*."),
    step("Click *Proceed to … (unsafe)*; in Edge, *Continue to … (unsafe)*."),
    step("Firefox warns of a security risk ahead: *Advanced*, then *Accept the Risk and Continue*."),
  ],
  lacking: [...LACKING],
  remove: [
    step(
      "Open *certmgr.msc* from the start menu (*certlm.msc* if you chose *Local Machine*): *Trusted Root Certification Authorities* › *Certificates*, and delete Earshot's.",
    ),
  ],
};
