/** Finds people by what is typed of their names, as phones do: without regard to case and accents, in any order. Pure. */
import type { Peer } from "../protocol/messages.ts";

/** Letters that are no others with a mark on them (Unicode does not take them apart), and that keyboards elsewhere do not have. */
const PLAIN: Readonly<Record<string, string>> = { æ: "ae", ø: "o", œ: "oe", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };

/** Names as they were compared last: the same ones are looked through with each letter that is typed. */
const folded = new WeakMap<Peer, string>();

/** Those whose names hold every word of the query, in the order in which they were. */
export function found(people: readonly Peer[], query: string): readonly Peer[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return people;
  return people.filter((peer) => {
    const name = nameOf(peer);
    return words.every((word) => name.includes(word));
  });
}

function nameOf(peer: Peer): string {
  const known = folded.get(peer);
  if (known !== undefined) return known;
  const name = fold(peer.name);
  folded.set(peer, name);
  return name;
}

/** Small letters without marks; those that are wide or joined as simple ones (NFKD, UAX #15); ß by way of SS. */
function fold(text: string): string {
  return text
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[æøœłđðþı]/gu, (letter) => PLAIN[letter] ?? letter);
}
