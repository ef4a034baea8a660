/** Names as people see them: the same rule in the page, which asks, and in the server, which does not trust pages. */

/** The longest name, in characters (Unicode code points). */
export const MAX_NAME = 40;

// Control characters, and the marks that can turn the reading direction of what follows (UAX #9): with
// them a name could rewrite the sentence it stands in. Joiners stay: emoji and several scripts need them.
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The name to show for what somebody typed: without control and direction marks, white space
 * collapsed and trimmed, 1 to `MAX_NAME` characters of which at least one can be seen.
 * Returns undefined for anything that is no such name.
 */
export function cleanName(typed: string): string | undefined {
  const name = typed
    .replace(/[\t\r\n]/gu, " ")
    .replace(UNWANTED, "")
    .replace(/\s+/gu, " ")
    .trim();
  const visible = /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
  return visible && [...name].length <= MAX_NAME ? name : undefined;
}
