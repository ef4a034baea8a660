/**
 * Who is here, and what everyone must be told: a deterministic machine from (message, sender) to deliveries. It opens no
 * socket and reads no clock; a connection is whatever handle the caller uses, and `now` is in milliseconds of any one clock.
 */
import { Alike } from "./alike.ts";
import { Buckets } from "./buckets.ts";
import { Changes } from "./changes.ts";
import { cleanName, MAX_NAME } from "../protocol/name.ts";
import { PROTOCOL } from "../protocol/messages.ts";
import type { ErrorCode, Identify, Peer, ServerMessage, SignalMessage } from "../protocol/messages.ts";
import type { Identity } from "./identity.ts";
import { Mailbox, type Waiting } from "./mailbox.ts";
import { Missed } from "./missed.ts";
import { Tally } from "./tally.ts";

/** How long someone whose socket died without a goodbye stays listed, as `away`. */
export const AWAY = 60_000;
/** For how long after the start everyone counts as away: all of them are reconnecting. */
export const GRACE = 20_000;
/** Close code for a connection whose identity was opened elsewhere. */
export const REPLACED = 4001;
/** Close code for a connection that there is no room for (IANA's WebSocket registry: Try Again Later). */
export const TRY_LATER = 1013;
/** People in one `peers` frame at most. */
const CHUNK = 500;
/** How often the same person may be called in vain from one address: so many times in a row, and so many a second for ever. */
export const RINGS = { burst: 10, rate: 0.1 } as const;

/** Who hears of changes, each in the form that they understand: whoever sent `protocol`, or SitePen's clients. */
export type Audience = "modern" | "legacy";

/**
 * One message to a connection, or to a whole audience, or a connection to close. `source` says that the message is the frame that has just
 * come from this person, with nothing but `source` (and `id`, on candidates) stamped upon it.
 */
export type Delivery<C> =
  | { to: C; message: ServerMessage | Relayed; source?: string }
  | { all: Audience; message: ServerMessage; except?: C | undefined }
  | { close: C; code: number; reason: string };

/** How many there may be. */
export interface Room {
  /** People who are here or away, in all. */
  readonly people: number;
  /** Connections from one address, and people who have come from it. */
  readonly perAddress: number;
}

/** A frame of a type that this version does not know, on its way from one page to another. */
export interface Relayed {
  type: string;
  data: { target?: string | undefined; source?: string | undefined; call?: string | undefined };
}

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
  readonly addresses: number;
  readonly rings: number;
  readonly offers: number;
  readonly callers: number;
  /** What the offers hold. */
  readonly bytes: number;
  readonly missed: number;
}

interface Options {
  identity: Identity;
  newId: () => string;
  greeting: () => Greeting;
  startedAt: number;
  room: Room;
}

interface Connection {
  readonly address: string;
  /** The fresh id of this connection's `ready`. */
  readonly offeredId: string;
  /** Set once it has identified. */
  id?: string;
  legacy: boolean;
}

interface Person<C> {
  peer: Peer;
  /** Where they were last connected from. */
  address: string;
  /** Absent while away. */
  connection?: C | undefined;
  awayUntil?: number | undefined;
}

export class Directory<C> {
  readonly #options: Options;
  readonly #connections = new Map<C, Connection>();
  readonly #people = new Map<string, Person<C>>();
  readonly #mailbox = new Mailbox();
  readonly #missed = new Missed();
  readonly #alike = new Alike();
  readonly #changes = new Changes();
  readonly #rings = new Buckets(RINGS);
  /** Connections, and people, by address. */
  readonly #guests = new Tally();
  readonly #residents = new Tally();
  #grace = true;

  constructor(options: Options) {
    this.#options = options;
  }

