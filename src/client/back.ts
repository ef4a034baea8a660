/** The browser's Back must not end a call by accident: in a call it stays on the page, and asks. An open conversation it closes. */

/** What marks the entry of the history that Back may take away. */
const GUARD = "earshot-call";

export class BackGuard {
  #on = false;

  /** `asked`: the user went back; they stay on the page if they are guarded afterwards, too. */
  constructor(asked: () => void) {
    addEventListener("popstate", () => {
      if (!this.#on) return;
      asked();
      if (this.#on) this.#guard();
    });
  }

  /** There is something that Back must not leave, or no longer. Its entry stays: to go back while it is removed would race with a reload. */
  follow(on: boolean): void {
    if (on && !this.#on) this.#guard();
    this.#on = on;
  }

  #guard(): void {
    if (history.state !== GUARD) history.pushState(GUARD, "");
  }
}
