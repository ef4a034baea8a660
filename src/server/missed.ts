/** Calls that came to nothing, for those who could not hear them. In memory, bounded; times are milliseconds of any one clock. */
import { Tally } from "./tally.ts";

/** How long a missed call is remembered. */
export const KEEP_MISSED = 10 * 60_000;
/** How long it is told again to somebody who reconnects: the first time may have been lost with a network that went. */
export const KEEP_TOLD = 120_000;
const PER_PERSON = 20;
/** One caller has no more of them than this: nobody can fill all the room with calls to people who are not there. */
const PER_CALLER = 100;
const PEOPLE = 10_000;

export interface MissedCall {
  readonly source: string;
  readonly name: string;
  /** Absent for a caller that names none. */
  readonly call?: string | undefined;
  readonly at: number;
}

type Kept = MissedCall & { readonly until: number };

export class Missed {
  /** By who was called. */
  readonly #calls = new Map<string, readonly Kept[]>();
  readonly #callers = new Tally();

  /** Remember that `target` was called in vain. */
  add(target: string, { source, name, call, at }: MissedCall): void {
    const before = this.#calls.get(target) ?? [];
    const others = before.filter((other) => call === undefined || other.call !== call || other.source !== source);
    const room = others.length < before.length || this.#callers.of(source) < PER_CALLER;
    if (!room || (before.length === 0 && this.#calls.size >= PEOPLE)) return;
    this.#keep(target, [...others, { source, name, call, at, until: at + KEEP_MISSED }].slice(-PER_PERSON));
  }

  /** The calls that `target` missed. They are forgotten a while after this, since it may be said into a dead socket. */
  tell(target: string, now: number): MissedCall[] {
    const calls = this.#calls.get(target) ?? [];
    this.#keep(
      target,
      calls.map((call) => ({ ...call, until: Math.min(call.until, now + KEEP_TOLD) })),
    );
    return calls.filter(({ until }) => until > now).map(({ source, name, call, at }) => ({ source, name, call, at }));
  }

  /** Forget what is too old. */
  expire(now: number): void {
    for (const [target, calls] of this.#calls) {
      const fresh = calls.filter(({ until }) => until > now);
      if (fresh.length < calls.length) this.#keep(target, fresh);
    }
  }

  /** For how many people there are some. */
  get size(): number {
    return this.#calls.size;
  }

  #keep(target: string, calls: readonly Kept[]): void {
    for (const { source } of this.#calls.get(target) ?? []) this.#callers.remove(source);
    for (const { source } of calls) this.#callers.add(source);
    if (calls.length > 0) this.#calls.set(target, calls);
    else this.#calls.delete(target);
  }
}
