/** What is known of the server while it is looked for: just lost, not reachable, or answering requests but no WebSocket. */
import type { Connection } from "./state.ts";

/** How long the server is looked for before the user reads that it is not reachable, in milliseconds. */
export const UNREACHABLE_AFTER = 8_000;
/** How many sockets in a row must be refused by a server that answers right after: one may just have met its restart. */
const REFUSALS = 2;

export type Standing = Extract<Connection, "offline" | "unreachable" | "refused">;

export interface SearchOptions {
  /** Whether the server answers a request at this moment; never rejects. */
  answers(): Promise<boolean>;
  /** More is known, or less. */
  changed(standing: Standing): void;
}

export class Search {
  readonly #options: SearchOptions;
  #clock: ReturnType<typeof setTimeout> | undefined;
  #late = false;
  #refusals = 0;
  #asking = false;
  /** Raised when a search ends: what was asked in it means nothing any more. */
  #run = 0;

  constructor(options: SearchOptions) {
    this.#options = options;
  }

  get standing(): Standing {
    if (this.#refusals >= REFUSALS) return "refused";
    return this.#late ? "unreachable" : "offline";
  }

  /** The server is looked for, from now on if it was not before. */
  begin(): void {
    if (this.#late) return;
    this.#clock ??= setTimeout(() => this.#learn(() => (this.#late = true)), UNREACHABLE_AFTER);
  }

  /** What was in vain so far says nothing any more: the page is seen again, or on another network. */
  again(): void {
    clearTimeout(this.#clock);
    this.#clock = undefined;
    this.#learn(() => (this.#late = false));
    this.begin();
  }

  /** A socket was refused: it never opened. Is there a server that answers otherwise? */
  async refused(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const run = this.#run;
    const answered = await this.#options.answers();
    this.#asking = false;
    if (run === this.#run) this.#learn(() => (this.#refusals = answered ? this.#refusals + 1 : 0));
  }

  /** A socket got no answer at all: whoever refused those before may be gone. */
  async unanswered(): Promise<void> {
    if (this.#refusals > 0) await this.refused();
  }

  /** It was found, or is looked for no more. */
  end(): void {
    clearTimeout(this.#clock);
    this.#clock = undefined;
    this.#late = false;
    this.#refusals = 0;
    this.#run++;
  }

  #learn(change: () => void): void {
    const before = this.standing;
    change();
    if (this.standing !== before) this.#options.changed(this.standing);
  }
}
