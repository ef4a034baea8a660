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
  #complete = false;

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
    this.#complete = false;
  }

  hostUpdate(): void {
    // All of it was rendered: a few who come in are not worth waiting for, and nobody has to go for them.
    const length = this.#length();
    if (this.#complete && length - this.#limit <= SLICE) this.#limit = Math.max(this.#limit, length);
  }

  hostUpdated(): void {
    this.#complete = this.#limit >= this.#length();
    if (!this.#waiting && !this.#complete) void this.#more();
  }

  async #more(): Promise<void> {
    this.#waiting = true;
    await this.#idle();
    this.#waiting = false;
    this.#limit += SLICE;
    this.#host.requestUpdate();
  }
}
