/** What is kept of one file that comes: whole pieces in a row, and the digest of each. */
import { piecesIn } from "../../transfer/manifest.ts";
import { digestOf, type PieceDigests } from "./digest.ts";
import type { Announced, Keeping, Kept } from "./keeping.ts";

export class Shelf {
  readonly #file: Announced;
  readonly #keeping: Pick<Keeping, "begin">;
  #kept: Kept | undefined;
  #digests: PieceDigests = [];
  #size = 0;
  #discarded = false;

  constructor(file: Announced, keeping: Pick<Keeping, "begin">) {
    this.#file = file;
    this.#keeping = keeping;
  }

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  get pieces(): number {
    return this.#digests.length;
  }

  /** Keep one more piece. Rejects as `Kept` does. */
  async append(piece: ArrayBuffer): Promise<void> {
    const { byteLength } = piece;
    const kept = await this.#open();
    this.#digests.push(await kept.append(piece));
    this.#size += byteLength;
  }

  /** What both sides reckon from all of it. */
  digest(): Promise<string> {
    return digestOf(this.#digests, piecesIn(this.#file.size));
  }

  async content(): Promise<File> {
    return (await this.#open()).file();
  }

  /** Keep so many bytes of it, whole pieces or all; or none, where that cannot be done. */
  async cut(size: number): Promise<void> {
    try {
      await this.#kept?.truncate(size);
      this.#size = size;
      this.#digests.length = piecesIn(size);
    } catch {
      // Whatever keeps it has broken down: it begins anew with another.
      if (this.#kept) void discard(this.#kept);
      this.#kept = undefined;
      this.#size = 0;
      this.#digests = [];
    }
  }

  /** Throw it away for good. */
  discard(): void {
    this.#discarded = true;
    if (this.#kept) void discard(this.#kept);
  }

  async #open(): Promise<Kept> {
    if (this.#kept) return this.#kept;
    const kept = await this.#keeping.begin(this.#file);
    // It is over since.
    if (this.#discarded) await discard(kept);
    return (this.#kept = kept);
  }
}

async function discard(kept: Kept): Promise<void> {
  try {
    await kept.discard();
  } catch {
    // It is gone already, with the place where it was.
  }
}
