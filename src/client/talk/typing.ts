/** Who is typing: the others, as far as they say so, and the user, to whom it may concern. */
import type { Clock } from "./clock.ts";

/** How often it is said at most, and for how long it holds once it was; in milliseconds. */
const EVERY = 3_000;
const HOLDS = 6_000;

export interface TypingOptions {
  clock: Clock;
  /** Tell this person that the user is typing. */
  tell(peer: string): void;
  /** Somebody has begun, or ceased. */
  changed(): void;
}

export class Typing {
  readonly #options: TypingOptions;
  /** When it was told to whom. */
  readonly #told = new Map<string, number>();
  readonly #others = new Map<string, () => void>();

  constructor(options: TypingOptions) {
    this.#options = options;
  }

  /** The ids of the others who are typing. */
  get others(): ReadonlySet<string> {
    return new Set(this.#others.keys());
  }

  /** The user is typing to this person. */
  types(peer: string): void {
    const { clock, tell } = this.#options;
    const told = this.#told.get(peer);
    const now = clock.now();
    if (told !== undefined && now >= told && now - told < EVERY) return;
    this.#told.set(peer, now);
    tell(peer);
  }

  /** The user has sent it: what they type next is something new. */
  sent(peer: string): void {
    this.#told.delete(peer);
  }

  /** This person says that they are typing. */
  heard(peer: string): void {
    const { clock, changed } = this.#options;
    const known = this.#others.get(peer);
    known?.();
    this.#others.set(
      peer,
      clock.after(HOLDS, () => this.ceased(peer)),
    );
    if (!known) changed();
  }

  /** They have written it, or are not here any more. */
  ceased(peer: string): void {
    const known = this.#others.get(peer);
    if (!known) return;
    known();
    this.#others.delete(peer);
    this.#options.changed();
  }

  clear(): void {
    for (const peer of this.#others.keys()) this.ceased(peer);
    this.#told.clear();
  }
}
