import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Peer } from "../../protocol/messages.ts";
import { cleared, seated, type Seat } from "../roster.ts";
import { GlideController } from "./glide.ts";
import { HoldController } from "./hold.ts";

/** How long somebody who has gone is seen to fade, in milliseconds. */
const FADE = 300;

export interface RosterOptions {
  people(): readonly Peer[];
  /** The element whose children are the rows. */
  list(): HTMLElement | null | undefined;
  /** Which of all people they are; those of another choice take their places at once. */
  choice?(): unknown;
}

/** The rows of a list of people, which come and go without a jump: see `seated`. */
export class RosterController implements ReactiveController {
  readonly hold: HoldController;
  readonly #glide: GlideController;
  readonly #host: ReactiveControllerHost;
  readonly #options: RosterOptions;
  #people: readonly Peer[] | undefined;
  #choice: unknown;
  #seats: readonly Seat[] = [];
  /** Some sit where they would not by the sorting, or have gone and faded. */
  #unsettled = false;
  #fading: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: RosterOptions) {
    this.#host = host;
    this.#options = options;
    this.hold = new HoldController(host);
    this.#glide = new GlideController(host, options.list);
    host.addController(this);
  }

  get seats(): readonly Seat[] {
    return this.#seats;
  }

  hostUpdate(): void {
    const people = this.#options.people();
    const { held } = this.hold;
    const settle = this.#unsettled && !held;
    if (people === this.#people && !settle) return;
    this.#people = people;
    const choice = this.#options.choice?.();
    if (choice !== this.#choice) {
      this.#choice = choice;
      this.#seats = seated([], people, false);
      return;
    }
    this.#glide.measure();
    this.#seats = seated(settle ? cleared(this.#seats) : this.#seats, people, held);
    this.#unsettled = held;
    if (!held && this.#seats.some(({ gone }) => gone)) this.#fading ??= setTimeout(this.#faded, FADE);
  }

  hostDisconnected(): void {
    clearTimeout(this.#fading);
    this.#fading = undefined;
    this.#unsettled = true;
  }

  readonly #faded = (): void => {
    this.#fading = undefined;
    this.#unsettled = true;
    this.#host.requestUpdate();
  };
}
