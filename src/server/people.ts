/** Who is connected, who is here, and what is told of them. Pure; a connection is whatever handle the caller uses. */
import type { Peer } from "../protocol/messages.ts";
import { Alike } from "./alike.ts";
import { Changes } from "./changes.ts";
import type { Audience, Delivery } from "./delivery.ts";
import { CHUNK, List } from "./list.ts";
import { Tally } from "./tally.ts";

const AFTER_PEERS = Buffer.from(`],"gone":[]}}`);

/** How many there may be. */
export interface Room {
  /** People who are here or away, in all. */
  readonly people: number;
  /** Connections from one address, and people who have come from it. */
  readonly perAddress: number;
}

/** A connection, and who it is. */
export interface Guest {
  readonly address: string;
  /** The fresh id of this connection's `ready`. */
  readonly offeredId: string;
  /** Set once it has identified. */
  readonly id?: string;
  /** It speaks SitePen's protocol and nothing else, as far as it has said. */
  readonly legacy: boolean;
}

export interface Person<C> {
  readonly peer: Peer;
  /** Where they were last connected from. */
  readonly address: string;
  /** Absent while away. */
  readonly connection?: C;
  readonly awayUntil?: number;
}

export class People<C> {
  readonly #room: Room;
  readonly #guests = new Map<C, Guest>();
  readonly #people = new Map<string, Person<C>>();
  /** Connections, and people, by address. */
  readonly #guestsFrom = new Tally();
  readonly #peopleFrom = new Tally();
  readonly #alike = new Alike();
  readonly #changes = new Changes();
  readonly #list = new List((id) => this.#entry(id));

  constructor(room: Room) {
    this.#room = room;
  }

