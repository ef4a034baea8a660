/** Steps as they are written in the guides. */
import type { GuideTexts, Step } from "./guide.ts";

/** The authority's certificate (DER). */
export const CERTIFICATE_PATH = "/ca.crt";
/** The same as a configuration profile for Apple's devices. */
export const PROFILE_PATH = "/earshot.mobileconfig";

/** The file's name where it is saved. */
export const CERTIFICATE_FILE = "earshot-ca.crt";

/** What the two downloads are called. */
export type DownloadNames = Pick<GuideTexts, "certificate" | "profile">;

/**
 * A step from its text, in which *stars* stand around every label, `{file}` for the name of the saved file, and `{certificate}` and
 * `{profile}` for the downloads.
 */
export function step(text: string, names: DownloadNames): Step {
  return text
    .replaceAll("{file}", CERTIFICATE_FILE)
    .split(/(\{certificate\}|\{profile\})/u)
    .flatMap((part): Step => {
      if (part === "{certificate}") return [{ path: CERTIFICATE_PATH, text: names.certificate }];
      return part === "{profile}" ? [{ path: PROFILE_PATH, text: names.profile }] : read(part);
    });
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
