import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Renders its host every second, for as long as it is on the page. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #interval: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** How long ago a moment (milliseconds since 1970) was, in milliseconds; never negative. */
  since(moment: number): number {
    return Math.max(0, Date.now() - moment);
  }

  hostConnected(): void {
    this.#interval = setInterval(() => this.#host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#interval);
  }
}
