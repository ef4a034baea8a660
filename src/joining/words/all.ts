/** The words for the door in every language; a browser loads only its own. */
import type { Language } from "../languages.ts";
import { chinese } from "./chinese.ts";
import { english, type DoorWords } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { spanish } from "./spanish.ts";

export const doorWords: Readonly<Record<Language, DoorWords>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
  zh: chinese,
};
