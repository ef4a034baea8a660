/**
 * Who is here, and what everyone must be told: a deterministic machine from (message, sender) to deliveries. It opens no
 * socket and reads no clock; a connection is whatever handle the caller uses, and `now` is in milliseconds of any one clock.
 */
import { cleanName, MAX_NAME } from "../protocol/name.ts";
import { PROTOCOL } from "../protocol/messages.ts";
import type { ErrorCode, Identify, Peer, ServerMessage, SignalMessage } from "../protocol/messages.ts";
import type { Identity } from "./identity.ts";
import { Mailbox, type Waiting } from "./mailbox.ts";

/** How long someone whose socket died without a goodbye stays listed, as `away`. */
export const AWAY = 60_000;
/** For how long after the start everyone counts as away: all of them are reconnecting. */
export const GRACE = 20_000;
/** Close code for a connection whose identity was opened elsewhere. */
export const REPLACED = 4001;
/** People in one `peers` frame at most. */
const CHUNK = 500;

/** One message to some connections, or a connection to close. */
export type Delivery<C> =
  { to: readonly C[]; message: ServerMessage | Relayed } | { close: C; code: number; reason: string };

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

interface Options {
  identity: Identity;
  newId: () => string;
  greeting: () => Greeting;
  startedAt: number;
}

interface Connection {
  /** The fresh id of this connection's `ready`. */
  readonly offeredId: string;
  /** Set once it has identified. */
  id?: string;
  legacy: boolean;
}

interface Person<C> {
  peer: Peer;
  /** Absent while away. */
  connection?: C | undefined;
  awayUntil?: number | undefined;
}

export class Directory<C> {
  readonly #options: Options;
  readonly #connections = new Map<C, Connection>();
  readonly #people = new Map<string, Person<C>>();
  readonly #mailbox = new Mailbox();
  #grace = true;

  constructor(options: Options) {
    this.#options = options;
  }

  /** A connection was opened: greet it. */
  open(connection: C): Delivery<C>[] {
    const { identity, newId, greeting } = this.#options;
    const offeredId = newId();
    this.#connections.set(connection, { offeredId, legacy: true });
    const ready = {
      type: "ready",
      id: offeredId,
      token: identity.tokenFor(offeredId),
      protocol: PROTOCOL,
      ...greeting(),
    } as const;
    return [{ to: [connection], message: ready }];
  }

