/** Sentences with something in them that is no text: a link, or what stands out. */
import { locale } from "./current.ts";

/** The parts of a sentence in which *stars* stand around some; `show` makes something of these. */
export function marked<T>(sentence: string, show: (text: string) => T): (string | T)[] {
  return sentence.split("*").map((text, index) => (index % 2 === 1 ? show(text) : text));
}

/** "a, b, or c", as the language of the moment joins them; `show` makes something of each. */
export function alternatives<T>(items: readonly string[], show: (item: string) => T): (string | T)[] {
  return new Intl.ListFormat(locale, { type: "disjunction" })
    .formatToParts(items)
    .map(({ type, value }) => (type === "element" ? show(value) : value));
}
