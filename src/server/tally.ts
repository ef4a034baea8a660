/** How much there is of each; what there is none of is not kept. */
export class Tally {
  readonly #counts = new Map<string, number>();

  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  add(name: string, amount = 1): void {
    this.#counts.set(name, this.of(name) + amount);
  }

  remove(name: string, amount = 1): void {
    const left = this.of(name) - amount;
    if (left > 0) this.#counts.set(name, left);
    else this.#counts.delete(name);
  }

  get size(): number {
    return this.#counts.size;
  }
}
