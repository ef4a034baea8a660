/**
 * What waits for people who are not reachable at this moment: unanswered offers with their candidates, so that a
 * phone that comes back rings at once. In memory, bounded, and as old as its limits say; times are milliseconds of any one clock.
 */
import type { SignalMessage } from "../protocol/messages.ts";

/** How long an offer waits: as long as a caller does. */
export const KEEP_OFFER = 45_000;
const OFFERS_PER_PERSON = 20;
const CANDIDATES_PER_OFFER = 100;
const PEOPLE = 10_000;
/**
 * What offers that wait may hold: those of one caller, those for one person, and all of them: the weight of the frames that they came in, in
 * bytes. What is handed over at once must be less than a connection is cut for.
 */
const BYTES_PER_CALLER = 256 * 1024;
const BYTES_PER_PERSON = 1024 * 1024;
const BYTES = 64 * 1024 * 1024;

/** Who calls. */
export interface Caller {
  readonly id: string;
  readonly name: string;
}

/** An offer that nobody has answered yet. */
export interface Waiting {
  readonly source: string;
  readonly name: string;
  readonly call: string | undefined;
  readonly messages: SignalMessage[];
  readonly until: number;
  /** The weight of the frames that its messages came in. */
  bytes: number;
  /** What is known of the page of the person who is called: that it rings, or that its user has accepted. */
  state: "sent" | "rang" | "accepted";
  /** The connection by which it was accepted. */
  by?: unknown;
}

export class Mailbox {
  /** By who is called, and by who calls them: nobody calls the same person twice at once. */
  readonly #offers = new Map<string, Map<string, Waiting>>();
  /** Who waits for whom, so that a caller who leaves is found without a scan. */
  readonly #targets = new Map<string, Set<string>>();
  /** What all of them hold. */
  #bytes = 0;

