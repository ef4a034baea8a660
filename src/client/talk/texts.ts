/** What people write: what the user says, until it is delivered, and what is said to them. */
import { nanoid } from "nanoid";
import { KEEP_TEXT, MAX_TEXT } from "../../protocol/talk.ts";
import type { TextLine, Undelivered } from "../talk-state.ts";
import { changed, type Entry, find, type Person, written } from "./book.ts";
import type { Clock } from "./clock.ts";
import type { Conversations } from "./conversations.ts";
import { Outbox, type OutboxOptions } from "./outbox.ts";
import { trimmed } from "./shown.ts";

export interface TextsOptions extends Pick<OutboxOptions, "byChannel" | "byServer" | "isLegacy"> {
  clock: Clock;
  conversations: Conversations;
  /** A line of somebody's is new. */
  arrived(peer: string, line: TextLine): void;
}

/** The changes of a text. */
type TextEntry = Extract<Entry, { kind: "text" }>;

export class Texts {
  readonly #options: TextsOptions;
  readonly outbox: Outbox;
  #seq = 0;

  constructor(options: TextsOptions) {
    const { clock, byChannel, byServer, isLegacy } = options;
    this.#options = options;
    this.outbox = new Outbox({
      clock,
      byChannel,
      byServer,
      isLegacy,
      delivered: (peer, mid) => this.#mark(peer, mid, { delivery: "delivered", why: undefined }),
      failed: (peer, mid, why) => this.#failed(peer, mid, why),
    });
  }

  /** Of blank text nothing is said. */
  say(person: Person, typed: string): void {
    const text = trimmed(typed);
    if (text !== "") this.#say(person, { kind: "text", mid: nanoid(), from: "me", at: 0, text });
  }

  /** Once more what was not delivered: it stands where it is said now. */
  sayAgain(person: Person, mid: string): void {
    const line = find(this.#options.conversations.book, person.id)?.held.get(mid);
    if (line?.kind === "text" && line.delivery === "failed") this.#say(person, line);
  }

  /** Somebody has written. Says nothing of what is known already, or blank. */
  heard(
    person: Person,
    { mid, text, at, seq }: { mid: string; text: string; at: number; seq?: number | undefined },
  ): void {
    const { conversations, clock, arrived } = this.#options;
    if (text.trim() === "" || find(conversations.book, person.id)?.mids.includes(mid)) return;
    const line: TextLine = { kind: "text", mid, from: "them", at, text };
    conversations.change((book) => written(book, person, { ...line, seq }, clock.now()));
    arrived(person.id, line);
  }

  /** The other's page shows it, perhaps after it was given up. */
  delivered(peer: string, mid: string): void {
    this.outbox.delivered(peer, mid);
    const line = find(this.#options.conversations.book, peer)?.held.get(mid);
    if (line?.from === "me" && line.kind === "text") this.#mark(peer, mid, { delivery: "delivered", why: undefined });
  }

  /** The conversations are those that were kept: what was on its way is said again, or was given up meanwhile. */
  resume(): void {
    const { conversations, clock } = this.#options;
    this.outbox.clear();
    for (const { id, mids, held } of conversations.book)
      for (const mid of mids) {
        const line = held.get(mid);
        if (line?.kind !== "text" || line.delivery !== "sending") continue;
        if (line.at + KEEP_TEXT > clock.now()) this.#send(id, line);
        else this.#failed(id, mid, "late");
      }
  }

  #say(person: Person, line: TextLine): void {
    const { clock, conversations } = this.#options;
    const now = clock.now();
    // Larger than all before, also where the clock was set back.
    this.#seq = Math.max(now, this.#seq + 1);
    const said: TextEntry = { ...line, at: now, delivery: "sending", why: undefined, seq: this.#seq, order: now };
    conversations.change((book) => written(book, person, said, now));
    this.#send(person.id, said);
  }

  #send(peer: string, { mid, text, at, seq, order }: TextEntry): void {
    this.outbox.say({ peer, mid, text, seq: seq ?? order, until: at + KEEP_TEXT });
  }

  #failed(peer: string, mid: string, why: Undelivered): void {
    this.#mark(peer, mid, { delivery: "failed", why });
  }

  #mark(peer: string, mid: string, change: Pick<TextLine, "delivery" | "why">): void {
    this.#options.conversations.change((book) => changed<TextEntry>(book, peer, mid, change));
  }
}

/** Whether it fits into one message. */
export const fits = (text: string): boolean => new TextEncoder().encode(trimmed(text)).length <= MAX_TEXT;
