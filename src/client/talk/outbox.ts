/**
 * What the user has written and nobody has confirmed yet. It goes by the channel of a call where there is one, else by the server; it
 * is said again, by the server, whenever it may have been lost, for as long as the server would keep it. The other's page drops what
 * it knows already, and confirms it once more.
 */
import type { Text } from "../../protocol/talk.ts";
import type { Undelivered } from "../talk-state.ts";
import type { Clock } from "./clock.ts";
import type * as v from "valibot";

/** How long a channel may take to bring the confirmation back, in milliseconds. */
const CHANNEL = 4_000;
/** How soon something is said again that the server would not take so fast, in milliseconds: the first time, and at most. */
const SOON = 2_000;
const LATER = 30_000;

export interface Outgoing {
  readonly peer: string;
  readonly mid: string;
  readonly text: string;
  /** See `Text`. */
  readonly seq: number;
  /** When it is given up, in milliseconds since 1970. */
  readonly until: number;
}

export interface OutboxOptions {
  clock: Clock;
  /** False if there is no channel to this person that works. */
  byChannel(peer: string, message: { type: string }): boolean;
  /** False if there is no connection to the server. */
  byServer(message: v.InferOutput<typeof Text>): boolean;
  /** One of SitePen's clients, which confirm nothing and read nothing outside of a call. */
  isLegacy(peer: string): boolean;
  delivered(peer: string, mid: string): void;
  failed(peer: string, mid: string, why: Undelivered): void;
}

interface Waiting extends Outgoing {
  /** By which way it went last; neither did yet. */
  way?: "channel" | "server" | undefined;
  /** How often the server has found it too much. */
  refusals: number;
  /** Stops the timer of its next attempt, and that of its end. */
  stop?: (() => void) | undefined;
  expire(): void;
}

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #waiting = new Map<string, Waiting>();

  constructor(options: OutboxOptions) {
    this.#options = options;
  }

  /** Something for this person is on its way. */
  has(peer: string): boolean {
    return [...this.#waiting.values()].some((each) => each.peer === peer);
  }

  say(outgoing: Outgoing): void {
    const { clock } = this.#options;
    const { peer, mid, until } = outgoing;
    this.forget(peer, mid);
    const late = (): void => this.#fail(peer, mid, waiting.way === undefined ? "offline" : "late");
    const waiting: Waiting = { ...outgoing, refusals: 0, expire: clock.after(until - clock.now(), late) };
    this.#waiting.set(keyOf(peer, mid), waiting);
    this.#try(waiting);
  }

  /** The other's page shows it. */
  delivered(peer: string, mid: string): void {
    this.forget(peer, mid);
  }

  /** The server has not passed it on; `code` is that of its error. */
  refused(peer: string, mid: string, code: string): void {
    const waiting = this.#waiting.get(keyOf(peer, mid));
    if (!waiting) return;
    if (code === "too-fast") return this.#later(waiting);
    this.#fail(peer, mid, code === "peer-gone" ? "gone" : code === "full" ? "full" : "offline");
  }

  /** The connection to the server is new, and what was said by the last one may be lost. */
  relisted(): void {
    for (const waiting of this.#waiting.values()) if (waiting.way !== "channel") this.#try(waiting);
  }

  /** This person is here again. */
  back(peer: string): void {
    for (const waiting of this.#of(peer)) if (waiting.way !== "channel") this.#try(waiting);
  }

  /** The call with them is over. */
  hungUp(peer: string): void {
    for (const waiting of this.#of(peer)) if (waiting.way === "channel") this.#byServer(waiting);
  }

  forget(peer: string, mid: string): void {
    const key = keyOf(peer, mid);
    const waiting = this.#waiting.get(key);
    this.#waiting.delete(key);
    waiting?.stop?.();
    waiting?.expire();
  }

  /** Nothing is to be delivered any more: to this person, or to anybody. */
  clear(peer?: string): void {
    for (const each of this.#waiting.values())
      if (peer === undefined || each.peer === peer) this.forget(each.peer, each.mid);
  }

  #of(peer: string): Waiting[] {
    return [...this.#waiting.values()].filter((waiting) => waiting.peer === peer);
  }

  #try(waiting: Waiting): void {
    const { byChannel, isLegacy, delivered } = this.#options;
    const { peer, mid, text, seq } = waiting;
    waiting.stop?.();
    const legacy = isLegacy(peer);
    if (byChannel(peer, { type: "chat", data: text, ...(!legacy && { mid, seq }) } as { type: string })) {
      waiting.way = "channel";
      if (!legacy) return this.#in(CHANNEL, waiting, () => this.#byServer(waiting));
      this.forget(peer, mid);
      delivered(peer, mid);
    } else if (legacy) this.#fail(peer, mid, "offline");
    else this.#byServer(waiting);
  }

  #byServer(waiting: Waiting): void {
    const { peer: target, mid, text, seq } = waiting;
    waiting.stop?.();
    if (this.#options.byServer({ type: "text", data: { target, mid, text, seq } })) waiting.way = "server";
    // By the server or not at all: what a channel has lost must not wait for it.
    else if (waiting.way === "channel") waiting.way = undefined;
  }

  #later(waiting: Waiting): void {
    const wait = Math.min(LATER, SOON * 2 ** waiting.refusals++);
    this.#in(wait, waiting, () => this.#try(waiting));
  }

  #in(ms: number, waiting: Waiting, act: () => void): void {
    waiting.stop?.();
    waiting.stop = this.#options.clock.after(ms, act);
  }

  #fail(peer: string, mid: string, why: Undelivered): void {
    this.forget(peer, mid);
    this.#options.failed(peer, mid, why);
  }
}

const keyOf = (peer: string, mid: string): string => `${peer} ${mid}`;
