/** Steps as they are written in the guides. */
import type { Download, Step } from "./guide.ts";

/** The authority's certificate (DER). */
export const CERTIFICATE_PATH = "/ca.crt";
/** The same as a configuration profile for Apple's devices. */
export const PROFILE_PATH = "/earshot.mobileconfig";

/** The file's name where it is saved. */
export const CERTIFICATE_FILE = "earshot-ca.crt";

/** The certificate, as most devices want it. */
export const certificate: Download = { path: CERTIFICATE_PATH, text: "Download the certificate" };

/** A step from its words, in which *stars* stand around every label, and from downloads. */
export function step(...parts: readonly (string | Download)[]): Step {
  return parts.flatMap((part) => (typeof part === "string" ? read(part) : [part]));
}

function read(words: string): Step {
  return (
    words
      .split("*")
      // No line begins with the arrow of a path.
      .map((text, index) => (index % 2 === 1 ? { label: text } : text.replaceAll(" › ", "\u00a0› ")))
      .filter((part) => part !== "")
  );
}

/** What every browser lacks without trust, beyond what is its own. */
export const LACKING = [
  "The warning comes back: after some days, in private windows, and whenever the laptop's address changes.",
  "Earshot cannot be installed as an app, nor open at once while the laptop is away.",
  "Somebody else on this network could pretend to be the laptop, and listen in.",
] as const;
