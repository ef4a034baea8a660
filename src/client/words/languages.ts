/** The languages that Earshot speaks, and which of them a browser's user reads. Pure. */

/** By their tags (RFC 5646), as each is called by those who speak it. */
export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", fr: "Français", zh: "中文" } as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** The first that we speak of those that the user prefers (`navigator.languages`); English if there is none. */
export function languageFor(preferred: readonly string[]): Language {
  const primary = preferred.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return primary.find(isLanguage) ?? "en";
}
