/** The timers of one handing over, in step with its state. */
import { type Handover, type Timer, timeouts, timerKey } from "../../transfer/handover.ts";

export class HandoverTimers {
  readonly #fire: (timer: Timer) => void;
  readonly #running = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(fire: (timer: Timer) => void) {
    this.#fire = fire;
  }

  /** It is in this state now: each timer runs until it fires, or `timerKey` is another. */
  follow(handover: Handover): void {
    const wanted = new Map(
      (Object.entries(timeouts(handover)) as [Timer, number][]).map(([timer, ms]) => [
        timerKey(handover, timer),
        { timer, ms },
      ]),
    );
    for (const [key, timer] of this.#running) {
      if (wanted.has(key)) continue;
      clearTimeout(timer);
      this.#running.delete(key);
    }
    for (const [key, { timer, ms }] of wanted) {
      if (this.#running.has(key)) continue;
      const start = setTimeout(() => {
        this.#running.delete(key);
        this.#fire(timer);
      }, ms);
      this.#running.set(key, start);
    }
  }
}
