/** Keeps the recent calls of this browser in localStorage: for the user, and for the line, which must agree on how they ended. */
import * as v from "valibot";
import type { Ended } from "../call/call.ts";
import { KEPT } from "../call/line.ts";
import { Goodbye, Peer, Refusal } from "../protocol/messages.ts";
import { type MissedCalls, MOST, note, noteMissed, type Recents, unseen } from "./recents.ts";
import type { RecentCall } from "./state.ts";
import { load, save, type Storing } from "./storage.ts";

/** Where they are, in localStorage. */
export const CALLS = "earshot-calls";
/** For how long calls that are over can still be agreed upon, in milliseconds: as long as anybody may be on their way back. */
const AGREE = 120_000;

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const Stored = v.object({
  ended: v.object({
    call: text(128),
    peer: v.object({ id: Peer.entries.id, name: text(1024), legacy: v.boolean() }),
    direction: v.picklist(["outgoing", "incoming"]),
    reason: v.union([Goodbye, Refusal, v.picklist(["gone", "too-fast"])]),
    by: v.picklist(["us", "them"]),
    answered: v.boolean(),
    since: v.optional(v.number()),
    obstacle: v.optional(v.picklist(["isolated", "other-network", "no-address", "this-browser", "their-browser"])),
  }),
  at: v.number(),
  until: v.number(),
  seen: v.boolean(),
});
/** One that is not valid is left out. */
const StoredCalls = v.pipe(
  v.array(v.fallback(v.nullable(Stored), null)),
  v.transform((calls): RecentCall[] => calls.filter((call) => call !== null).slice(0, MOST)),
);

export interface CallLogOptions {
  /** They have changed. */
  changed(recents: Recents): void;
  /** The browser keeps nothing. */
  unsaved(): void;
  storage?: Storing;
  /** In milliseconds since 1970. */
  now?: () => number;
}

export class CallLog {
  readonly #options: CallLogOptions;
  readonly #now: () => number;
  #recents: Recents;
  /** The call that is on, and when it began. */
  #on: { call: string; at: number } | undefined;

  constructor(options: CallLogOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#recents = load(CALLS, StoredCalls, options.storage) ?? [];
  }

  get all(): Recents {
    return this.#recents;
  }

  /** The calls that can still be agreed upon, the latest first: those of all tabs, and of before a reload. */
  get past(): readonly Ended[] {
    const fresh = this.#recents.filter(({ until }) => this.#now() - until < AGREE);
    return fresh.slice(0, KEPT).map(({ ended }) => ended);
  }

  /** A call begins; one that this page had left unanswered may ring again. */
  begins(call: string): void {
    this.#on = { call, at: this.#now() };
    if (this.#recents.some(({ ended }) => ended.call === call))
      this.#set(this.#recents.filter(({ ended }) => ended.call !== call));
  }

  /** A call is over, or an earlier one ended for a better reason than was thought. Says whether it was known. */
  ended(ended: Ended): boolean {
    const known = this.#recents.some((recent) => recent.ended.call === ended.call);
    const now = this.#now();
    this.#set(note(this.#recents, ended, this.#on?.call === ended.call ? this.#on.at : now, now));
    return known;
  }

  /** The server tells of calls that were given up while this device was away. */
  missed(calls: MissedCalls): void {
    this.#set(noteMissed(this.#recents, calls));
  }

  /** The user has taken note of what was missed. */
  see(): void {
    if (unseen(this.#recents).length > 0) this.#set(this.#recents.map((recent) => ({ ...recent, seen: true })));
  }

  clear(): void {
    this.#set([]);
  }

  /** Another tab of this browser has changed what is stored. */
  reload(): void {
    this.#recents = load(CALLS, StoredCalls, this.#options.storage) ?? [];
    this.#options.changed(this.#recents);
  }

  #set(recents: Recents): void {
    this.#recents = recents;
    if (!save(CALLS, recents, this.#options.storage)) this.#options.unsaved();
    this.#options.changed(recents);
  }
}
