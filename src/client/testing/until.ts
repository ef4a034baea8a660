/** Waiting for facts in tests of pages. */
import { waitUntil } from "@open-wc/testing";
import { REACTION } from "../../../scripts/timeouts.mjs";

/** How often it is looked whether something has come about: states are there to be read, statistics have to be gathered. */
const OFTEN = 10;
export const SELDOM = 50;

type Fact = () => unknown;

interface Patience {
  /** How often it is looked, in milliseconds. */
  interval?: number;
  /** One of the limits of `scripts/timeouts.mjs`. */
  limit?: number;
}

/**
 * Waits until `good` holds; fails with `what` after the limit, which is REACTION. A fact that speaks for itself needs
 * no other words.
 */
export function until(what: string, good: Fact, patience?: Patience): Promise<void>;
export function until(good: Fact): Promise<void>;
export function until(
  what: string | Fact,
  good: Fact = what as Fact,
  { interval = OFTEN, limit = REACTION }: Patience = {},
): Promise<void> {
  return waitUntil(good, String(what), { timeout: limit, interval });
}
