/** The languages that Earshot speaks, which its door speaks, too, and how each is written where the user lives. Pure. */
import { type Language, primaryOf } from "../../joining/languages.ts";

export { isLanguage, type Language, languageFor, LANGUAGES } from "../../joining/languages.ts";

/** The first of the user's own tags for a language, by which Intl knows their region; else the language's. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => primaryOf(tag) === language && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) ?? language;
}
