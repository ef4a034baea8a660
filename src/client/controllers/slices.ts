import type { ReactiveController, ReactiveControllerHost } from "lit";
import { whenIdle } from "../parts.ts";

/** How many rows of a long list are rendered at once: more than any screen shows, and still quick on an old phone. */
const SLICE = 40;

/** Lets its host render a long list slice by slice, the next one whenever there is nothing else to do. */
export class SlicesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #length: () => number;
  readonly #idle: () => Promise<unknown>;
  #limit = SLICE;
  #waiting = false;

  /** `length` is how many rows there are; `idle` resolves when there is time for more. */
  constructor(host: ReactiveControllerHost, length: () => number, idle: () => Promise<unknown> = whenIdle) {
    this.#host = host;
    this.#length = length;
    this.#idle = idle;
    host.addController(this);
  }

  /** How many rows may be rendered now. */
  get limit(): number {
    return this.#limit;
  }

  /** It is another list now, whose first rows are wanted at once. */
  restart(): void {
    this.#limit = SLICE;
  }

  hostUpdated(): void {
    if (!this.#waiting && this.#limit < this.#length()) void this.#more();
  }

  async #more(): Promise<void> {
    this.#waiting = true;
    await this.#idle();
    this.#waiting = false;
    this.#limit += SLICE;
    this.#host.requestUpdate();
  }
}
