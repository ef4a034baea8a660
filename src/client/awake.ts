/** Keeps the screen on while that is wanted (W3C screen-wake-lock). The browser lets go whenever the page is hidden. */
export class Awake {
  #wanted = false;
  #lock: WakeLockSentinel | undefined;

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (this.#wanted && document.visibilityState === "visible") void this.#keep();
    });
  }

  /** Whether this browser can. */
  static get possible(): boolean {
    return "wakeLock" in navigator;
  }

  /** Keep the screen on from now on. False if the browser refuses, as some do when the battery is low. */
  async keep(): Promise<boolean> {
    this.#wanted = true;
    return this.#keep();
  }

  /** Let it go off again. */
  async release(): Promise<void> {
    this.#wanted = false;
    const lock = this.#lock;
    this.#lock = undefined;
    await lock?.release();
  }

  async #keep(): Promise<boolean> {
    try {
      const lock = await navigator.wakeLock.request("screen");
      if (this.#wanted) this.#lock = lock;
      else await lock.release();
      return true;
    } catch {
      // The page is hidden, or the battery low; asked again when the page is seen.
      return false;
    }
  }
}
