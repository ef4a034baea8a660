/** The words by which a device comes in: the page without TLS has them, too. Only few ever need them here. */
import { type DoorWords, english } from "../../joining/words/english.ts";
import type { Language } from "./languages.ts";

const tables: Readonly<Record<Language, () => Promise<DoorWords>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import("../../joining/words/german.ts")).german,
  es: async () => (await import("../../joining/words/spanish.ts")).spanish,
  fr: async () => (await import("../../joining/words/french.ts")).french,
  zh: async () => (await import("../../joining/words/chinese.ts")).chinese,
};

/** In this language; in English where those cannot be loaded, since help in English is better than none. */
export async function doorIn(language: Language): Promise<DoorWords> {
  try {
    return await tables[language]();
  } catch {
    return english;
  }
}
