import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Tells its host, as `--view-height` and `--view-top`, what a phone's on-screen keyboard leaves of the page. */
export class ViewportController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  hostConnected(): void {
    window.visualViewport?.addEventListener("resize", this.#measure);
    window.visualViewport?.addEventListener("scroll", this.#measure);
    this.#measure();
  }

  hostDisconnected(): void {
    window.visualViewport?.removeEventListener("resize", this.#measure);
    window.visualViewport?.removeEventListener("scroll", this.#measure);
  }

  readonly #measure = (): void => {
    const view = window.visualViewport;
    // Zoomed in with two fingers, the call must stay where it is.
    if (!view || view.scale > 1.01) return;
    this.#host.style.setProperty("--view-height", `${view.height}px`);
    this.#host.style.setProperty("--view-top", `${view.offsetTop}px`);
  };
}
