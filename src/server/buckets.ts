/** Token buckets by name, kept only while something is missing from them. Pure. */
import { type Allowance, Bucket } from "./bucket.ts";

/** More names than this are no crowd but an attack: the oldest are forgotten then. */
const MOST = 100_000;

export class Buckets {
  readonly #allowance: Allowance;
  readonly #buckets = new Map<string, Bucket>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  /** Take one from the bucket of this name, if it is not empty. */
  take(name: string, now: number): boolean {
    let bucket = this.#buckets.get(name);
    if (!bucket) {
      bucket = new Bucket(this.#allowance, now);
      this.#buckets.set(name, bucket);
      const [oldest] = this.#buckets.keys();
      if (this.#buckets.size > MOST && oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket.take(now);
  }

  /** The bucket of this name is full again. */
  forget(name: string): void {
    this.#buckets.delete(name);
  }

  /** Let go of those that are full again. Call now and then. */
  tick(now: number): void {
    for (const [name, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(name);
  }

  get size(): number {
    return this.#buckets.size;
  }
}
