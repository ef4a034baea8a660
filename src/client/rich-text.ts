/** What is in a text besides its letters: links, and emoji that stand alone. Pure: nobody makes HTML of it. */
import { LinkifyIt } from "linkify-it";

/** A link, and the words under which it was written. */
export interface LinkPiece {
  readonly url: string;
  readonly text: string;
}

/** Longer texts are folded. */
export const LONG = { characters: 1_500, lines: 20 } as const;

/** Only what a browser opens as a page; addresses of this network are often bare numbers. */
const links = new LinkifyIt({ fuzzyLink: true, fuzzyIP: true, fuzzyEmail: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null);

/** The text as it is, with its links (http and https only) set apart. */
export function piecesOf(text: string): (string | LinkPiece)[] {
  const pieces: (string | LinkPiece)[] = [];
  let end = 0;
  for (const { index, lastIndex, url, text: written } of links.match(text) ?? []) {
    if (!isPage(url)) continue;
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ url, text: written });
    end = lastIndex;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

function isPage(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    // No address, although it looks like one: it stays text.
    return false;
  }
}

/** One emoji, with all that it is made of: skin, hair, joined others; a flag; or a key such as 3 in a square. */
const EMOJI =
  /^(?:(?:\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|[\u{1f3fb}-\u{1f3ff}])?)*[\u{e0020}-\u{e007f}]*|[\u{1f1e6}-\u{1f1ff}]{2}|[\d#*]\ufe0f?\u20e3)\s*){1,3}$/u;

/** One to three emoji and nothing else: they are shown large. */
export function isEmoji(text: string): boolean {
  return text.length <= 100 && EMOJI.test(text.trim());
}

/** The beginning of a long text, up to the end of a word where there is one near; undefined where it is not long. */
export function beginningOf(text: string): string | undefined {
  const line = endOfLine(text, LONG.lines);
  if (text.length <= Math.min(line, LONG.characters)) return undefined;
  if (line <= LONG.characters) return `${text.slice(0, line)}…`;
  const beginning = text.slice(0, LONG.characters);
  const space = beginning.search(/\s\S*$/u);
  if (space > LONG.characters - 80) return `${beginning.slice(0, space)}…`;
  // Not through the middle of a sign that takes two units.
  return `${beginning.replace(/[\ud800-\udbff]$/, "")}…`;
}

/** Where the line of this number ends, counted from 1. */
function endOfLine(text: string, line: number): number {
  let at = -1;
  for (let count = 0; count < line; count++) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return text.length;
  }
  return at;
}

/** By how many UTF-16 units a text is longer than so many bytes of UTF-8; 0 if it fits. */
export function excessOf(text: string, most: number): number {
  // Three bytes at most for each unit.
  if (text.length * 3 <= most) return 0;
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= most) return 0;
  return text.length - new TextDecoder().decode(bytes.subarray(0, most), { stream: true }).length;
}
