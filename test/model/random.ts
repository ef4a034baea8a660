/** Chance that can be repeated: mulberry32, from a 32-bit seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.next() * items.length)] as T;
  }

  /** How long one way takes: most are quick, some slow, a few terribly so. */
  delay(): Delay {
    const dice = this.next();
    if (dice < 0.5) return [1, 20];
    if (dice < 0.85) return [this.between(5, 50), this.between(50, 400)];
    return [this.between(50, 500), this.between(500, 2_500)];
  }

  /** One journey on such a way. */
  within([least, most]: Delay): number {
    return this.between(least, most);
  }
}

/** The least and the most that a way takes, in milliseconds. */
export type Delay = readonly [least: number, most: number];
