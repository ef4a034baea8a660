/** What is handed over, as both sides have agreed, and in which order it comes. Pure. */
import { PIECE } from "../protocol/handing.ts";
import { type FileInfo, MAX_FILE_NAME, MOST_FILES } from "../protocol/talk.ts";
import { shorten, weigh } from "./file-name.ts";

/** One message stays below this, in bytes of UTF-8: what the server lets pass is 64 KiB. */
const MAX_OFFER = 32 * 1024 - 512;

type Sized = Pick<FileInfo, "size">;
/** A `File` is one, too. */
type Named = Pick<FileInfo, "name" | "type" | "size">;

/** The bytes of all these files. */
export const totalOf = (files: readonly Sized[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** Where a file begins, were all of them one: the bytes of those before it. */
export const startOf = (files: readonly Sized[], file: number): number => totalOf(files.slice(0, file));

/** A file as it is announced. */
export function announce({ name, type, size }: Named): FileInfo {
  return { name: shorten(name, MAX_FILE_NAME), type: type.length > 255 ? "" : type, size };
}

/** The files of one offer after the other: each has at most `MOST_FILES`, and fits in a message. */
export function split<T extends Named>(files: readonly T[]): T[][] {
  const offers: T[][] = [];
  let bytes = Infinity;
  for (const file of files) {
    const more = weigh(JSON.stringify(announce(file))) + 1;
    let last = offers.at(-1);
    if (!last || last.length >= MOST_FILES || bytes + more > MAX_OFFER) {
      last = [];
      offers.push(last);
      bytes = 0;
    }
    last.push(file);
    bytes += more;
  }
  return offers;
}

/** One step of sending: these bytes of this file, which are none in an empty one; `last` ends the file. */
export interface Piece {
  readonly file: number;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly last: boolean;
}

/** All that is to be sent from a piece of a file on; each file has one step at least. */
export function* pieces(files: readonly Sized[], from: { file: number; piece: number }): Generator<Piece> {
  for (let file = from.file; file < files.length; file++) {
    const { size } = files[file]!;
    const count = piecesIn(size);
    let index = file === from.file ? Math.min(from.piece, count) : 0;
    do {
      const start = Math.min(index * PIECE, size);
      const end = Math.min(start + PIECE, size);
      yield { file, index, start, end, last: end === size };
    } while (++index < count);
  }
}

/** How many pieces a file of so many bytes has. */
export const piecesIn = (size: number): number => Math.ceil(size / PIECE);
