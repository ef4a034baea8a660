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
  /** The latest tap, and the latest one that did something. */
  #latest: Tap = { x: 0, y: 0, at: -Infinity };
  #acted: Tap = this.#latest;

  /** A finger, pen or mouse button came down. */
  down(tap: Tap): void {
    this.#latest = tap;
  }

  /** Something is about to be done at this moment: whether it is the second half of the tap that did something before. */
  isSecond(now: number): boolean {
    const { x, y, at } = this.#acted;
    const tap = this.#latest;
    this.#acted = tap;
    // What the keyboard does comes without a tap of its own.
    if (tap.at === at || now - tap.at >= SOON) return false;
    return tap.at - at < SOON && Math.hypot(tap.x - x, tap.y - y) < NEAR;
  }
}
