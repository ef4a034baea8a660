import type { ReactiveController, ReactiveControllerHost } from "lit";
import { intend } from "../state.ts";

/** Keeps the preview camera on for as long as its host is on the page, and no longer. */
export class PreviewController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #root: EventTarget = document;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  hostConnected(): void {
    const root = this.#host.getRootNode();
    this.#root = root instanceof ShadowRoot ? root.host : root;
    intend(this.#host, { type: "preview", on: true });
  }

  hostDisconnected(): void {
    // The host has left the page by now, and what it says would reach nobody: its root says it.
    intend(this.#root, { type: "preview", on: false });
  }
}