  /** A connection was opened from an address: greet it, if there is room. */
  open(connection: C, address: string): Delivery<C>[] {
    const { identity, newId, greeting, room } = this.#options;
    // Whoever returns has two connections until the dead one is noticed.
    const crowded = this.#connections.size >= 2 * room.people;
    if (crowded) return full(connection, "too many connections are open");
    if (this.#guests.of(address) >= room.perAddress) return full(connection, "too many connections from this address");
    const offeredId = newId();
    this.#connections.set(connection, { address, offeredId, legacy: true });
    this.#guests.add(address);
    const ready = {
      type: "ready",
      id: offeredId,
      token: identity.tokenFor(offeredId),
      protocol: PROTOCOL,
      ...greeting(),
    } as const;
    return [{ to: connection, message: ready }];
  }

  /** A connection was closed, with a goodbye (a closed tab) or without (a phone that vanished). */
  close(connection: C, goodbye: boolean, now: number): Delivery<C>[] {
    const closed = this.#forget(connection);
    const person = closed?.id === undefined ? undefined : this.#people.get(closed.id);
    // Never identified, or replaced and forgotten: its end says nothing about anybody.
    if (!closed || !person) return [];
    // A client of the old protocol takes a new id when it returns: nobody can be reached by this one again.
    if (goodbye || closed.legacy) return this.#remove(person.peer.id, now);
    const { peer, address } = person;
    this.#people.set(peer.id, { peer: { ...peer, status: "away" }, address, awayUntil: now + AWAY });
    this.#changes.add(peer.id);
    return [];
  }

  /** A page says who it is, or that its name or status changed. */
  identify(connection: C, data: Identify["data"], now: number): Delivery<C>[] {
    const known = this.#connections.get(connection);
    if (!known) return [];
    // Clients of the old protocol set no limit, and could not read an error.
    const name = cleanName(data.protocol === undefined ? [...data.name].slice(0, MAX_NAME).join("") : data.name);
    if (name === undefined) return refuse(connection, "bad-name", `a name has 1 to ${MAX_NAME} visible characters`);
    if (known.id !== undefined && known.id !== data.id) {
      return refuse(connection, "bad-message", "this connection has an id already: open another one for another id");
    }
    if (
      data.id !== known.offeredId &&
      known.id === undefined &&
      !this.#options.identity.proves(data.id, data.token ?? "")
    ) {
      return refuse(connection, "bad-token", "the token does not prove this id: use the id of this connection's ready");
    }

    const before = this.#people.get(data.id);
    const { room } = this.#options;
    if (!before && this.#people.size >= room.people) return full(connection, "too many people are here");
    if (!before && this.#residents.of(known.address) >= room.perAddress)
      return full(connection, "too many people have come from this address");
    const { id, device, status, protocol } = data;
    const peer: Peer = {
      id,
      name,
      ...(device && { device }),
      status: status ?? "available",
      ...(protocol !== undefined && { protocol }),
    };
    if (before) this.#residents.remove(before.address);
    this.#residents.add(known.address);
    this.#people.set(id, { peer, address: known.address, connection });
    for (const other of this.#alike.rename(id, name)) this.#changes.add(other);
    const deliveries: Delivery<C>[] = [];
    if (before?.connection !== undefined && before.connection !== connection) {
      deliveries.push(...refuse(before.connection, "replaced", "this identity was opened elsewhere"), {
        close: before.connection,
        code: REPLACED,
        reason: "opened elsewhere",
      });
      this.#forget(before.connection);
    }
    const arrives = known.id === undefined;
    known.id = id;
    known.legacy = protocol === undefined;
    if (arrives) deliveries.push(...this.#list(connection, known));
    if (!before || !samePeer(before.peer, peer)) this.#changes.add(id);
    if (arrives) deliveries.push(...this.#handOver(connection, id, known.legacy, now));
    return deliveries;
  }

  /** A message from one person to another, about a call or of a type that only they know; it came in a frame of so many bytes. */
  relay(connection: C, message: SignalMessage | Relayed, now: number, bytes = 0): Delivery<C>[] {
    const { target, call } = message.data;
    const id = this.#connections.get(connection)?.id;
    const sender = id === undefined ? undefined : this.#people.get(id);
    if (!sender) return refuse(connection, "not-identified", "identify before you call anyone", { call, target });
    const { source = sender.peer.id } = message.data;
    const claimed = message.type === "icecandidate" && "id" in message.data ? (message.data.id ?? source) : source;
    if (source !== sender.peer.id || claimed !== sender.peer.id) {
      return refuse(connection, "bad-message", "source is not this connection's id: leave it out", { call, target });
    }
    if (target === undefined) return refuse(connection, "bad-message", `${message.type} needs a target`, { call });

    const stamped = stamp(message, sender.peer.id);
    const person = this.#people.get(target);
    if (!person && !this.#grace) {
      if (message.type === "offer") this.#missed.add(target, { source, name: sender.peer.name, call, at: now });
      return refuse(connection, "peer-gone", "this person is not here any more", { call, target });
    }
    if (message.type === "offer" && !this.#mayRing(sender, target, call, now)) {
      return refuse(connection, "too-fast", "this person was called too often: wait a minute", { call, target });
    }
    this.#note(sender.peer, target, stamped, now, bytes);
    const to = person?.connection;
    // Said again, it is an answer that is wanted, which only the page that gave it can repeat; any other would ring.
    const elsewhere = message.type === "offer" && this.#mailbox.acceptedElsewhere(source, target, call, to);
    if (to === undefined || elsewhere) return [];
    return [...this.#introduce(sender.peer.id, to), { to, message: stamped, source }];
  }

  /** Whether there is something that everyone is to be told by `flush`. */
  get changed(): boolean {
    return this.#changes.any;
  }

  /** What has changed since the last time, for everyone. In what is one frame for all, each finds themselves, too. */
  flush(): Delivery<C>[] {
    const { here, gone, back } = this.#changes.take();
    const ids = [...gone.keys()];
    const modern: Delivery<C>[] = [];
    const tell = (peers: readonly string[], left: string[]) => {
      const data = { peers: this.#entries(peers), gone: left };
      modern.push({ all: "modern", message: { type: "peers", data } });
    };
    for (let start = 0; start < Math.max(here.length, ids.length); start += CHUNK)
      tell(here.slice(start, start + CHUNK), ids.slice(start, start + CHUNK));
    for (let start = 0; start < back.length; start += CHUNK) tell(back.slice(start, start + CHUNK), []);
    const single = [
      ...[...gone].map(([id, name]) => ({ id, name, remove: true })),
      ...this.#entries([...here, ...back]),
    ];
    const legacy = single.map((data): Delivery<C> => ({
      all: "legacy",
      message: { type: "peer", data },
      // These know no way to tell themselves from others.
      except: this.#people.get(data.id)?.connection,
    }));
    return [...modern, ...legacy];
  }

  /** In which form this connection hears of changes; undefined if it does not, since it has not identified. */
  audienceOf(connection: C): Audience | undefined {
    const known = this.#connections.get(connection);
    if (known?.id === undefined) return undefined;
    return known.legacy ? "legacy" : "modern";
  }

  /** Time has passed: whoever has been away for too long is gone, and so is what waited too long. Call about once a second. */
  tick(now: number): Delivery<C>[] {
    const deliveries: Delivery<C>[] = [];
    for (const [id, { awayUntil }] of this.#people) {
      if (awayUntil !== undefined && awayUntil <= now) deliveries.push(...this.#remove(id, now));
    }
    this.#expire(now);
    this.#rings.tick(now);
    if (this.#grace && now - this.#options.startedAt >= GRACE) {
      this.#grace = false;
      for (const target of this.#mailbox.targets()) {
        if (!this.#people.has(target)) deliveries.push(...this.#giveUp(target, now));
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
    return [...this.#people.values()].some(({ peer }) => peer.status === "busy");
  }

  /** How much is held, for tests and for whoever watches. */
  get size(): Size {
    const { size: rings } = this.#rings;
    const addresses = Math.max(this.#guests.size, this.#residents.size);
    const [connections, people] = [this.#connections.size, this.#people.size];
    return { connections, people, addresses, rings, missed: this.#missed.size, ...this.#mailbox.size };
  }

  /** Whether this person may let that one's phone ring now: always if it is the same call, said again. */
  #mayRing({ peer, address }: Person<C>, target: string, call: string | undefined, now: number): boolean {
    return this.#mailbox.knows(peer.id, target, call) || this.#rings.take(ringKey(address, target), now);
  }

  /** What has not been said to everyone of somebody yet is said to whoever hears from them. */
  #introduce(id: string, to: C): Delivery<C>[] {
    const [peer] = this.#changes.has(id) ? this.#entries([id]) : [];
    if (!peer) return [];
    const legacy = this.#connections.get(to)?.legacy;
    if (legacy) return [{ to, message: { type: "peer", data: peer } }];
    return [{ to, message: { type: "peers", data: { peers: [peer], gone: [] } } }];
  }

  /** Keep the mailbox in step with what passes by. */
  #note(sender: Peer, target: string, message: SignalMessage | Relayed, now: number, bytes: number): void {
    if (!isSignal(message)) return;
    const { call } = message.data;
    switch (message.type) {
      case "offer":
      case "icecandidate":
        return this.#miss(target, this.#mailbox.keep(sender, target, message, now, bytes), now);
      case "ringing":
        return this.#mailbox.rings(target, sender.id, call);
      case "accept":
        // If both dialled, the call that is accepted is the only one: a withdrawal that was lost must not end it later.
        this.#mailbox.dropAny(sender.id, target);
        // Who is answered may call again.
        this.#rings.forget(ringKey(this.#people.get(target)?.address ?? "", sender.id));
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
    const by = this.#people.get(callee)?.connection;
    this.#mailbox.accept({ id: caller, name: this.#people.get(caller)?.peer.name ?? "" }, callee, call, by, now);
  }

  #expire(now: number): void {
    this.#missed.expire(now);
    for (const { target, waiting } of this.#mailbox.expire(now)) this.#miss(target, waiting, now);
  }

  /** This call came to nothing. Whoever is not here, or has never said that it rings, hears of it on return. */
  #miss(target: string, waiting: Waiting | undefined, now: number): void {
    const person = this.#people.get(target);
    const heard = person?.connection !== undefined && (waiting?.state === "rang" || person.peer.protocol === undefined);
    if (waiting && !heard) this.#missed.add(target, { ...waiting, at: now });
  }

  /** What has waited for someone who arrives. */
  #handOver(connection: C, id: string, legacy: boolean, now: number): Delivery<C>[] {
    this.#expire(now);
    const to = connection;
    const calls = this.#missed.tell(id, now);
    return [
      ...this.#mailbox.waitingFor(id).flatMap(({ messages }) => messages.map((message) => ({ to, message }))),
      ...(calls.length > 0 && !legacy
        ? [
            {
              to,
              message: {
                type: "missed",
                data: { calls: calls.map((call) => ({ ...call })) },
              } as const,
            },
          ]
        : []),
    ];
  }

  /** Someone is gone: everyone will hear of it, and their own calls, and those to them, come to nothing. */
  #remove(id: string, now: number): Delivery<C>[] {
    const person = this.#people.get(id);
    if (!person) return [];
    this.#people.delete(id);
    this.#residents.remove(person.address);
    for (const other of this.#alike.rename(id, undefined)) this.#changes.add(other);
    for (const { target, waiting } of this.#mailbox.calledBy(id)) {
      this.#mailbox.drop(id, target, waiting.call);
      this.#miss(target, waiting, now);
    }
    this.#changes.remove(id, person.peer.name);
    return this.#giveUp(id, now);
  }

  /** A connection is no one's any more. */
  #forget(connection: C): Connection | undefined {
    const known = this.#connections.get(connection);
    this.#connections.delete(connection);
    if (known) this.#guests.remove(known.address);
    return known;
  }

  /** Tell those who call `target` that nobody will answer. */
  #giveUp(target: string, now: number): Delivery<C>[] {
    return this.#mailbox.waitingFor(target).flatMap((waiting) => {
      this.#mailbox.drop(waiting.source, target, waiting.call);
      this.#missed.add(target, { ...waiting, at: now });
      const caller = this.#people.get(waiting.source)?.connection;
      if (caller === undefined) return [];
      return refuse(caller, "peer-gone", "this person is not here any more", { call: waiting.call, target });
    });
  }

  /** These people as they are told of. */
  #entries(ids: Iterable<string>): Peer[] {
    const entries: Peer[] = [];
    for (const id of ids) {
      const peer = this.#people.get(id)?.peer;
      if (peer) entries.push(this.#alike.has(id) ? { ...peer, alike: true } : peer);
    }
    return entries;
  }

  /** The whole list, to someone who has just arrived. */
  #list(connection: C, { id, legacy }: Connection): Delivery<C>[] {
    const to = connection;
    const others = this.#entries(this.#people.keys()).filter((peer) => peer.id !== id);
    if (legacy) return others.map((peer) => ({ to, message: { type: "peer", data: peer } }));
    const frames: Delivery<C>[] = [];
    for (let start = 0; start === 0 || start < others.length; start += CHUNK) {
      const peers = others.slice(start, start + CHUNK);
      const data = { full: start === 0, more: start + CHUNK < others.length, peers, gone: [] };
      frames.push({ to, message: { type: "peers", data } });
    }
    return frames;
  }
}

function refuse<C>(
  connection: C,
  code: ErrorCode,
  message: string,
  about: { call?: string | undefined; target?: string | undefined } = {},
): Delivery<C>[] {
  return [{ to: connection, message: { type: "error", data: { code, message, ...about } } }];
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

/** The sender is whom the server says it is; `id` is the name that SitePen's clients read on candidates. */
function stamp(message: SignalMessage | Relayed, source: string): SignalMessage | Relayed {
  const id = message.type === "icecandidate" ? { id: source } : {};
  return { ...message, data: { ...message.data, ...id, source } };
}

function samePeer(a: Peer, b: Peer): boolean {
  return a.name === b.name && a.status === b.status && a.device === b.device && a.protocol === b.protocol;
}