  /** Why there is no room for another connection from this address; undefined if there is. */
  noRoomFor(address: string): string | undefined {
    // Whoever returns has two connections until the dead one is noticed.
    if (this.#guests.size >= 2 * this.#room.people) return "too many connections are open";
    if (this.#guestsFrom.of(address) >= this.#room.perAddress) return "too many connections from this address";
    return undefined;
  }

  /** Why there is no room for another person from this address. Those who are away count: they could not return otherwise. */
  noRoomForPerson(address: string): string | undefined {
    if (this.#people.size >= this.#room.people) return "too many people are here";
    if (this.#peopleFrom.of(address) >= this.#room.perAddress) return "too many people have come from this address";
    return undefined;
  }

  connect(connection: C, address: string, offeredId: string): void {
    this.#guests.set(connection, { address, offeredId, legacy: true });
    this.#guestsFrom.add(address);
  }

  guest(connection: C): Guest | undefined {
    return this.#guests.get(connection);
  }

  /** A connection is no one's any more. */
  forget(connection: C): Guest | undefined {
    const guest = this.#guests.get(connection);
    this.#guests.delete(connection);
    if (guest) this.#guestsFrom.remove(guest.address);
    return guest;
  }

  person(id: string): Person<C> | undefined {
    return this.#people.get(id);
  }

  /** Who has said that this connection is theirs. */
  behind(connection: C): Person<C> | undefined {
    const id = this.#guests.get(connection)?.id;
    return id === undefined ? undefined : this.#people.get(id);
  }

  /** Somebody is here, by this connection. */
  enter(connection: C, { address, offeredId }: Guest, peer: Peer): void {
    const { id } = peer;
    const before = this.#people.get(id);
    if (before) this.#peopleFrom.remove(before.address);
    this.#peopleFrom.add(address);
    this.#guests.set(connection, { address, offeredId, id, legacy: peer.protocol === undefined });
    this.#people.set(id, { peer, address, connection });
    this.#rename(id, peer.name);
    if (!before || !samePeer(before.peer, peer)) this.#change(id);
  }

  /** Somebody's connection is gone, and they may come back. */
  setAway({ peer, address }: Person<C>, awayUntil: number): void {
    this.#people.set(peer.id, { peer: { ...peer, status: "away" }, address, awayUntil });
    this.#change(peer.id);
  }

  /** Somebody has left. */
  remove({ peer: { id, name }, address }: Person<C>): void {
    this.#people.delete(id);
    this.#peopleFrom.remove(address);
    this.#list.delete(id);
    this.#rename(id, undefined);
    this.#changes.remove(id, name);
  }

  /** Those who have been away for too long. */
  overdue(now: number): Person<C>[] {
    return [...this.#people.values()].filter(({ awayUntil }) => awayUntil !== undefined && awayUntil <= now);
  }

  get anyBusy(): boolean {
    for (const { peer } of this.#people.values()) if (peer.status === "busy") return true;
    return false;
  }

  get size(): { connections: number; people: number; away: number; addresses: number } {
    const addresses = Math.max(this.#guestsFrom.size, this.#peopleFrom.size);
    let away = 0;
    for (const { connection } of this.#people.values()) if (connection === undefined) away++;
    return { connections: this.#guests.size, people: this.#people.size, away, addresses };
  }

  /** In which form this connection hears of changes; undefined if it does not, since it has not identified. */
  audienceOf(connection: C): Audience | undefined {
    const guest = this.#guests.get(connection);
    if (guest?.id === undefined) return undefined;
    return guest.legacy ? "legacy" : "modern";
  }

  /** The whole list of the others, to someone who has just arrived. */
  list(to: C): Delivery<C>[] {
    const { id = "", legacy } = this.#guests.get(to) ?? {};
    if (legacy) {
      const others = [...this.#people.keys()].filter((other) => other !== id);
      return this.#entries(others).map((peer) => ({ to, message: { type: "peer", data: peer } }));
    }
    const texts = this.#list.for(id);
    return texts.map((peers, index) => {
      const [full, more] = [index === 0, index < texts.length - 1];
      const before = `{"type":"peers","data":{"full":${full},"more":${more},"peers":[`;
      return { to, written: [Buffer.from(before), peers, AFTER_PEERS] };
    });
  }

  /** What has not been said to everyone of somebody yet, for whoever hears from them now. */
  introduce(id: string, to: C): Delivery<C>[] {
    const [peer] = this.#changes.has(id) ? this.#entries([id]) : [];
    if (!peer) return [];
    if (this.#guests.get(to)?.legacy) return [{ to, message: { type: "peer", data: peer } }];
    return [{ to, message: { type: "peers", data: { peers: [peer], gone: [] } } }];
  }

  /** Whether there is something that everyone is to be told by `tell`. */
  get changed(): boolean {
    return this.#changes.any;
  }

  /** What has changed since the last time, for everyone. In what is one frame for all, each finds themselves, too. */
  tell(): Delivery<C>[] {
    const { here, gone, back } = this.#changes.take();
    const ids = [...gone.keys()];
    const modern: Delivery<C>[] = [];
    const frame = (peers: readonly string[], left: string[]) => {
      const data = { peers: this.#entries(peers), gone: left };
      modern.push({ all: "modern", message: { type: "peers", data } });
    };
    for (let start = 0; start < Math.max(here.length, ids.length); start += CHUNK)
      frame(here.slice(start, start + CHUNK), ids.slice(start, start + CHUNK));
    for (let start = 0; start < back.length; start += CHUNK) frame(back.slice(start, start + CHUNK), []);
    const single = [
      ...[...gone].map(([id, name]) => ({ id, name, remove: true })),
      ...this.#entries([...here, ...back]),
    ];
    const legacy = single.map((data): Delivery<C> => {
      // These know no way to tell themselves from others.
      const except = this.#people.get(data.id)?.connection;
      return { all: "legacy", message: { type: "peer", data }, ...(except !== undefined && { except }) };
    });
    return [...modern, ...legacy];
  }

  /** Others may become alike by it, or no longer be. */
  #rename(id: string, name: string | undefined): void {
    for (const other of this.#alike.rename(id, name)) this.#change(other);
  }

  /** Somebody is told of differently from now on. */
  #change(id: string): void {
    this.#changes.add(id);
    this.#list.put(id);
  }

  /** These people as they are told of. */
  #entries(ids: Iterable<string>): Peer[] {
    return [...ids].filter((id) => this.#people.has(id)).map((id) => this.#entry(id));
  }

  /** Somebody who is here, as they are told of. */
  #entry(id: string): Peer {
    const { peer } = this.#people.get(id)!;
    return this.#alike.has(id) ? { ...peer, alike: true } : peer;
  }
}

function samePeer(a: Peer, b: Peer): boolean {
  return a.name === b.name && a.status === b.status && a.device === b.device && a.protocol === b.protocol;
}
