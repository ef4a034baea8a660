/** Keeps the screen on while that is wanted (W3C screen-wake-lock). The browser lets go whenever the page is hidden. */
import type { AppState } from "./state.ts";

export interface AwakeOptions {
  /** The browser refuses although the page is seen, as some do when the battery is low. */
  refused(): void;
}

export class Awake {
  readonly #options: AwakeOptions;
  #wanted = false;
  #lock: WakeLockSentinel | undefined;
  #asking = false;

  constructor(options: AwakeOptions) {
    this.#options = options;
    document.addEventListener("visibilitychange", () => void this.#keep());
  }

  /** Whether this browser can. */
  static get possible(): boolean {
    return "wakeLock" in navigator;
  }

  /** Keep the screen on from now on, or let it go off again. */
  follow(wanted: boolean): void {
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (wanted) void this.#keep();
    else void this.#release();
  }

  async #keep(): Promise<void> {
    const held = this.#lock?.released === false;
    if (!this.#wanted || held || this.#asking || !Awake.possible || document.visibilityState !== "visible") return;
    this.#asking = true;
    try {
      this.#lock = await navigator.wakeLock.request("screen");
    } catch {
      // Hidden meanwhile, it is asked for again when it is seen.
      if (this.#wanted && document.visibilityState === "visible") this.#options.refused();
    } finally {
      this.#asking = false;
    }
    if (!this.#wanted) await this.#release();
  }

  async #release(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    await lock?.release();
  }
}

/** A call needs the screen, also while it rings; files that are on their way do, and a phone that is to stay reachable. */
export function screenWanted({
  call,
  reachable,
  transfers,
}: Pick<AppState, "call" | "reachable" | "transfers">): boolean {
  const moving = [...transfers.values()].some(({ phase }) => phase === "moving" || phase === "waiting");
  return moving || call.phase !== "idle" || reachable?.on === true;
}
