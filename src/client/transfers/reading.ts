/** Reads files piece by piece, a few pieces ahead, so that the path is never idle while a disk is asked. */
import { PIECE } from "../../protocol/handing.ts";
import type { Piece } from "../../transfer/manifest.ts";
import { sha256 } from "./digest.ts";

/** How many pieces are read before they are needed. */
const AHEAD = 12;
/** What is read at once, in bytes: asking for it costs more than a piece is worth. */
const BATCH = 4 * PIECE;

export interface Read {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of a piece that has bytes. */
  readonly digest?: ArrayBuffer;
}

interface Pending {
  readonly piece: Piece;
  /** Rejects if the file cannot be read, or is another one by now. */
  readonly bytes: Promise<Read>;
}

/** A part of one file. */
interface Batch {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly bytes: Promise<ArrayBuffer>;
}

export class Reading {
  readonly #files: readonly Blob[];
  readonly #order: Iterator<Piece, unknown>;
  readonly #ahead: Pending[] = [];
  #batch: Batch | undefined;

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
    if (start === end) return { bytes: new Uint8Array(0) };
    const batch = this.#holding(file, start);
    const bytes = new Uint8Array(await batch.bytes, start - batch.start, end - start);
    return { bytes, digest: await sha256(bytes) };
  }

  /** What begins with this byte, or has it already. */
  #holding(file: number, start: number): Batch {
    if (this.#batch?.file === file && start < this.#batch.end) return this.#batch;
    const blob = this.#files[file]!;
    const end = Math.min(start + BATCH, blob.size);
    return (this.#batch = { file, start, end, bytes: whole(blob.slice(start, end), end - start) });
  }
}

async function whole(part: Blob, size: number): Promise<ArrayBuffer> {
  const bytes = await part.arrayBuffer();
  if (bytes.byteLength !== size) throw new Error("the file has become shorter");
  return bytes;
}
