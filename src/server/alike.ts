/** Who could be taken for somebody else by their name. Pure. */
import unhomoglyph from "unhomoglyph";

// What is not seen (Unicode's Default_Ignorable_Code_Point holds joiners, soft hyphens, variation selectors), marks, and all that parts words.
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{M}\p{P}\p{Z}\p{Cc}\p{Cf}]/gu;

/**
 * What a name looks like: names of one skeleton are easily taken for each other (Unicode Technical Standard #39, 4). Beyond that
 * standard, neither case, accents, spaces nor punctuation tell two people apart. For comparing only, not to be read.
 */
export function skeleton(name: string): string {
  const plain = (text: string) => text.normalize("NFKD").replace(UNSEEN, "");
  // Capitals look like other letters than small ones do, so both are looked at; a capital I is a small l, and so each i is, too.
  const shape = plain(unhomoglyph(plain(unhomoglyph(plain(name))).toLowerCase()))
    .toLowerCase()
    .replaceAll("i", "l");
  return shape === "" ? name.normalize("NFKC") : shape;
}

/** Everybody by what their name looks like. */
export class Alike {
  readonly #shapes = new Map<string, Set<string>>();
  readonly #shapeOf = new Map<string, string>();

  /** Whether another one has a name that looks like that of `id`. */
  has(id: string): boolean {
    return this.#others(id) > 0;
  }

  /** `id` has this name from now on; without one, they are gone. Returns the others who have become alike by it, or no more are. */
  rename(id: string, name: string | undefined): string[] {
    const shape = name === undefined ? undefined : skeleton(name);
    const before = this.#shapeOf.get(id);
    if (shape === before) return [];
    const changed: string[] = [];
    if (before !== undefined) {
      const left = this.#shapes.get(before);
      left?.delete(id);
      if (left?.size === 1) changed.push(...left);
      if (left?.size === 0) this.#shapes.delete(before);
      this.#shapeOf.delete(id);
    }
    if (shape !== undefined) {
      const met = this.#shapes.get(shape) ?? new Set();
      if (met.size === 1) changed.push(...met);
      this.#shapes.set(shape, met.add(id));
      this.#shapeOf.set(id, shape);
    }
    return changed;
  }

  get size(): number {
    return this.#shapeOf.size;
  }

  #others(id: string): number {
    const shape = this.#shapeOf.get(id);
    return shape === undefined ? 0 : (this.#shapes.get(shape)?.size ?? 1) - 1;
  }
}
