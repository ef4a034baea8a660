/** Shakes the device while somebody calls, where it can and the browser lets it (W3C vibration); only a page that is seen may. */

/** On and off in turn, in milliseconds, as often as it takes. */
const PATTERN = [400, 200, 400];
const EVERY = 3_000;

export class Vibration {
  #repeat: ReturnType<typeof setInterval> | undefined;

  /** Whether it is to. */
  follow(on: boolean): void {
    if (on === (this.#repeat !== undefined)) return;
    clearInterval(this.#repeat);
    this.#repeat = on ? setInterval(() => vibrate(PATTERN), EVERY) : undefined;
    vibrate(on ? PATTERN : 0);
  }
}

/** Before the first touch, browsers refuse and complain. */
function vibrate(pattern: VibratePattern): void {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(pattern);
}
