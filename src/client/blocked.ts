/**
 * Keeps what comes from blocked people away. They are not told: their page hears that it rings here, as it would anywhere, and then
 * nothing more.
 */
import type { Call, Ended } from "../call/call.ts";
import { ringing } from "../call/message.ts";
import type { SignalMessage } from "../protocol/messages.ts";
import type { MissedCalls } from "./recents.ts";
import type { BlockedPerson } from "./state.ts";

/** How many calls that were answered so are remembered. */
const KEPT = 1_000;

export interface BlockerOptions {
  blocked(): readonly BlockedPerson[];
  call(): Call;
  /** Calls that are over, about which both sides may still have to agree. */
  past(): readonly Ended[];
  send(message: SignalMessage): boolean;
}

export class Blocker {
  readonly #options: BlockerOptions;
  /** The calls that were answered. */
  readonly #answered = new Set<string>();

  constructor(options: BlockerOptions) {
    this.#options = options;
  }

  /** The connection is a new one: what was answered may have been lost with the last one. */
  reconnected(): void {
    this.#answered.clear();
  }

  /** Whether a message is for nobody to hear; an offer is answered as one that rings. */
  stops(message: SignalMessage): boolean {
    const { source, call } = message.data;
    if (source === undefined || !this.isBlocked(source) || this.#concerns(source, call)) return false;
    // SitePen's clients send no call, and know no answer but the one of a person.
    if (message.type === "offer" && call !== undefined) this.#answer(source, call);
    return true;
  }

  /** Missed calls without those of blocked people. */
  admitted(calls: MissedCalls): MissedCalls {
    return calls.filter(({ source }) => !this.isBlocked(source));
  }

  /** Whether nothing is to be heard of this person. */
  isBlocked(person: string): boolean {
    return this.#options.blocked().some(({ id }) => id === person);
  }

  /** It is about a call with them that was taken before, or about one that is over, and not by a guess. */
  #concerns(source: string, id: string | undefined): boolean {
    const call = this.#options.call();
    if (call.phase !== "idle" && call.phase !== "ringing" && call.peer.id === source)
      return (id ?? call.call) === call.call;
    return this.#options.past().some((over) => over.call === id && over.peer.id === source && over.reason !== "gone");
  }

  #answer(source: string, call: string): void {
    if (this.#answered.has(call) || this.#answered.size >= KEPT) return;
    this.#answered.add(call);
    const peer = { id: source, name: "", legacy: false };
    this.#options.send(ringing({ call, peer, direction: "incoming" }));
  }
}
