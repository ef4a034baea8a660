/** Waiting for facts in tests of whole calls. */
import { waitUntil } from "@open-wc/testing";

/** How much slower the machine is than a quiet one: put in by `scripts/component-tests.mjs`, as `scripts/timeouts.mjs` has it. */
declare const TEST_PACE: number;

/** The limit REACTION of `scripts/timeouts.mjs`, in milliseconds: for what is done at once on a quiet machine. */
const PATIENCE = 10_000 * TEST_PACE;
/** How often it is looked whether something has come about: states are there to be read, statistics have to be gathered. */
const OFTEN = 10;
export const SELDOM = 50;

/** Waits until `good` holds; polls, and fails with `what`. */
export function until(what: string, good: () => unknown, interval = OFTEN): Promise<void> {
  return waitUntil(good, what, { timeout: PATIENCE, interval });
}
