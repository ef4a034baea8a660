/** Says that something has changed at once, and then not again before a moment has passed, however much there is: see `EVERY`. */
import type { Clock } from "./clock.ts";

/** In milliseconds: as fast as people read, and slow enough for old phones. */
const EVERY = 50;

export class Publisher {
  readonly #clock: Clock;
  readonly #publish: () => void;
  #due = false;
  #resting = false;

  constructor(clock: Clock, publish: () => void) {
    this.#clock = clock;
    this.#publish = publish;
  }

  /** After all that is being done at this moment, or when the moment of rest is over. */
  soon(): void {
    if (this.#due) return;
    this.#due = true;
    if (!this.#resting) queueMicrotask(() => this.now());
  }

  /** What is due, without waiting. */
  now(): void {
    if (!this.#due) return;
    this.#due = false;
    this.#publish();
    if (this.#resting) return;
    this.#resting = true;
    this.#clock.after(EVERY, () => {
      this.#resting = false;
      this.now();
    });
  }
}
