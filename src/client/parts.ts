/** What the directory does without comes in parts of its own: when there is nothing else to do, or at once where it is needed. */

/** Waits until the browser has nothing else to do; Safari cannot tell, and is given a moment instead. */
export function whenIdle(): Promise<unknown> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(resolve, { timeout: 2_000 });
    else setTimeout(resolve, 200);
  });
}

export class Parts<Part extends string> {
  readonly #loaders: Readonly<Record<Part, () => Promise<unknown>>>;
  readonly #idle: () => Promise<unknown>;
  readonly #asked = new Map<Part, Promise<boolean>>();
  readonly #there = new Set<Part>();

  /** Each loader imports one part; `idle` resolves when there is time for one. */
  constructor(loaders: Readonly<Record<Part, () => Promise<unknown>>>, idle: () => Promise<unknown> = whenIdle) {
    this.#loaders = loaders;
    this.#idle = idle;
  }

  has(part: Part): boolean {
    return this.#there.has(part);
  }

  /**
   * Load a part now, once. False if it could not be loaded: the next need tries again, in vain where the browser remembers what
   * failed until the page is reloaded (Firefox does, Chromium does not).
   */
  need(part: Part): Promise<boolean> {
    const asked = this.#asked.get(part) ?? this.#load(part);
    this.#asked.set(part, asked);
    return asked;
  }

  /** Load these one after the other, whenever there is time. Nobody waits for them: one that does not come is tried again when it is needed. */
  async prepare(...parts: readonly Part[]): Promise<void> {
    for (const part of parts) {
      await this.#idle();
      await this.need(part);
    }
  }

  async #load(part: Part): Promise<boolean> {
    try {
      await this.#loaders[part]();
      this.#there.add(part);
      return true;
    } catch {
      this.#asked.delete(part);
      return false;
    }
  }
}
