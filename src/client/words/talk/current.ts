/** The words of what people write and hand over, in the language of the moment; they come with the part that shows them. */
import { alongside } from "../current.ts";
import type { Language } from "../languages.ts";
import { english, type TalkWords } from "./english.ts";

/** Read it when you speak, not before. */
export let talkWords: TalkWords = english;

const tables: Readonly<Record<Language, () => Promise<TalkWords>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import("./german.ts")).german,
  es: async () => (await import("./spanish.ts")).spanish,
  fr: async () => (await import("./french.ts")).french,
  zh: async () => (await import("./chinese.ts")).chinese,
};

let coming: Promise<void> | undefined;

/** Speak of it in the page's language from now on. Rejects if its words could not be loaded; a later call tries again. */
export function speakOfTalk(): Promise<void> {
  coming ??= alongside(async (tag) => {
    const table = await tables[tag]();
    return () => (talkWords = table);
  }).catch((error: unknown) => {
    coming = undefined;
    throw error;
  });
  return coming;
}
