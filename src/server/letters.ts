/**
 * Texts that wait until the page of whom they are for has said that it shows them: its connection may be dead without the server's
 * knowing, so those for people who seem to be here wait, too. In memory, bounded; times are milliseconds of any one clock.
 */
import { KEEP_TEXT, MOST_TEXTS, type Text } from "../protocol/talk.ts";
import { Tally } from "./tally.ts";

/** What texts that wait may take: all of them, those for one person, and those of one sender; in bytes. */
const BYTES = 64 * 1024 * 1024;
const BYTES_PER_PERSON = 2 * 1024 * 1024;
const BYTES_PER_SENDER = 1024 * 1024;
/** One address has no more than this part of the first two: whoever is there can take as many ids as they like. */
const PART_PER_ADDRESS = 0.25;
/** What a text takes beside its own length, in bytes: generously, so that small ones are limited by it in number, too. */
const BESIDE = 4 * 1024;
/** Of how many texts it is known that they were delivered. */
const MOST_DELIVERED = 10_000;

/** Who it is from, whom it is for, and by which name both know it. */
export interface Letterhead {
  readonly source: string;
  readonly target: string;
  readonly mid: string;
}

export interface Letter extends Letterhead {
  /** The sender's, when it came. */
  readonly name: string;
  /** Where the sender was connected from. */
  readonly address: string;
  /** When it came. */
  readonly at: number;
  /** The message, as it is handed over: JSON in UTF-8. */
  readonly written: Buffer;
}

/** A text as it is to be handed over: with its sender and their name, and the time in which it came, whatever it says of them itself. */
export function writeLetter(
  { source, target, mid }: Letterhead,
  message: Text,
  { name, address, at }: Pick<Letter, "name" | "address" | "at">,
): Letter {
  const data = { ...message.data, target, source, name, at };
  // In memory of its own: a small Buffer would hold on to a pool that it shares.
  const { buffer } = new TextEncoder().encode(JSON.stringify({ ...message, data }));
  const written = Buffer.from(buffer);
  return { source, target, mid, name, address, at, written };
}

export class Letters {
  /** By letterhead, oldest first. */
  readonly #kept = new Map<string, Letter>();
  readonly #for = new Map<string, Set<Letter>>();
  readonly #room = new Tally();
  /** Until when it is known of a letterhead that its text was delivered. */
  readonly #delivered = new Map<string, number>();
  readonly #part: number;

  /** `part`: one address may hold so much of what all people may, from 0 to 1; where all come from one, as through a proxy, that is 1. */
  constructor(part = 0) {
    this.#part = Math.max(PART_PER_ADDRESS, Math.min(1, part));
  }

  /** Keep a text that is not kept yet; false if there is no room. */
  keep(letter: Letter): boolean {
    const uses = this.#usesOf(letter);
    if (uses.some(([of, amount, most]) => this.#room.of(of) + amount > most)) return false;
    for (const [of, amount] of uses) this.#room.add(of, amount);
    this.#kept.set(keyOf(letter), letter);
    const others = this.#for.get(letter.target) ?? new Set();
    this.#for.set(letter.target, others.add(letter));
    return true;
  }

  find(head: Letterhead): Letter | undefined {
    return this.#kept.get(keyOf(head));
  }

  /** It is shown where it belongs. That is known for a while, for its sender may not have heard of it. */
  deliver(head: Letterhead, now: number): void {
    const letter = this.find(head);
    if (letter === undefined) return;
    this.#drop(letter);
    this.#delivered.set(keyOf(head), now + KEEP_TEXT);
    const [oldest] = this.#delivered.keys();
    if (this.#delivered.size > MOST_DELIVERED && oldest !== undefined) this.#delivered.delete(oldest);
  }

  wasDelivered(head: Letterhead): boolean {
    return this.#delivered.has(keyOf(head));
  }

  /** What waits for somebody, oldest first. */
  waitingFor(target: string): Letter[] {
    return [...(this.#for.get(target) ?? [])];
  }

  /** Forget what has waited for too long. */
  expire(now: number): void {
    for (const letter of this.#kept.values()) {
      if (letter.at + KEEP_TEXT > now) break;
      this.#drop(letter);
    }
    for (const [key, until] of this.#delivered) {
      if (until > now) break;
      this.#delivered.delete(key);
    }
  }

  /** How much is kept, for tests and for whoever watches. */
  get size(): { texts: number; textBytes: number; delivered: number } {
    return { texts: this.#kept.size, textBytes: this.#room.of(ALL), delivered: this.#delivered.size };
  }

  #drop(letter: Letter): void {
    for (const [of, amount] of this.#usesOf(letter)) this.#room.remove(of, amount);
    this.#kept.delete(keyOf(letter));
    const others = this.#for.get(letter.target);
    others?.delete(letter);
    if (others?.size === 0) this.#for.delete(letter.target);
  }

  /** Of what a text takes room, how much, and how much there is at most. */
  #usesOf({ source, address, target, written }: Letter): [of: string, amount: number, most: number][] {
    const bytes = written.length + BESIDE;
    return [
      [`${source} to ${target}`, 1, MOST_TEXTS],
      [`by ${source}`, bytes, BYTES_PER_SENDER],
      [`for ${target}`, bytes, BYTES_PER_PERSON],
      [`at ${address} for ${target}`, bytes, BYTES_PER_PERSON * this.#part],
      [`at ${address}`, bytes, BYTES * this.#part],
      [ALL, bytes, BYTES],
    ];
  }
}

/** No id is empty, nor has a space. */
const ALL = "";
const keyOf = ({ source, target, mid }: Letterhead): string => `${source} ${target} ${mid}`;
