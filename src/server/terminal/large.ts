/** Addresses in letters three lines high, to be read from across a table. */

/** Three by five dots each; a colon and a full stop are narrower. */
const GLYPHS: Readonly<Record<string, readonly string[]>> = {
  "0": ["###", "# #", "# #", "# #", "###"],
  "1": ["## ", " # ", " # ", " # ", "###"],
  "2": ["###", "  #", "###", "#  ", "###"],
  "3": ["###", "  #", "###", "  #", "###"],
  "4": ["# #", "# #", "###", "  #", "  #"],
  "5": ["###", "#  ", "###", "  #", "###"],
  "6": ["###", "#  ", "###", "# #", "###"],
  "7": ["###", "  #", "  #", "  #", "  #"],
  "8": ["###", "# #", "###", "# #", "###"],
  "9": ["###", "# #", "###", "  #", "###"],
  a: ["   ", "## ", " ##", "# #", "###"],
  b: ["#  ", "#  ", "###", "# #", "###"],
  c: ["   ", "   ", "###", "#  ", "###"],
  d: ["  #", "  #", "###", "# #", "###"],
  e: ["   ", "###", "# #", "## ", "###"],
  f: [" ##", " # ", "###", " # ", " # "],
  "[": ["##", "# ", "# ", "# ", "##"],
  "]": ["##", " #", " #", " #", "##"],
  ".": [" ", " ", " ", " ", "#"],
  ":": [" ", "#", " ", "#", " "],
};
const BLOCKS = " ▄▀█";

/** `text` as three lines of block characters; undefined if it is not of the digits and signs of an address. */
export function large(text: string): string[] | undefined {
  const glyphs = [...text].map((character) => GLYPHS[character]);
  if (!glyphs.every((glyph) => glyph !== undefined)) return undefined;
  const dots = [0, 1, 2, 3, 4].map((row) => glyphs.map((glyph) => glyph[row]!).join(" "));
  return [0, 2, 4].map((row) =>
    [...dots[row]!].map((_, x) => BLOCKS[2 * dot(dots[row], x) + dot(dots[row + 1], x)]!).join(""),
  );
}

function dot(row: string | undefined, x: number): number {
  return row?.[x] === "#" ? 1 : 0;
}
