/**
 * What waits for people who are not reachable at this moment: unanswered offers with their candidates, so that a
 * phone that comes back rings at once, and calls that were given up before it did. In memory, bounded, and as
 * old as its limits say; times are milliseconds of any one clock.
 */
import type { SignalMessage } from "../protocol/messages.ts";

/** How long an offer waits: as long as a caller does. */
export const KEEP_OFFER = 45_000;
/** How long a missed call is remembered. */
export const KEEP_MISSED = 10 * 60_000;
/** How long it is told again to somebody who reconnects: the first time may have been lost with a network that went. */
export const KEEP_TOLD = 120_000;
const MISSED_PER_PERSON = 20;
const OFFERS_PER_PERSON = 20;
const CANDIDATES_PER_OFFER = 100;
const PEOPLE = 10_000;

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
  /** What is known of the page of the person who is called: that it rings, or that its user has accepted. */
  state: "sent" | "rang" | "accepted";
  /** The connection by which it was accepted. */
  by?: unknown;
}

export interface MissedCall {
  readonly source: string;
  readonly name: string;
  /** Absent for a caller that names none. */
  readonly call?: string | undefined;
  readonly at: number;
}

export class Mailbox {
  /** By who is called, and by who calls them: nobody calls the same person twice at once. */
  readonly #offers = new Map<string, Map<string, Waiting>>();
  /** Who waits for whom, so that a caller who leaves is found without a scan. */
  readonly #targets = new Map<string, Set<string>>();
  readonly #missed = new Map<string, (MissedCall & { until: number })[]>();

  /**
   * Keep an offer, in place of an earlier one of this caller to this person, or a candidate that belongs to a kept one.
   * Returns the offer of another call that had to give way: its caller is not in that any more.
   */
  keep(source: Caller, target: string, message: SignalMessage, now: number): Waiting | undefined {
    const { call } = message.data;
    const waiting = this.#offers.get(target)?.get(source.id);
    if (message.type === "icecandidate") {
      const room = waiting !== undefined && waiting.messages.length <= CANDIDATES_PER_OFFER;
      if (room && waiting.call === call && waiting.state !== "accepted") waiting.messages.push(message);
    } else if (message.type === "offer") {
      // Said again it is no younger; without a call it may be another one.
      const again = call !== undefined && waiting?.call === call;
      // It crossed the answer: handed over later, it would ring in the middle of the call, or after it.
      if (again && waiting.state === "accepted") return undefined;
      const { until, state } = again ? waiting : { until: now + KEEP_OFFER, state: "sent" as const };
      this.#set(target, { source: source.id, name: source.name, call, messages: [message], until, state });
      return call === waiting?.call || waiting?.state === "accepted" ? undefined : waiting;
    }
    return undefined;
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
    const full = offers.size >= OFFERS_PER_PERSON || this.#offers.size >= PEOPLE;
    if (full && !offers.has(waiting.source)) return;
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

  /** Remember that `target` was called in vain. */
  miss(target: string, { source, name, call, at }: MissedCall): void {
    const missed = this.#missed.get(target) ?? [];
    if (missed.length === 0 && this.#missed.size >= PEOPLE) return;
    const calls = missed.filter((other) => call === undefined || other.call !== call || other.source !== source);
    this.#missed.set(target, [...calls, { source, name, call, at, until: at + KEEP_MISSED }].slice(-MISSED_PER_PERSON));
  }

  /** The calls that `target` missed. They are forgotten a while after this, since it may be said into a dead socket. */
  tellMissed(target: string, now: number): MissedCall[] {
    const calls = this.#missed.get(target) ?? [];
    const kept = calls.map((call) => ({ ...call, until: Math.min(call.until, now + KEEP_TOLD) }));
    if (kept.length > 0) this.#missed.set(target, kept);
    return calls.filter(({ until }) => until > now).map(({ source, name, call, at }) => ({ source, name, call, at }));
  }

  /** Forget what is too old. Returns the offers whose time is up. */
  expire(now: number): { target: string; waiting: Waiting }[] {
    for (const [target, calls] of this.#missed) {
      const fresh = calls.filter(({ until }) => until > now);
      if (fresh.length > 0) this.#missed.set(target, fresh);
      else this.#missed.delete(target);
    }
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
  get size(): { offers: number; callers: number; missed: number } {
    return { offers: this.#offers.size, callers: this.#targets.size, missed: this.#missed.size };
  }
}

/**
 * The old protocol names no call. An answer of it can mean only the one offer that its sender was made; and its offer is
 * meant by any answer, since our pages give such a call an id of their own.
 */
function means(waiting: Waiting, call: string | undefined): boolean {
  return call === undefined || waiting.call === undefined || waiting.call === call;
}
