/** Waiting for facts in tests of whole calls. */
import { waitUntil } from "@open-wc/testing";

/** A busy machine may take this long for what is done at once otherwise, in milliseconds; the limit of a test is 20 s. */
const PATIENCE = 10_000;
/** How often it is looked whether something has come about: states are there to be read, statistics have to be gathered. */
const OFTEN = 10;
export const SELDOM = 50;

/** Waits until `good` holds; polls, and fails with `what`. */
export function until(what: string, good: () => unknown, interval = OFTEN): Promise<void> {
  return waitUntil(good, what, { timeout: PATIENCE, interval });
}