  /**
   * Keep an offer, in place of an earlier one of this caller to this person, or a candidate that belongs to a kept one.
   * Returns the offer of another call that had to give way: its caller is not in that any more.
   */
  keep(source: Caller, target: string, message: SignalMessage, now: number, bytes = 0): Waiting | undefined {
    const { call } = message.data;
    const waiting = this.#offers.get(target)?.get(source.id);
    if (message.type === "icecandidate") {
      if (waiting === undefined || waiting.call !== call || waiting.state === "accepted") return undefined;
      if (waiting.messages.length > CANDIDATES_PER_OFFER || !this.#hasRoom(source.id, target, bytes)) return undefined;
      waiting.messages.push(message);
      waiting.bytes += bytes;
      this.#bytes += bytes;
    } else if (message.type === "offer") {
      // Said again it is no younger; without a call it may be another one.
      const again = call !== undefined && waiting?.call === call;
      // It crossed the answer: handed over later, it would ring in the middle of the call, or after it.
      if (again && waiting.state === "accepted") return undefined;
      const { until, state } = again ? waiting : { until: now + KEEP_OFFER, state: "sent" as const };
      this.#set(target, { source: source.id, name: source.name, call, messages: [message], bytes, until, state });
      return call === waiting?.call || waiting?.state === "accepted" ? undefined : waiting;
    }
    return undefined;
  }

  /** Whether this very offer has been kept, or accepted: said again, it is no new ring. One without a call is always another. */
  knows(source: string, target: string, call: string | undefined): boolean {
    return call !== undefined && this.#offers.get(target)?.get(source)?.call === call;
  }

  /** The page of `target` has said that this offer rings there: it has heard it. */
  rings(source: string, target: string, call: string | undefined): void {
    const waiting = this.#offers.get(target)?.get(source);
    if (waiting?.state === "sent" && means(waiting, call)) waiting.state = "rang";
  }

  /**
   * `target` has accepted this offer, in the page that is connected as `by`. It waits no more, but is known until its time
   * is up, also if the offer itself is not (after a restart); unless it has no call by which it could be told from the next.
   */
  accept(source: Caller, target: string, call: string | undefined, by: unknown, now: number): void {
    const waiting = this.#offers.get(target)?.get(source.id);
    if (waiting && !means(waiting, call)) return;
    const known = waiting ? waiting.call : call;
    if (known === undefined) return void this.dropAny(source.id, target);
    const until = waiting?.until ?? now + KEEP_OFFER;
    this.#set(target, {
      source: source.id,
      name: source.name,
      call: known,
      messages: [],
      bytes: 0,
      until,
      state: "accepted",
      by,
    });
  }

  /** Whether this offer was accepted, by another page than the one that is connected as `by`. */
  acceptedElsewhere(source: string, target: string, call: string | undefined, by: unknown): boolean {
    const waiting = this.#offers.get(target)?.get(source);
    return waiting?.state === "accepted" && waiting.call === call && waiting.by !== by;
  }

  #set(target: string, waiting: Waiting): void {
    const offers = this.#offers.get(target) ?? new Map<string, Waiting>();
    // In its own place there is room for it, if it is no larger.
    const before = offers.get(waiting.source);
    const full = offers.size >= OFFERS_PER_PERSON || this.#offers.size >= PEOPLE;
    if (full && !before) return;
    const more = waiting.bytes - (before?.bytes ?? 0);
    if (more > 0 && !this.#hasRoom(waiting.source, target, more)) return;
    this.#bytes += more;
    this.#offers.set(target, offers.set(waiting.source, waiting));
    const targets = this.#targets.get(waiting.source) ?? new Set();
    this.#targets.set(waiting.source, targets.add(target));
  }

  /** Forget an offer, because it was refused or withdrawn. Returns it, if it waited. */
  drop(source: string, target: string, call: string | undefined): Waiting | undefined {
    const waiting = this.#offers.get(target)?.get(source);
    return waiting && means(waiting, call) ? this.dropAny(source, target) : undefined;
  }

  /** Forget the offer of `source` to `target`, of whichever call it is. Returns it, if it waited. */
  dropAny(source: string, target: string): Waiting | undefined {
    const offers = this.#offers.get(target);
    const waiting = offers?.get(source);
    if (!offers || !waiting) return undefined;
    offers.delete(source);
    this.#bytes -= waiting.bytes;
    if (offers.size === 0) this.#offers.delete(target);
    const targets = this.#targets.get(source);
    targets?.delete(target);
    if (targets?.size === 0) this.#targets.delete(source);
    return waiting.state === "accepted" ? undefined : waiting;
  }

  /** The offers that wait for `target`, oldest first. */
  waitingFor(target: string): Waiting[] {
    return [...(this.#offers.get(target)?.values() ?? [])].filter(({ state }) => state !== "accepted");
  }

  /** The people whom `source` is calling. */
  calledBy(source: string): { target: string; waiting: Waiting }[] {
    return [...(this.#targets.get(source) ?? [])].flatMap((target) => {
      const waiting = this.#offers.get(target)?.get(source);
      return waiting && waiting.state !== "accepted" ? [{ target, waiting }] : [];
    });
  }

  /** Everybody for whom something waits. */
  targets(): string[] {
    return [...this.#offers.keys()];
  }

  /** Forget the offers whose time is up, and return them. */
  expire(now: number): { target: string; waiting: Waiting }[] {
    const expired: { target: string; waiting: Waiting }[] = [];
    for (const [target, offers] of this.#offers) {
      for (const { source, until } of offers.values()) {
        const waiting = until <= now ? this.dropAny(source, target) : undefined;
        if (waiting) expired.push({ target, waiting });
      }
    }
    return expired;
  }

  /** How much is kept, for tests and for whoever watches. */
  get size(): { offers: number; callers: number; bytes: number } {
    return { offers: this.#offers.size, callers: this.#targets.size, bytes: this.#bytes };
  }

  /** Whether there is room for so many bytes more, of this caller's to this person. */
  #hasRoom(source: string, target: string, bytes: number): boolean {
    if (this.#bytes + bytes > BYTES) return false;
    const sum = (held: readonly number[]): number => held.reduce((sum, each) => sum + each, bytes);
    const waiting = [...(this.#offers.get(target)?.values() ?? [])].map(({ bytes }) => bytes);
    if (sum(waiting) > BYTES_PER_PERSON) return false;
    const own = [...(this.#targets.get(source) ?? [])].map((each) => this.#offers.get(each)?.get(source)?.bytes ?? 0);
    return sum(own) <= BYTES_PER_CALLER;
  }
}

/**
 * The old protocol names no call. An answer of it can mean only the one offer that its sender was made; and its offer is
 * meant by any answer, since our pages give such a call an id of their own.
 */
function means(waiting: Waiting, call: string | undefined): boolean {
  return call === undefined || waiting.call === undefined || waiting.call === call;
}
