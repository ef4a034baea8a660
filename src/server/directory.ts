/**
 * Who is here, and what everyone must be told: a deterministic machine from (message, sender) to deliveries. It opens no
 * socket and reads no clock; a connection is whatever handle the caller uses, and `now` is in milliseconds of any one clock.
 */
import { PROTOCOL } from "../protocol/messages.ts";
import type { Identify, Peer, ServerMessage, SignalMessage } from "../protocol/messages.ts";
import { cleanName, MAX_NAME } from "../protocol/name.ts";
import type { Delivered, Text } from "../protocol/talk.ts";
import { midOf } from "./about.ts";
import { Buckets } from "./buckets.ts";
import type { Audience, Delivery, Relayed } from "./delivery.ts";
import type { Identity } from "./identity.ts";
import { Mailbox, type Waiting } from "./mailbox.ts";
import { Missed } from "./missed.ts";
import { type Guest, People, type Person, type Room } from "./people.ts";
import { Post } from "./post.ts";
import { GONE, refuse } from "./refuse.ts";

/** How long someone whose socket died without a goodbye stays listed, as `away`. */
export const AWAY = 60_000;
/** For how long after the start everyone counts as away: all of them are reconnecting. */
export const GRACE = 20_000;
/** Close code for a connection whose identity was opened elsewhere. */
export const REPLACED = 4001;
/** Close code for a connection that there is no room for (IANA's WebSocket registry: Try Again Later). */
export const TRY_LATER = 1013;
/** How often the same person may be called in vain from one address: so many times in a row, and so many a second for ever. */
export const RINGS = { burst: 10, rate: 0.1 } as const;

/** What the server says of itself in every `ready`. */
export interface Greeting {
  version: string;
  iceServers: Extract<ServerMessage, { type: "ready" }>["iceServers"];
  addresses: string[];
}

/** How much is held. */
export interface Size {
  readonly connections: number;
  readonly people: number;
  /** Of these. */
  readonly away: number;
  readonly addresses: number;
  readonly rings: number;
  readonly offers: number;
  readonly callers: number;
  /** What the offers hold. */
  readonly bytes: number;
  readonly missed: number;
  readonly texts: number;
  /** What the texts hold. */
  readonly textBytes: number;
  /** Texts of which it is known that they were delivered. */
  readonly delivered: number;
}

interface Options {
  identity: Identity;
  newId: () => string;
  greeting: () => Greeting;
  startedAt: number;
  room: Room;
}

export class Directory<C> {
  readonly #options: Options;
  readonly #people: People<C>;
  readonly #mailbox = new Mailbox();
  readonly #missed = new Missed();
  readonly #post: Post<C>;
  readonly #rings = new Buckets(RINGS);
  #grace = true;

  constructor(options: Options) {
    this.#options = options;
    this.#people = new People(options.room);
    this.#post = new Post(this.#people, options.room);
  }

  /** A connection was opened from an address: greet it, if there is room. */
  open(connection: C, address: string): Delivery<C>[] {
    const { identity, newId, greeting } = this.#options;
    const noRoom = this.#people.noRoomFor(address);
    if (noRoom !== undefined) return full(connection, noRoom);
    const id = newId();
    this.#people.connect(connection, address, id);
    const token = identity.tokenFor(id);
    return [{ to: connection, message: { type: "ready", id, token, protocol: PROTOCOL, ...greeting() } }];
  }

  /** A connection was closed, with a goodbye (a closed tab) or without (a phone that vanished). */
  close(connection: C, goodbye: boolean, now: number): Delivery<C>[] {
    const person = this.#people.behind(connection);
    const guest = this.#people.forget(connection);
    // Never identified, or replaced and forgotten: its end says nothing about anybody.
    if (!guest || !person) return [];
    // A client of the old protocol takes a new id when it returns: nobody can be reached by this one again.
    if (goodbye || guest.legacy) return this.#remove(person, now);
    this.#people.setAway(person, now + AWAY);
    return [];
  }

