/** Light or dark, as the system has it or as the user wants it: see `data-appearance` in public/app.css. */
import type { Preferences } from "./preferences.ts";

/** What the browser's own bars are coloured like, as in public/app.css. */
const GROUND = { light: "#f6f3ed", dark: "#141210" } as const;

/** Look so from now on. */
export function showAppearance(appearance: Preferences["appearance"]): void {
  const { dataset } = document.documentElement;
  if (dataset["appearance"] === appearance) return;
  dataset["appearance"] = appearance;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes("dark") ? "dark" : "light";
    meta.content = GROUND[appearance === "system" ? own : appearance];
  }
}
