/** What people write to each other, on its way: passed on, kept for whoever may not have got it, and handed over. Pure. */
import type { Delivered, Text } from "../protocol/talk.ts";
import type { Delivery } from "./delivery.ts";
import { type Letterhead, Letters, writeLetter } from "./letters.ts";
import type { People, Person, Room } from "./people.ts";
import { GONE, refuse } from "./refuse.ts";

export class Post<C> {
  readonly #people: People<C>;
  readonly #letters: Letters;

  constructor(people: People<C>, room: Room) {
    this.#people = people;
    this.#letters = new Letters(room.perAddress / room.people);
  }

  /**
   * Somebody writes to `target`. It is kept until the page that it is for says that it shows it; if that seems to be here, it goes there at
   * once, too. During the `grace` of a start everyone counts as away.
   */
  write(
    connection: C,
    { peer, address }: Person<C>,
    target: string,
    message: Text,
    now: number,
    grace: boolean,
  ): Delivery<C>[] {
    const { mid } = message.data;
    const head = { source: peer.id, target, mid };
    // Said again, since its sender has not heard of it.
    if (this.#letters.wasDelivered(head)) return [{ to: connection, message: delivered(head), source: target }];
    const person = this.#people.person(target);
    const kept = this.#letters.find(head);
    if (!person && !kept && !grace) return refuse(connection, "peer-gone", GONE, { target, mid });
    const letter = kept ?? writeLetter(head, message, { name: peer.name, address, at: now });
    // Clients of the old protocol would never say that it was delivered.
    const legacy = person !== undefined && person.peer.protocol === undefined;
    const noRoom = !kept && !legacy && !this.#letters.keep(letter);
    const told = noRoom ? refuse(connection, "full", "no more can wait for this person", { target, mid }) : [];
    const to = person?.connection;
    if (to === undefined) return told;
    const { at: _claimed, ...said } = message.data;
    const data = { ...said, name: letter.name, ...(kept && { at: kept.at }) };
    return [...told, ...this.#people.introduce(peer.id, to), { to, message: { ...message, data }, source: peer.id }];
  }

  /** The page of whom this text is for shows it. */
  deliver(head: Letterhead, now: number): void {
    this.#letters.deliver(head, now);
  }

  /** What waits for somebody who arrives. */
  handOver(to: C, id: string): Delivery<C>[] {
    return this.#letters.waitingFor(id).map(({ written }) => ({ to, written: [written] }));
  }

  /** Forget what has waited for too long. */
  expire(now: number): void {
    this.#letters.expire(now);
  }

  get size(): Letters["size"] {
    return this.#letters.size;
  }
}

/** What the page of whom a text is for would have said. */
const delivered = ({ source, mid }: Letterhead): Delivered => ({ type: "delivered", data: { target: source, mid } });