  /** A page says who it is, or that its name or status changed. */
  identify(connection: C, data: Identify["data"], now: number): Delivery<C>[] {
    const guest = this.#people.guest(connection);
    if (!guest) return [];
    // Clients of the old protocol set no limit, and could not read an error.
    const name = cleanName(data.protocol === undefined ? [...data.name].slice(0, MAX_NAME).join("") : data.name);
    if (name === undefined) return refuse(connection, "bad-name", `a name has 1 to ${MAX_NAME} visible characters`);
    if (guest.id !== undefined && guest.id !== data.id) {
      return refuse(connection, "bad-message", "this connection has an id already: open another one for another id");
    }
    if (guest.id === undefined && !this.#mayBe(guest, data)) {
      return refuse(connection, "bad-token", "the token does not prove this id: use the id of this connection's ready");
    }
    const before = this.#people.person(data.id);
    const noRoom = before ? undefined : this.#people.noRoomForPerson(guest.address);
    if (noRoom !== undefined) return full(connection, noRoom);

    const { id, device, status = "available", protocol } = data;
    const peer: Peer = { id, name, ...(device && { device }), status, ...(protocol !== undefined && { protocol }) };
    this.#people.enter(connection, guest, peer);
    const replaced = before?.connection === connection ? undefined : before?.connection;
    const deliveries = replaced === undefined ? [] : this.#replace(replaced);
    const arrives = guest.id === undefined;
    if (arrives) deliveries.push(...this.#people.list(connection), ...this.#handOver(connection, peer, now));
    return deliveries;
  }

  /** A message from one person to another, about a call, of words, or of a type that only they know; it came in a frame of this weight, in bytes. */
  relay(connection: C, message: SignalMessage | Text | Delivered | Relayed, now: number, weight = 0): Delivery<C>[] {
    const { target, call } = message.data as Relayed["data"];
    const about = { call, target, ...midOf(message.data) };
    const sender = this.#people.behind(connection);
    if (!sender) return refuse(connection, "not-identified", "identify before you call anyone", about);
    const { source = sender.peer.id } = message.data;
    const claimed = message.type === "icecandidate" && "id" in message.data ? (message.data.id ?? source) : source;
    if (source !== sender.peer.id || claimed !== sender.peer.id) {
      return refuse(connection, "bad-message", "source is not this connection's id: leave it out", about);
    }
    if (target === undefined) return refuse(connection, "bad-message", `${message.type} needs a target`, about);

    if (isText(message)) return this.#post.write(connection, sender, target, message, now, this.#grace);
    const person = this.#people.person(target);
    if (!person && !this.#grace) {
      if (message.type === "offer") this.#missed.add(target, { source, name: sender.peer.name, call, at: now });
      return refuse(connection, "peer-gone", GONE, about);
    }
    if (message.type === "offer" && !this.#mayRing(sender, target, call, now)) {
      return refuse(connection, "too-fast", "this person was called too often: wait a minute", about);
    }
    if (isDelivered(message)) this.#post.deliver({ source: target, target: source, mid: message.data.mid }, now);
    this.#note(sender.peer, target, message, now, weight);
    const to = person?.connection;
    // Said again, it is an answer that is wanted, which only the page that gave it can repeat; any other would ring.
    const elsewhere = message.type === "offer" && this.#mailbox.acceptedElsewhere(source, target, call, to);
    if (to === undefined || elsewhere) return [];
    return [...this.#people.introduce(sender.peer.id, to), { to, message, source }];
  }

  /** Whether there is something that everyone is to be told by `flush`. */
  get changed(): boolean {
    return this.#people.changed;
  }

  /** What has changed since the last time, for everyone. */
  flush(): Delivery<C>[] {
    return this.#people.tell();
  }

  /** In which form this connection hears of changes; undefined if it does not, since it has not identified. */
  audienceOf(connection: C): Audience | undefined {
    return this.#people.audienceOf(connection);
  }

  /** Time has passed: whoever has been away for too long is gone, and so is what waited too long. Call about once a second. */
  tick(now: number): Delivery<C>[] {
    const deliveries = this.#people.overdue(now).flatMap((person) => this.#remove(person, now));
    this.#expire(now);
    this.#rings.tick(now);
    if (this.#grace && now - this.#options.startedAt >= GRACE) {
      this.#grace = false;
      for (const target of this.#mailbox.targets()) {
        if (!this.#people.person(target)) deliveries.push(...this.#giveUp(target, now));
      }
    }
    return deliveries;
  }

  /** This server answers at other addresses from now on. Clients of the old protocol could not read that. */
  addressesChanged(addresses: readonly string[]): Delivery<C>[] {
    return [{ all: "modern", message: { type: "addresses", data: { addresses: [...addresses] } } }];
  }

  /** Whether anybody is in a call, as far as their pages say. */
  get inCalls(): boolean {
    return this.#people.anyBusy;
  }

  /** How much is held, for tests and for whoever watches. */
  get size(): Size {
    const [rings, missed] = [this.#rings.size, this.#missed.size];
    return { ...this.#people.size, rings, missed, ...this.#mailbox.size, ...this.#post.size };
  }

  /** Whether this person may let that one's phone ring now: always if it is the same call, said again. */
  #mayRing({ peer, address }: Person<C>, target: string, call: string | undefined, now: number): boolean {
    return this.#mailbox.knows(peer.id, target, call) || this.#rings.take(ringKey(address, target), now);
  }

  /** Keep the mailbox in step with what passes by. */
  #note(sender: Peer, target: string, message: SignalMessage | Relayed, now: number, weight: number): void {
    if (!isSignal(message)) return;
    const { call } = message.data;
    switch (message.type) {
      case "offer":
      case "icecandidate":
        return this.#miss(target, this.#mailbox.keep(sender, target, message, now, weight), now);
      case "ringing":
        return this.#mailbox.rings(target, sender.id, call);
      case "accept":
        // If both dialled, the call that is accepted is the only one: a withdrawal that was lost must not end it later.
        this.#mailbox.dropAny(sender.id, target);
        // Who is answered may call again.
        this.#rings.forget(ringKey(this.#people.person(target)?.address ?? "", sender.id));
        return this.#accepted(sender.id, target, call, now);
      case "reject":
        this.#mailbox.drop(target, sender.id, call);
        return;
      case "hangup":
        this.#miss(target, this.#mailbox.drop(sender.id, target, call), now);
        this.#mailbox.drop(target, sender.id, call);
    }
  }

  #accepted(callee: string, caller: string, call: string | undefined, now: number): void {
    const by = this.#people.person(callee)?.connection;
    this.#mailbox.accept({ id: caller, name: this.#people.person(caller)?.peer.name ?? "" }, callee, call, by, now);
  }

  #expire(now: number): void {
    this.#missed.expire(now);
    this.#post.expire(now);
    for (const { target, waiting } of this.#mailbox.expire(now)) this.#miss(target, waiting, now);
  }

  /** This call came to nothing. Whoever is not here, or has never said that it rings, hears of it on return. */
  #miss(target: string, waiting: Waiting | undefined, now: number): void {
    const person = this.#people.person(target);
    const heard = person?.connection !== undefined && (waiting?.state === "rang" || person.peer.protocol === undefined);
    if (waiting && !heard) this.#missed.add(target, { ...waiting, at: now });
  }

  /** Whether this connection may use that id: the fresh one that it was offered, or one that it proves. */
  #mayBe({ offeredId }: Guest, { id, token = "" }: Identify["data"]): boolean {
    return id === offeredId || this.#options.identity.proves(id, token);
  }

