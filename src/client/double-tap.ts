/** A second tap that was meant for one view must not act on the one that has taken its place: Accept and Hang up, say. */

/** Two taps are one if they are within this many milliseconds and CSS pixels. */
const SOON = 400;
const NEAR = 40;

interface Tap {
  readonly x: number;
  readonly y: number;
  /** In milliseconds of any one clock. */
  readonly at: number;
}

export class DoubleTap {
  #last: Tap = { x: 0, y: 0, at: -Infinity };
  #second = false;

  /** A finger, pen or mouse button came down. */
  down(tap: Tap): void {
    const { x, y, at } = this.#last;
    this.#second = tap.at - at < SOON && Math.hypot(tap.x - x, tap.y - y) < NEAR;
    this.#last = tap;
  }

  /** Whether what is done at this moment is done by the second tap of two. */
  isSecond(now: number): boolean {
    return this.#second && now - this.#last.at < SOON;
  }
}
