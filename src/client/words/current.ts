/** The words of the language that is spoken at this moment. Only English comes with the page; the others are loaded when wanted. */
import { english, type Words } from "./english.ts";
import { type Language, localeFor } from "./languages.ts";

/** Read it when you speak, not before: it is another one after `speak`. */
export let words: Words = english;
/** The tag of that language, as the `lang` attribute wants it. */
export let language: Language = "en";
/** The same as it is spoken where the user lives, for Intl: "en-GB" writes dates and times otherwise than "en-US". */
export let locale = localeFor("en", preferred());

const listeners = new Set<() => void>();
let wanted: Language = "en";

const tables: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import("./german.ts")).german,
  es: async () => (await import("./spanish.ts")).spanish,
  fr: async () => (await import("./french.ts")).french,
  zh: async () => (await import("./chinese.ts")).chinese,
};

/**
 * Speak this language from now on, or rather once its words have come. Rejects if they could not be loaded; all goes on in the
 * language of before then. A later call wins over an earlier one.
 */
export async function speak(tag: Language): Promise<void> {
  if (tag === wanted && tag === language) return;
  wanted = tag;
  const table = await tables[tag]();
  const others = await Promise.all([...further].map((load) => load(tag)));
  if (wanted !== tag) return;
  [words, language, locale] = [table, tag, localeFor(tag, preferred())];
  document.documentElement.lang = tag;
  for (const put of others) put();
  for (const listener of listeners) listener();
}

/** Loads more words of a language, and gives what puts them in place. */
export type Table = (tag: Language) => Promise<() => void>;
const further = new Set<Table>();

/** Have the words of a part that came later speak the same language, now and from now on. Rejects if they could not be loaded. */
export async function alongside(load: Table): Promise<void> {
  further.add(load);
  let tag: Language;
  do (await load((tag = language)))();
  while (tag !== language);
}

/** Be called whenever another language is spoken, until the returned function is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The browser's languages, the most wanted first; none outside of a browser. */
function preferred(): readonly string[] {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.languages ?? [];
}
