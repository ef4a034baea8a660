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
const MISSED_PER_PERSON = 20;
const OFFERS_PER_PERSON = 20;
const CANDIDATES_PER_OFFER = 100;
const PEOPLE = 10_000;

/** An offer that nobody has answered yet. */
export interface Waiting {
  readonly source: string;
  readonly name: string;
  readonly call: string | undefined;
  readonly messages: SignalMessage[];
  readonly until: number;
}

export interface MissedCall {
  readonly source: string;
  readonly name: string;
  /** Absent for a caller that names none. */
  readonly call?: string | undefined;
  readonly at: number;
}

export class Mailbox {
  readonly #offers = new Map<string, Map<string, Waiting>>();
  /** Who waits for whom, so that a caller who leaves is found without a scan. */
  readonly #targets = new Map<string, Set<string>>();
  readonly #missed = new Map<string, MissedCall[]>();

  /** Keep an offer, in place of an earlier one of the same call, or a candidate that belongs to a kept one. */
  keep(source: { id: string; name: string }, target: string, message: SignalMessage, now: number): void {
    const { call } = message.data;
    const waiting = this.#offers.get(target)?.get(key(source.id, call));
    if (message.type === "icecandidate") {
      if (waiting && waiting.messages.length <= CANDIDATES_PER_OFFER) waiting.messages.push(message);
    } else if (message.type === "offer") {
      const offers = this.#offers.get(target) ?? new Map<string, Waiting>();
      if (!waiting && (offers.size >= OFFERS_PER_PERSON || this.#offers.size >= PEOPLE)) return;
      offers.set(key(source.id, call), {
        source: source.id,
        name: source.name,
        call,
        messages: [message],
        // Said again it is no younger; without a call it may be another one.
        until: (call === undefined ? undefined : waiting?.until) ?? now + KEEP_OFFER,
      });
      this.#offers.set(target, offers);
      const targets = this.#targets.get(source.id) ?? new Set();
      this.#targets.set(source.id, targets.add(target));
    }
  }

  /** Forget an offer, because it was answered or withdrawn. Returns it, if it was kept. */
  drop(source: string, target: string, call: string | undefined): Waiting | undefined {
    const offers = this.#offers.get(target);
    const waiting = offers?.get(key(source, call)) ?? offers?.get(this.#unnamed(source, target, call));
    if (!offers || !waiting) return undefined;
    offers.delete(key(source, waiting.call));
    if (offers.size === 0) this.#offers.delete(target);
    if (![...offers.values()].some((other) => other.source === source)) {
      const targets = this.#targets.get(source);
      targets?.delete(target);
      if (targets?.size === 0) this.#targets.delete(source);
    }
    return waiting;
  }

  /** The offers that wait for `target`, oldest first. */
  waitingFor(target: string): Waiting[] {
    return [...(this.#offers.get(target)?.values() ?? [])];
  }

  /** The people whom `source` is calling. */
  calledBy(source: string): { target: string; waiting: Waiting }[] {
    return [...(this.#targets.get(source) ?? [])].flatMap((target) =>
      this.waitingFor(target)
        .filter((waiting) => waiting.source === source)
        .map((waiting) => ({ target, waiting })),
    );
  }

  /** Everybody for whom something waits. */
  targets(): string[] {
    return [...this.#offers.keys()];
  }

  /** Remember that `target` was called in vain. */
  miss(target: string, { source, name, call, at }: MissedCall): void {
    const calls = this.#missed.get(target) ?? [];
    if (calls.length === 0 && this.#missed.size >= PEOPLE) return;
    this.#missed.set(target, [...calls, { source, name, call, at }].slice(-MISSED_PER_PERSON));
  }

  /** The calls that `target` missed, which are forgotten with this. */
  takeMissed(target: string): MissedCall[] {
    const calls = this.#missed.get(target) ?? [];
    this.#missed.delete(target);
    return calls;
  }

  /** Forget what is too old. Returns the offers whose time is up. */
  expire(now: number): { target: string; waiting: Waiting }[] {
    for (const [target, calls] of this.#missed) {
      const fresh = calls.filter(({ at }) => now - at < KEEP_MISSED);
      if (fresh.length > 0) this.#missed.set(target, fresh);
      else this.#missed.delete(target);
    }
    const expired = this.targets().flatMap((target) =>
      this.waitingFor(target)
        .filter(({ until }) => until <= now)
        .map((waiting) => ({ target, waiting })),
    );
    for (const { target, waiting } of expired) this.drop(waiting.source, target, waiting.call);
    return expired;
  }

  /** How much is kept, for tests and for whoever watches. */
  get size(): { offers: number; callers: number; missed: number } {
    return { offers: this.#offers.size, callers: this.#targets.size, missed: this.#missed.size };
  }

  /**
   * The old protocol names no call. An answer of it can mean only the one offer that its sender was made; and its offer is
   * meant by any answer, since our pages give such a call an id of their own.
   */
  #unnamed(source: string, target: string, call: string | undefined): string {
    const only = call === undefined ? this.waitingFor(target).find((waiting) => waiting.source === source) : undefined;
    return key(source, only?.call);
  }
}

const key = (source: string, call: string | undefined): string => `${source} ${call ?? ""}`;
