/** Counts what passes by, at the cost of an addition: whoever watches reads it later (see metrics.ts). */
import { ErrorCode } from "../protocol/messages.ts";
import { ReadMessage } from "../protocol/talk.ts";

/** What is not known here is counted under this name, so that nobody can invent kinds without end. */
const OTHER = "other";

/** Upper bounds of the buckets of delays, in milliseconds. */
export const DELAYS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 1_000] as const;

/** How much is held at this moment. */
export interface Held {
  /** WebSockets, whether they have said who they are or not. */
  readonly connections: number;
  /** Listed, here or away. */
  readonly people: number;
  readonly away: number;
  /** Offers that wait for an answer. */
  readonly offers: number;
  /** Calls that came to nothing, and that somebody is still to be told of. */
  readonly missed: number;
  /** Texts that nobody has been shown yet. */
  readonly texts: number;
}

export class Meter {
  readonly #received = new Kinds(ReadMessage.options.map(({ entries }) => entries.type.literal));
  readonly #refused = new Kinds(ErrorCode.options);
  /** One for each of DELAYS, and one for whatever took longer. */
  readonly #delays = new Float64Array(DELAYS.length + 1);
  #delay = 0;
  #frames = 0;
  #bytes = 0;
  #failures = 0;

  /** A frame of this type has come in; "other" for what could not be read. */
  received(type: string): void {
    this.#received.count(type);
  }

  /** So many frames were handed to sockets, of so many bytes in all. */
  sent(frames: number, bytes: number): void {
    this.#frames += frames;
    this.#bytes += bytes;
  }

  /** Somebody was sent an error of this code. */
  refused(code: string): void {
    this.#refused.count(code);
  }

  /** A frame was passed on, so many milliseconds after it had come in. */
  relayed(milliseconds: number): void {
    let bucket = 0;
    while (milliseconds > DELAYS[bucket]!) bucket++;
    this.#delays[bucket]!++;
    this.#delay += milliseconds;
  }

  /** An error that nobody had expected, and that the process has outlived. */
  failed(): void {
    this.#failures++;
  }

  /** All of it since the start; delays in milliseconds. */
  get counts() {
    return {
      received: this.#received.all,
      refused: this.#refused.all,
      sent: { frames: this.#frames, bytes: this.#bytes },
      relayed: { buckets: [...this.#delays], sum: this.#delay },
      failures: this.#failures,
    };
  }
}

/** Counters for a set of kinds that never grows. */
class Kinds {
  readonly #other = { count: 0 };
  readonly #kinds: ReadonlyMap<string, { count: number }>;

  constructor(kinds: readonly string[]) {
    this.#kinds = new Map([...kinds.map((kind) => [kind, { count: 0 }] as const), [OTHER, this.#other]]);
  }

  count(kind: string): void {
    (this.#kinds.get(kind) ?? this.#other).count++;
  }

  get all(): ReadonlyMap<string, number> {
    return new Map([...this.#kinds].map(([kind, { count }]) => [kind, count]));
  }
}
