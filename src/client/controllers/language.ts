import type { ReactiveController, ReactiveControllerHost } from "lit";
import { onLanguage } from "../words/current.ts";

/** Renders its host anew when another language is spoken. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  hostConnected(): void {
    this.#unsubscribe = onLanguage(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
