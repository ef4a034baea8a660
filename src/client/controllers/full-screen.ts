import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The page in full screen, where the browser can (phones of Apple cannot); left when its host leaves the page. */
export class FullScreenController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #entered = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get possible(): boolean {
    return document.fullscreenEnabled ?? false;
  }

  get on(): boolean {
    return Boolean(document.fullscreenElement);
  }

  /** All of the page, so that whatever shows above a call still does. Rejects if the browser does not allow it. */
  async toggle(): Promise<void> {
    if (this.on) return document.exitFullscreen();
    await document.documentElement.requestFullscreen();
    this.#entered = true;
  }

  hostConnected(): void {
    document.addEventListener("fullscreenchange", this.#changed);
  }

  hostDisconnected(): void {
    document.removeEventListener("fullscreenchange", this.#changed);
    // If it is left at this very moment, there is nothing to leave.
    if (this.#entered && this.on) document.exitFullscreen().catch(() => undefined);
    this.#entered = false;
  }

  readonly #changed = (): void => {
    if (!this.on) this.#entered = false;
    this.#host.requestUpdate();
  };
}
