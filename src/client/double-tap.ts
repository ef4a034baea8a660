/** A second tap that was meant for one view must not act on the one that has taken its place: Accept and Hang up, say. */

/** Two taps are one if they are within this many milliseconds and CSS pixels. */
const SOON = 400;
const NEAR = 40;

interface Tap {
  readonly x: number;
  readonly y: number;
  /** When the finger did it, in milliseconds of any one clock: a busy page may hear of it much later. */
  readonly at: number;
}

export class DoubleTap {
  /** The tap that is being acted on, and the latest one that did something. */
  #tap: Tap | undefined;
  #acted: Tap | undefined;

  /** Something is clicked; `tap` is absent where that was done by the keyboard. */
  click(tap: Tap | undefined): void {
    this.#tap = tap;
  }

  /** Something is about to be done by this click: whether it is the second half of the tap that did something before. */
  isSecond(): boolean {
    const [before, tap] = [this.#acted, this.#tap];
    this.#acted = tap;
    if (!tap || !before || tap === before) return false;
    return tap.at - before.at < SOON && Math.hypot(tap.x - before.x, tap.y - before.y) < NEAR;
  }
}
