/** The languages that Earshot speaks, and which of them a browser's user reads. Pure. */

/** By their tags (RFC 5646), as each is called by those who speak it. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", fr: "Français", zh: "中文" } as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** The first that we speak of those that the user prefers (`navigator.languages`); English if there is none. */
export function languageFor(preferred: readonly string[]): Language {
  return preferred.map(primary).find(isLanguage) ?? "en";
}

/** The first of the user's own tags for a language, by which Intl knows their region; else the language's. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => primary(tag) === language && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag)) ?? language;
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
