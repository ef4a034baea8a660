/** The languages that Earshot speaks, and which of them somebody reads. Pure. */

/** By their tags (RFC 5646), as each is called by those who speak it. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", fr: "Français", zh: "中文" } as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** The first that we speak of those that the user prefers (`navigator.languages`); English if there is none. */
export function languageFor(preferred: readonly string[]): Language {
  return preferred.map(primaryOf).find(isLanguage) ?? "en";
}

/** What a tag says of the language itself: "zh" of "zh-Hant-TW". */
export const primaryOf = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";
