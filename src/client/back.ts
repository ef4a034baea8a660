/** The browser's Back must not end a call by accident: in a call it stays on the page, and asks. */

/** What marks the entry of the history that Back may take away. */
const GUARD = "earshot-call";

export class BackGuard {
  #inCall = false;

  /** `asked`: the user went back in a call. */
  constructor(asked: () => void) {
    addEventListener("popstate", () => {
      if (!this.#inCall) return;
      this.#guard();
      asked();
    });
  }

  /** The call has begun, or is over. Its entry stays: to go back while it is removed would race with a reload. */
  follow(inCall: boolean): void {
    if (inCall && !this.#inCall) this.#guard();
    this.#inCall = inCall;
  }

  #guard(): void {
    if (history.state !== GUARD) history.pushState(GUARD, "");
  }
}
