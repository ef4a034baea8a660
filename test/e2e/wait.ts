/** Waiting for a fact, and never for a time. */
import { REACTION } from "../../scripts/timeouts.mjs";

export { paced, REACTION, STARTUP, TEST, WORK } from "../../scripts/timeouts.mjs";

/** How long `until` waits between two looks at first, and at most, in milliseconds. */
const SHORTEST = 10;
const LONGEST = 80;

/** Polls `probe` until `good` holds for its result, and returns that. Fails after `ms` with the last result. */
export async function until<T>(
  what: string,
  probe: () => Promise<T>,
  good: (value: T) => boolean,
  ms = REACTION,
): Promise<T> {
  const end = Date.now() + ms;
  for (let pause = SHORTEST; ; pause = Math.min(LONGEST, pause * 1.5)) {
    const value = await probe();
    if (good(value)) return value;
    if (Date.now() > end)
      throw new Error(
        `Still waiting for ${what} after ${Math.round(ms)} ms; last seen: ${JSON.stringify(value)?.slice(-400)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