  /** An identity was opened elsewhere. */
  #replace(connection: C): Delivery<C>[] {
    this.#people.forget(connection);
    const told = refuse(connection, "replaced", "this identity was opened elsewhere");
    return [...told, { close: connection, code: REPLACED, reason: "opened elsewhere" }];
  }

  /** What has waited for someone who arrives. */
  #handOver(to: C, { id, protocol }: Peer, now: number): Delivery<C>[] {
    this.#expire(now);
    const deliveries: Delivery<C>[] = this.#mailbox
      .waitingFor(id)
      .flatMap(({ messages, source }) => messages.map((message) => ({ to, message, source })));
    const calls = this.#missed.tell(id, now).map((call) => ({ ...call }));
    if (protocol === undefined) return deliveries;
    if (calls.length > 0) deliveries.push({ to, message: { type: "missed", data: { calls } } });
    return [...deliveries, ...this.#post.handOver(to, id)];
  }

  /** Someone is gone: everyone will hear of it, and their own calls, and those to them, come to nothing. */
  #remove(person: Person<C>, now: number): Delivery<C>[] {
    const { id } = person.peer;
    this.#people.remove(person);
    for (const { target, waiting } of this.#mailbox.calledBy(id)) {
      this.#mailbox.drop(id, target, waiting.call);
      this.#miss(target, waiting, now);
    }
    return this.#giveUp(id, now);
  }

  /** Tell those who call `target` that nobody will answer. */
  #giveUp(target: string, now: number): Delivery<C>[] {
    return this.#mailbox.waitingFor(target).flatMap((waiting) => {
      this.#mailbox.drop(waiting.source, target, waiting.call);
      this.#missed.add(target, { ...waiting, at: now });
      const caller = this.#people.person(waiting.source)?.connection;
      if (caller === undefined) return [];
      return refuse(caller, "peer-gone", GONE, { call: waiting.call, target });
    });
  }
}

/** There is no room for it: it may try again later. */
function full<C>(connection: C, why: string): Delivery<C>[] {
  return [
    ...refuse(connection, "full", `${why}: try again later`),
    { close: connection, code: TRY_LATER, reason: why },
  ];
}

/** Whom an address calls: more than one person may use it. */
const ringKey = (address: string, target: string): string => `${address} ${target}`;

const SIGNALS = new Set(["offer", "ringing", "accept", "reject", "hangup", "icecandidate", "description"]);

function isSignal(message: SignalMessage | Relayed): message is SignalMessage {
  return SIGNALS.has(message.type);
}

const isText = (message: { type: string }): message is Text => message.type === "text";
const isDelivered = (message: { type: string }): message is Delivered => message.type === "delivered";
