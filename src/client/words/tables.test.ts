import { describe, expect, it } from "vitest";
import { chinese } from "./chinese.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { spanish } from "./spanish.ts";

/** What may read the same as in English: names, and words that the language has taken over or shares. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  "notifications.title": ["fr"],
  "chat.title": ["de", "es"],
  "chat.message": ["fr"],
};
/** Only how the parts are put together. */
const FORMS = new Set(["chat.says", "recents.lasting", "recents.dayAndTime"]);

type Sentence = (...args: unknown[]) => string;

/** Every sentence of a table by its path, a plain string as a function without arguments. */
function sentences(table: object, path = ""): Map<string, Sentence> {
  const found = Object.entries(table).map(([key, value]: [string, unknown]): [string, Sentence][] => {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [[at, () => value]];
    if (typeof value === "function") return [[at, value as Sentence]];
    return [...sentences(value as object, at)];
  });
  return new Map(found.flat());
}

/** Numbers stand for names, too: they are found again in a sentence, and can be counted. A list is one of names. */
function spoken(sentence: Sentence, parameters: number, first = 12): { text: string; args: string[] } {
  const args = Array.from({ length: parameters }, (_, index) => first + index);
  try {
    return { text: sentence(...args), args: args.map(String) };
  } catch {
    const names = ["Ada", "Bo", "Cy"];
    return { text: sentence(names), args: names };
  }
}

/** The mark at the end, in the form that English has for it. */
function ending(text: string): string {
  const last = text.trimEnd().at(-1) ?? "";
  return { "。": ".", "？": "?", "！": "!", "：": ":" }[last] ?? (/[.?!:…]/u.test(last) ? last : "");
}

const originals = [...sentences(english)];

it("finds English complete", () => {
  expect(originals.length).toBeGreaterThan(50);
  expect(originals.filter(([, sentence]) => spoken(sentence, sentence.length).text.trim() === "")).toEqual([]);
});

describe.each([
  ["de", german],
  ["es", spanish],
  ["fr", french],
  ["zh", chinese],
])("in %s", (tag, table) => {
  const translated = sentences(table);
  const pairs = originals.map(([path, sentence]) => {
    const original = spoken(sentence, sentence.length);
    const other = translated.get(path) ?? (() => "");
    return { path, original, text: spoken(other, sentence.length).text, other, parameters: sentence.length };
  });
  const wrong = (isWrong: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(isWrong).map(({ path, text }) => `${path}: ${text}`);

  it("nothing is missing, nor there besides", () => {
    expect([...translated.keys()].sort()).toEqual(originals.map(([path]) => path).sort());
    expect(wrong(({ text }) => text.trim() === "" || /undefined|NaN|\[object/u.test(text))).toEqual([]);
  });

  it("nothing is left in English", () => {
    const same = wrong(
      ({ path, text, original }) => text === original.text && !FORMS.has(path) && SAME[path]?.includes(tag) !== true,
    );
    expect(same).toEqual([]);
    expect(wrong(({ text }) => /\b(the|and|is|are|your|you|this|with|call|laptop's)\b/iu.test(text))).toEqual([]);
  });

  it("names and numbers stand where English has them, whether one or many", () => {
    const lost = wrong(({ text, original: { text: english, args } }) =>
      args.some((arg) => english.includes(arg) && !text.includes(arg)),
    );
    expect(lost).toEqual([]);
    for (const { other, parameters } of pairs)
      for (const count of [0, 1, 2]) expect(spoken(other, parameters, count).text).not.toBe("");
  });

  it("sentences end as in English, and have as many parts that stand out", () => {
    expect(wrong(({ text, original }) => ending(text) !== ending(original.text))).toEqual([]);
    const stars = (text: string) => text.split("*").length;
    expect(wrong(({ text, original }) => stars(text) !== stars(original.text))).toEqual([]);
  });

  it("punctuation is the language's own", () => {
    const rules: Readonly<Record<string, RegExp>> = {
      // A question begins with a mark, too.
      es: /^[^¿]*\?/u,
      // No break before these, but a space.
      fr: /(?<![\u00a0\u202f?!:\d])[?!;:](?!\/\/|\d)/u,
      // In Chinese text, marks are as wide as its signs.
      zh: /\p{Script=Han}[,.?!:;]|[,.?!:;]\p{Script=Han}/u,
      de: /„[^“]*"|"[^"]*"/u,
    };
    expect(wrong(({ text }) => rules[tag]?.test(text) === true)).toEqual([]);
  });
});
