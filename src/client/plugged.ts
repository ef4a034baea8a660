/** What was plugged in. Pure. */
import type { Choice } from "./state.ts";

/** Ids that stand for whichever device the system prefers in Chromium. */
const ALIASES: ReadonlySet<string> = new Set(["default", "communications"]);

/** The device that is new in a list of choices; undefined where none is, or where nothing was known before. */
export function pluggedIn(before: readonly Choice[], after: readonly Choice[]): Choice | undefined {
  if (before.length === 0) return undefined;
  return after.find(({ id }) => !ALIASES.has(id) && !before.some((known) => known.id === id));
}
