/**
 * Everybody who is here, written in pieces of about `CHUNK` people that are kept until somebody in them changes: when a crowd arrives,
 * each of them is sent the whole list, of which only the last piece is new. Pure.
 */
import type { Peer } from "../protocol/messages.ts";

/** People in one piece, and in one frame, at most: about as many as are written at once. */
export const CHUNK = 100;

interface Piece {
  readonly ids: Set<string>;
  /** The JSON of these people, without brackets; absent if somebody has changed. */
  text: Buffer | undefined;
}

export class List {
  readonly #entry: (id: string) => Peer;
  #pieces: Piece[] = [];
  readonly #pieceOf = new Map<string, Piece>();

  /** `entry` is how a person is told of. */
  constructor(entry: (id: string) => Peer) {
    this.#entry = entry;
  }

  /** Somebody is here, or is told of differently now. */
  put(id: string): void {
    let piece = this.#pieceOf.get(id) ?? this.#pieces.at(-1);
    if (!piece || (piece.ids.size >= CHUNK && !piece.ids.has(id))) {
      piece = { ids: new Set(), text: undefined };
      this.#pieces.push(piece);
    }
    piece.ids.add(id);
    piece.text = undefined;
    this.#pieceOf.set(id, piece);
  }

  delete(id: string): void {
    const piece = this.#pieceOf.get(id);
    if (!piece) return;
    piece.ids.delete(id);
    piece.text = undefined;
    this.#pieceOf.delete(id);
    if (piece.ids.size === 0) this.#pieces = this.#pieces.filter((other) => other !== piece);
    // Pieces that have become small are put together now and then.
    if (this.#pieces.length > 2 + (3 * this.#pieceOf.size) / CHUNK) this.#tidy();
  }

  /** The list for somebody, who is not in it themselves: texts of JSON arrays without brackets, at least one. */
  for(id: string): Buffer[] {
    const own = this.#pieceOf.get(id);
    const texts = this.#pieces.map((piece) =>
      piece === own ? this.#write([...piece.ids].filter((other) => other !== id)) : this.#textOf(piece),
    );
    const some = texts.filter(({ length }) => length > 0);
    return some.length > 0 ? some : [Buffer.alloc(0)];
  }

  #textOf(piece: Piece): Buffer {
    return (piece.text ??= this.#write([...piece.ids]));
  }

  #write(ids: readonly string[]): Buffer {
    return Buffer.from(ids.map((id) => JSON.stringify(this.#entry(id))).join(","));
  }

  #tidy(): void {
    const ids = [...this.#pieceOf.keys()];
    this.#pieces = [];
    this.#pieceOf.clear();
    for (const id of ids) this.put(id);
  }
}
