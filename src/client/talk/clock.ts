/** Time, as the parts of a conversation want it; tests bring one of their own. */
import type { After } from "../timers.ts";

export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  after: After;
}

export const realClock: Clock = {
  now: Date.now,
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
