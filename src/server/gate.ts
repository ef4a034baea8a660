/** Who may open one more connection, decided before anything is read from it. Pure; times are milliseconds of any one clock. */
import type { Allowance } from "./bucket.ts";
import { Buckets } from "./buckets.ts";
import type { Room } from "./people.ts";
import { Tally } from "./tally.ts";

/** How often buckets are looked through that have filled up again, in milliseconds. */
const SWEEP = 1_000;

export interface GateLimits {
  /** Connections that one address may have open at once. */
  readonly open: number;
  /** How quickly one address may open new ones. */
  readonly pace: Allowance;
}

/**
 * What a server with so much room allows. A page opens several connections, and opens them anew when it is loaded again; but each costs
 * a TLS handshake, over 1 ms of processor time, so that a stream of them is the cheapest attack there is.
 */
export function gateLimits({ perAddress }: Pick<Room, "perAddress">): GateLimits {
  return { open: 4 * perAddress, pace: { burst: 4 * perAddress, rate: perAddress / 4 } };
}

/** How many connections there may be in all: two for each person, and some for those who are only looking. */
export const mostConnections = ({ people }: Pick<Room, "people">): number => 2 * people + 1_000;

export class Gate {
  readonly #most: number;
  readonly #open = new Tally();
  readonly #pace: Buckets;
  #sweptAt = -Infinity;

  constructor({ open, pace }: GateLimits) {
    this.#most = open;
    this.#pace = new Buckets(pace);
  }

  /** One more from this address: it counts as open until `leaves`, unless this is false. */
  admits(address: string, now: number): boolean {
    // A clock may be set back.
    if (Math.abs(now - this.#sweptAt) >= SWEEP) {
      this.#sweptAt = now;
      this.#pace.tick(now);
    }
    if (this.#open.of(address) >= this.#most || !this.#pace.take(address, now)) return false;
    this.#open.add(address);
    return true;
  }

  /** One that was admitted is closed. */
  leaves(address: string): void {
    this.#open.remove(address);
  }

  /** Addresses that have some open, and addresses that have opened some lately. */
  get size(): { open: number; lately: number } {
    return { open: this.#open.size, lately: this.#pace.size };
  }
}
