/** The one or two letters by which somebody's name is known at a glance, in any script. Pure. */

/** Written one word after the other without spaces; of such names the given one, which comes last, tells people apart. */
const IDEOGRAPHS = /^[\p{Script=Han}\p{Script=Hangul}]{2,4}$/u;
/** Letters of these join: side by side they would read as a word. */
const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}]/u;
const SPEAKS = /[\p{Letter}\p{Number}]/u;
/** Keeps two letters apart, and takes no room (Unicode 23.2). */
const NON_JOINER = "\u200c";

/** The first letters of the first and the last word; a lone emoji stands for itself. Empty if the name is. */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/u).filter(Boolean);
  const words = parts.filter((word) => SPEAKS.test(word));
  if (words.length === 0) return signsOf(parts[0] ?? "")[0] ?? "";
  if (words.length === 1 && IDEOGRAPHS.test(words[0] ?? ""))
    return signsOf(words[0] ?? "")
      .slice(-2)
      .join("");
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  const initials = chosen.map((word) => initialOf(word ?? ""));
  return initials.join(initials.some((letter) => JOINING.test(letter)) ? NON_JOINER : "");
}

/** The first letter or digit of a word, in capitals where its script has them. */
function initialOf(word: string): string {
  const sign = signsOf(word).find((each) => SPEAKS.test(each)) ?? "";
  const capital = sign.toUpperCase();
  // Some become two, such as ß.
  return signsOf(capital).length === 1 ? capital : sign;
}

/** What a reader takes for one sign each, such as a letter with its accents, or a family of emoji (UAX 29). */
function signsOf(text: string): string[] {
  // Firefox has it since 125.
  const { Segmenter } = Intl as Partial<typeof Intl>;
  return Segmenter ? Array.from(new Segmenter().segment(text), ({ segment }) => segment) : [...text];
}
