/** A token bucket: so many at once, and so many a second for ever. Pure; times are milliseconds of any one clock. */
export interface Allowance {
  /** How much comes back each second; above 0. */
  readonly rate: number;
  /** The most that can be saved up, and what there is at first. */
  readonly burst: number;
}

export class Bucket {
  readonly #allowance: Allowance;
  #level: number;
  #at: number;

  constructor(allowance: Allowance, now: number) {
    this.#allowance = allowance;
    this.#level = allowance.burst;
    this.#at = now;
  }

  /** Take `cost`, if so much is there. */
  take(now: number, cost = 1): boolean {
    this.#fill(now);
    if (this.#level < cost) return false;
    this.#level -= cost;
    return true;
  }

  /** Whether nothing is missing, so that a new one would be the same. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#level >= this.#allowance.burst;
  }

  #fill(now: number): void {
    const { rate, burst } = this.#allowance;
    // A clock that was set back gives nothing, and takes nothing.
    this.#level = Math.min(burst, this.#level + (Math.max(0, now - this.#at) * rate) / 1_000);
    this.#at = now;
  }
}
