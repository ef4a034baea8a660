/** What is wrong with a table of words in another language, as far as that can be told without reading it. */

type Sentence = (...args: unknown[]) => string;

export interface Exceptions {
  /** What may read the same as in English, by its path: names, and words that the language shares; and in which languages. */
  readonly same?: Readonly<Record<string, readonly string[]>>;
}

/** By what is wrong: the sentences, each with its path. All are empty where nothing is. */
export interface Faults {
  readonly missing: string[];
  readonly english: string[];
  readonly lost: string[];
  readonly endings: string[];
  readonly punctuation: string[];
}

/** Every sentence of a table by its path, a plain string as a function without arguments. */
export function sentences(table: object, path = ""): Map<string, Sentence> {
  const found = Object.entries(table).map(([key, value]: [string, unknown]): [string, Sentence][] => {
    const at = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [[at, () => value]];
    if (typeof value === "function") return [[at, value as Sentence]];
    return [...sentences(value as object, at)];
  });
  return new Map(found.flat());
}

/** How a table in the language `tag` compares with the English one. */
export function faultsOf(tag: string, english: object, table: object, { same = {} }: Exceptions = {}): Faults {
  const translated = sentences(table);
  const pairs = [...sentences(english)].map(([path, sentence]) => {
    const other = translated.get(path) ?? (() => "");
    const { text: original, args } = spoken(sentence, sentence.length);
    return { path, original, args, other, text: spoken(other, sentence.length).text, parameters: sentence.length };
  });
  const wrong = (isWrong: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(isWrong).map(({ path, text }) => `${path}: ${text}`);
  const known = new Set(pairs.map(({ path }) => path));
  const empty = (text: string) => text.trim() === "" || /undefined|NaN|\[object/u.test(text);
  return {
    missing: [
      ...wrong(({ text }) => empty(text)),
      ...wrong(({ other, parameters }) => [0, 1, 2].some((count) => empty(spoken(other, parameters, count).text))),
      ...[...translated.keys()].filter((path) => !known.has(path)),
    ],
    english: wrong(
      ({ path, text, original }) =>
        (text === original && /\p{L}/u.test(text.replace(/\{\w+\}/gu, "")) && same[path]?.includes(tag) !== true) ||
        /(?<!\p{L})(the|and|is|are|your|you|this|with)(?!\p{L})/iu.test(text),
    ),
    lost: wrong(({ text, original, args }) => {
      const marks = original.match(/\{\w+\}/gu) ?? [];
      const stars = (text.match(/\*/gu) ?? []).length;
      return (
        [...args.filter((arg) => original.includes(arg)), ...marks].some((part) => !text.includes(part)) ||
        stars % 2 === 1 ||
        original.includes("*") !== stars > 0
      );
    }),
    endings: wrong(({ text, original }) => ending(text) !== ending(original)),
    punctuation: wrong(({ text }) => UNTIDY[tag]?.test(text) === true),
  };
}

/** What a language's own punctuation does not allow. */
const UNTIDY: Readonly<Record<string, RegExp>> = {
  // A question begins with a mark, too.
  es: /^[^¿]*\?/u,
  // No line breaks before these, but there is a space.
  fr: /(?<![\u00a0\u202f?!:\d])[?!;:](?!\/\/|\d)|«(?!\u00a0)|(?<!\u00a0)»/u,
  // Marks are as wide as the signs.
  zh: /\p{Script=Han}[,.?!:;]|[,.?!:;]\p{Script=Han}/u,
  de: /„[^“]*["”]|"[^"]*"/u,
};

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

/** What a table without any fault gives. */
export const noFaults = { missing: [], english: [], lost: [], endings: [], punctuation: [] };
