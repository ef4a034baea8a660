/** Reads files piece by piece, a few pieces ahead, so that the path is never idle while a disk is asked. */
import type { Piece } from "../../transfer/manifest.ts";
import { sha256 } from "./digest.ts";

/** How many pieces are read before they are needed. */
const AHEAD = 3;

export interface Read {
  readonly bytes: ArrayBuffer;
  /** Of a piece that has bytes. */
  readonly digest?: ArrayBuffer;
}

interface Pending {
  readonly piece: Piece;
  /** Rejects if the file cannot be read, or is another one by now. */
  readonly bytes: Promise<Read>;
}

export class Reading {
  readonly #files: readonly Blob[];
  readonly #order: Iterator<Piece, unknown>;
  readonly #ahead: Pending[] = [];

  constructor(files: readonly Blob[], order: Iterator<Piece, unknown>) {
    this.#files = files;
    this.#order = order;
  }

  /** The next piece; nothing after the last one. */
  next(): Pending | undefined {
    while (this.#ahead.length <= AHEAD) {
      const next = this.#order.next();
      if (next.done) break;
      const bytes = this.#read(next.value);
      // Whoever takes it sees that it failed; nobody may do so any more.
      bytes.catch(() => undefined);
      this.#ahead.push({ piece: next.value, bytes });
    }
    return this.#ahead.shift();
  }

  async #read({ file, start, end }: Piece): Promise<Read> {
    if (start === end) return { bytes: new ArrayBuffer(0) };
    const bytes = await this.#files[file]!.slice(start, end).arrayBuffer();
    if (bytes.byteLength !== end - start) throw new Error("the file has become shorter");
    return { bytes, digest: await sha256(bytes) };
  }
}
