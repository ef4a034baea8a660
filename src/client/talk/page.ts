/** The page itself, as far as conversations ask for it. */
export interface Page {
  /** It is on the screen. */
  visible(): boolean;
  /** Nobody looks at it: it is hidden, or another window is in front of it. */
  away(): boolean;
  /** Be called whenever one of these may have changed. */
  turned(listener: () => void): void;
  /** Whoever closes the page is asked whether they want that. */
  guard(on: boolean): void;
}

export class BrowserPage implements Page {
  #guarded = false;

  visible(): boolean {
    return document.visibilityState === "visible";
  }

  away(): boolean {
    return !this.visible() || !document.hasFocus();
  }

  turned(listener: () => void): void {
    document.addEventListener("visibilitychange", listener);
    for (const turn of ["focus", "blur"]) addEventListener(turn, listener);
  }

  // Only for as long as it is needed: with it, browsers keep no page for going back to.
  guard(on: boolean): void {
    if (on === this.#guarded) return;
    this.#guarded = on;
    if (on) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
  }
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Chromium before 119, and Safari, ask for this.
  event.returnValue = true;
}