  /** A connection was closed, with a goodbye (a closed tab) or without (a phone that vanished). */
  close(connection: C, goodbye: boolean, now: number): Delivery<C>[] {
    const closed = this.#connections.get(connection);
    this.#connections.delete(connection);
    const person = closed?.id === undefined ? undefined : this.#people.get(closed.id);
    // Never identified, or replaced and forgotten: its end says nothing about anybody.
    if (!closed || !person) return [];
    // A client of the old protocol takes a new id when it returns: nobody can be reached by this one again.
    if (goodbye || closed.legacy) return this.#remove(person.peer.id, now);
    this.#people.set(person.peer.id, { peer: { ...person.peer, status: "away" }, awayUntil: now + AWAY });
    return this.#announce(person.peer.id);
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
    const { id, device, status, protocol } = data;
    const peer: Peer = {
      id,
      name,
      ...(device && { device }),
      status: status ?? "available",
      ...(protocol !== undefined && { protocol }),
    };
    this.#people.set(id, { peer, connection });
    const deliveries: Delivery<C>[] = [];
    if (before?.connection !== undefined && before.connection !== connection) {
      deliveries.push(...refuse(before.connection, "replaced", "this identity was opened elsewhere"), {
        close: before.connection,
        code: REPLACED,
        reason: "opened elsewhere",
      });
      this.#connections.delete(before.connection);
    }
    const arrives = known.id === undefined;
    known.id = id;
    known.legacy = protocol === undefined;
    if (arrives) deliveries.push(...this.#list(connection, known));
    if (!before || !samePeer(before.peer, peer)) deliveries.push(...this.#announce(id));
    if (arrives) deliveries.push(...this.#handOver(connection, id, known.legacy, now));
    return deliveries;
  }

  /** A message from one person to another, about a call or of a type that only they know. */
  relay(connection: C, message: SignalMessage | Relayed, now: number): Delivery<C>[] {
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
      if (message.type === "offer") this.#mailbox.miss(target, { source, name: sender.peer.name, call, at: now });
      return refuse(connection, "peer-gone", "this person is not here any more", { call, target });
    }
    this.#note(sender.peer, target, stamped, now);
    const to = person?.connection;
    // Said again, it is an answer that is wanted, which only the page that gave it can repeat; any other would ring.
    const elsewhere = message.type === "offer" && this.#mailbox.acceptedElsewhere(source, target, call, to);
    return to === undefined || elsewhere ? [] : [{ to: [to], message: stamped }];
  }

  /** Time has passed: whoever has been away for too long is gone, and so is what waited too long. Call about once a second. */
  tick(now: number): Delivery<C>[] {
    const deliveries: Delivery<C>[] = [];
    for (const [id, { awayUntil }] of this.#people) {
      if (awayUntil !== undefined && awayUntil <= now) deliveries.push(...this.#remove(id, now));
    }
    this.#expire(now);
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
    const to = this.#audience().modern;
    return to.length > 0 ? [{ to, message: { type: "addresses", data: { addresses: [...addresses] } } }] : [];
  }

  /** Whether anybody is in a call, as far as their pages say. */
  get inCalls(): boolean {
    return [...this.#people.values()].some(({ peer }) => peer.status === "busy");
  }

  /** How much is held, for tests and for whoever watches. */
  get size(): { connections: number; people: number; offers: number; callers: number; missed: number } {
    return { connections: this.#connections.size, people: this.#people.size, ...this.#mailbox.size };
  }

  /** Keep the mailbox in step with what passes by. */
  #note(sender: Peer, target: string, message: SignalMessage | Relayed, now: number): void {
    if (!isSignal(message)) return;
    const { call } = message.data;
    switch (message.type) {
      case "offer":
      case "icecandidate":
        return this.#miss(target, this.#mailbox.keep(sender, target, message, now), now);
      case "ringing":
        return this.#mailbox.rings(target, sender.id, call);
      case "accept":
        // If both dialled, the call that is accepted is the only one: a withdrawal that was lost must not end it later.
        this.#mailbox.dropAny(sender.id, target);
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
    for (const { target, waiting } of this.#mailbox.expire(now)) this.#miss(target, waiting, now);
  }

  /** This call came to nothing. Whoever is not here, or has never said that it rings, hears of it on return. */
  #miss(target: string, waiting: Waiting | undefined, now: number): void {
    const person = this.#people.get(target);
    const heard = person?.connection !== undefined && (waiting?.state === "rang" || person.peer.protocol === undefined);
    if (waiting && !heard) this.#mailbox.miss(target, { ...waiting, at: now });
  }

  /** What has waited for someone who arrives. */
  #handOver(connection: C, id: string, legacy: boolean, now: number): Delivery<C>[] {
    this.#expire(now);
    const to = [connection];
    const calls = this.#mailbox.tellMissed(id, now);
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

  /** Someone is gone: everyone hears of it, and their own calls, and those to them, come to nothing. */
  #remove(id: string, now: number): Delivery<C>[] {
    const name = this.#people.get(id)?.peer.name ?? "";
    this.#people.delete(id);
    for (const { target, waiting } of this.#mailbox.calledBy(id)) {
      this.#mailbox.drop(id, target, waiting.call);
      this.#miss(target, waiting, now);
    }
    const deliveries = this.#giveUp(id, now);
    const { modern, legacy } = this.#audience(id);
    if (modern.length > 0) deliveries.push({ to: modern, message: { type: "peers", data: { peers: [], gone: [id] } } });
    if (legacy.length > 0) deliveries.push({ to: legacy, message: { type: "peer", data: { id, name, remove: true } } });
    return deliveries;
  }

  /** Tell those who call `target` that nobody will answer. */
  #giveUp(target: string, now: number): Delivery<C>[] {
    return this.#mailbox.waitingFor(target).flatMap((waiting) => {
      this.#mailbox.drop(waiting.source, target, waiting.call);
      this.#mailbox.miss(target, { ...waiting, at: now });
      const caller = this.#people.get(waiting.source)?.connection;
      if (caller === undefined) return [];
      return refuse(caller, "peer-gone", "this person is not here any more", { call: waiting.call, target });
    });
  }

  #announce(id: string): Delivery<C>[] {
    const peer = this.#people.get(id)?.peer;
    if (!peer) return [];
    const { modern, legacy } = this.#audience(id);
    const deliveries: Delivery<C>[] = [];
    if (modern.length > 0)
      deliveries.push({ to: modern, message: { type: "peers", data: { peers: [peer], gone: [] } } });
    if (legacy.length > 0) deliveries.push({ to: legacy, message: { type: "peer", data: peer } });
    return deliveries;
  }

  /** Everyone who has identified, but the one whom it is about, if it is about anyone. */
  #audience(except?: string): { modern: C[]; legacy: C[] } {
    const modern: C[] = [];
    const legacy: C[] = [];
    for (const [connection, { id, legacy: old }] of this.#connections) {
      if (id !== undefined && id !== except) (old ? legacy : modern).push(connection);
    }
    return { modern, legacy };
  }

  /** The whole list, to someone who has just arrived. */
  #list(connection: C, { id, legacy }: Connection): Delivery<C>[] {
    const to = [connection];
    const others = [...this.#people.values()].map(({ peer }) => peer).filter((peer) => peer.id !== id);
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
  return [{ to: [connection], message: { type: "error", data: { code, message, ...about } } }];
}

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
