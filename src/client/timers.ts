/** The timers of a call, in step with its phases. */
import { type Call, type Timer, timeouts } from "../call/call.ts";

/** Do something in `ms` milliseconds; returns what calls that off. */
export type After = (ms: number, act: () => void) => () => void;

const realTime: After = (ms, act) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** Each timer that `timeouts` names runs from the beginning of its phase until it fires or the phase ends. */
export class CallTimers {
  readonly #fire: (timer: Timer) => void;
  readonly #after: After;
  readonly #running = new Map<string, () => void>();

  constructor(fire: (timer: Timer) => void, after: After = realTime) {
    this.#fire = fire;
    this.#after = after;
  }

  /** The call is in this state now. */
  follow(call: Call): void {
    const wanted = new Map<string, [Timer, number]>();
    if (call.phase !== "idle") {
      for (const [timer, ms] of Object.entries(timeouts(call)) as [Timer, number][]) {
        wanted.set(`${call.call} ${call.phase} ${timer}`, [timer, ms]);
      }
    }
    for (const [key, callOff] of this.#running) {
      if (wanted.has(key)) continue;
      callOff();
      this.#running.delete(key);
    }
    for (const [key, [timer, ms]] of wanted) {
      if (!this.#running.has(key))
        this.#running.set(
          key,
          this.#after(ms, () => this.#fire(timer)),
        );
    }
  }
}
