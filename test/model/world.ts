/**
 * Some phones, their sockets, the real directory and the paths between them, in time that is computed. The calls are
 * those of `src/call`; sockets delay, die half-open and lose what was under way; links connect, fall silent and are closed.
 */
import type { Call, CallEvent, Ended } from "../../src/call/call.ts";
import type { SignalMessage } from "../../src/protocol/messages.ts";
import { type Delivery, Directory } from "../../src/server/directory.ts";
import { Clock } from "./clock.ts";
import { type End, Phone, type Socket } from "./phone.ts";
import type { Random } from "./random.ts";

const SERVER_GIVES_UP = 24_000;
const WATCHDOG = 12_000;
const TICK = 5_000;
const TRACE = process.env["MODEL_TRACE"] !== undefined;

export class World {
  readonly clock = new Clock();
  readonly random: Random;
  readonly phones: Phone[];
  /** Pairs between which no path can be found, "a b" in order. */
  readonly blocked = new Set<string>();
  /** Calls about which a message was lost. */
  readonly lost = new Set<string>();
  #directory!: Directory<Socket>;
  #sockets = new Set<Socket>();
  #ids = 0;

  constructor(random: Random, names: readonly string[]) {
    this.random = random;
    this.startServer();
    this.phones = names.map((name) => new Phone(name, this));
    for (const phone of this.phones) phone.load();
    this.#tick();
  }

  phone(id: string): Phone {
    return this.phones.find((phone) => phone.id === id) as Phone;
  }

  /** What happened, for whoever repeats one schedule: `MODEL_TRACE=1`. */
  trace({ id, endings }: Phone, before: Call, event: CallEvent, next: Call): void {
    if (!TRACE || (before === next && event.type !== "received")) return;
    const about =
      event.type === "received"
        ? `${event.message.type} ${event.message.data.call} from ${event.from.id}`
        : JSON.stringify(event);
    console.log(
      `${this.clock.now} ${id}: ${before.phase} + ${about} -> ${next.phase}${next.phase === "idle" ? ` ${[...endings.values()].map((e) => `${e.call}:${e.reason}`).join()}` : ` ${next.call}`}`,
    );
  }

  /** The server starts, or starts again: it knows nobody, and every socket is closed. */
  startServer(): void {
    this.#directory = new Directory<Socket>({
      identity: { tokenFor: (id) => id, proves: (id, token) => id === token },
      newId: () => `fresh${this.#ids++}`,
      greeting: () => ({ version: "1", iceServers: [], addresses: [] }),
      startedAt: this.clock.now,
    });
    const sockets = this.#sockets;
    this.#sockets = new Set();
    for (const socket of sockets) {
      socket.serverClosed = true;
      this.#notice(socket, this.random.between(0, 300));
    }
  }

  /** The path of a phone's socket is gone: each side notices in its own time. */
  cut(phone: Phone): void {
    const { socket } = phone;
    if (!socket || socket.dead) return;
    socket.dead = true;
    this.#notice(socket, this.random.between(500, WATCHDOG));
    this.clock.after(this.random.between(1_000, SERVER_GIVES_UP), () => this.closed(socket, false));
  }

  /** Between two phones no path can be found, or it can again. */
  block(a: string, b: string, blocked: boolean): void {
    const pair = pairOf(a, b);
    if (blocked) this.blocked.add(pair);
    else this.blocked.delete(pair);
    for (const phone of [this.phone(a), this.phone(b)]) if (phone.link?.connected) this.#listen(phone.link);
  }

  accept(socket: Socket): void {
    this.toServer(socket, () => {
      this.#sockets.add(socket);
      this.#deliver(this.#directory.open(socket));
    });
  }

  identify(socket: Socket): void {
    const { id } = socket.phone;
    this.#deliver(this.#directory.identify(socket, { id, name: id, token: id, protocol: 1 }, this.clock.now));
  }

  relay(socket: Socket, message: SignalMessage): void {
    const deliveries = this.#directory.relay(socket, message, this.clock.now);
    const heard = deliveries.some((delivery) => "to" in delivery && delivery.message.type === message.type);
    if (!heard) this.noteLost(message.data.call);
    this.#deliver(deliveries);
  }

  closed(socket: Socket, goodbye: boolean): void {
    if (socket.serverClosed) return;
    socket.serverClosed = true;
    this.#sockets.delete(socket);
    this.#deliver(this.#directory.close(socket, goodbye, this.clock.now));
  }

  /** Something about this call was said and never heard. */
  noteLost(call: string | undefined): void {
    if (call !== undefined) this.lost.add(call);
  }

  /** A frame, or the end, from page to server. */
  toServer(socket: Socket, act: () => void, call?: string): void {
    socket.arrivesAtServer = Math.max(this.clock.now + this.random.between(1, 150), socket.arrivesAtServer);
    this.clock.after(socket.arrivesAtServer - this.clock.now, () => {
      if (!socket.dead && !socket.serverClosed) act();
      else this.noteLost(call);
    });
  }

  /** Both descriptions of one call are where they belong: media flows, if there is a path. */
  tryPath(link: End): void {
    const other = this.#other(link);
    if (!other || link.local === undefined || other.local === undefined) return;
    if (link.remote !== other.local || other.remote !== link.local) return;
    for (const end of [link, other]) {
      this.clock.after(this.random.between(20, 200), () => {
        if (end.closed || end.connected || this.blocked.has(pairOf(end.phone.id, end.peer))) return;
        end.connected = true;
        end.phone.dispatch({ type: "connected", call: end.call, at: this.clock.now });
        this.#listen(end);
      });
    }
  }

  closeLink(link: End, tell: Ended["reason"] | undefined): void {
    const other = this.#other(link);
    link.closed = true;
    if (!other) return;
    if (tell !== undefined && link.connected && this.#reachable(other)) {
      this.clock.after(this.random.between(1, 100), () => {
        if (!other.closed && this.#reachable(other))
          other.phone.dispatch({ type: "farewell", call: other.call, reason: tell });
      });
    }
    if (other.connected) this.#listen(other);
  }

  /** Nothing is heard for a while: say so; heard again: say so too. */
  #listen(end: End): void {
    const lastHeard = this.clock.now;
    this.clock.after(2_000, () => {
      if (end.closed || !end.connected) return;
      const heard = this.#other(end) !== undefined && this.#reachable(end);
      if (heard && end.silent) {
        end.silent = false;
        end.phone.dispatch({ type: "alive", call: end.call });
      } else if (!heard && !end.silent) {
        end.silent = true;
        end.phone.dispatch({ type: "silent", call: end.call, at: lastHeard });
      }
    });
  }

  #reachable(end: End): boolean {
    return !this.blocked.has(pairOf(end.phone.id, end.peer));
  }

  #other(link: End): End | undefined {
    const other = this.phone(link.peer).link;
    return other && other.call === link.call && other.peer === link.phone.id && !other.closed ? other : undefined;
  }

  #deliver(deliveries: Delivery<Socket>[]): void {
    for (const delivery of deliveries) {
      if ("close" in delivery) {
        this.#sockets.delete(delivery.close);
        delivery.close.serverClosed = true;
      } else {
        for (const socket of delivery.to) this.#toPage(socket, delivery.message as Frame);
      }
    }
  }

  #toPage(socket: Socket, message: Frame): void {
    if (socket.serverClosed) return this.noteLost(message.data?.call);
    socket.arrivesAtPage = Math.max(this.clock.now + this.random.between(1, 150), socket.arrivesAtPage);
    this.clock.after(socket.arrivesAtPage - this.clock.now, () => {
      const { phone } = socket;
      const heard = !socket.dead && !socket.pageClosed && socket === phone.socket;
      if (heard && socket.incarnation === phone.incarnation) receive(phone, message);
      else this.noteLost(message.data?.call);
    });
  }

  /** The page learns that its socket is gone, and connects anew. */
  #notice(socket: Socket, ms: number): void {
    this.clock.after(ms, () => {
      if (!socket.pageClosed && socket.phone.socket === socket) socket.phone.reconnect();
    });
  }

  #tick(): void {
    this.clock.after(TICK, () => {
      this.#deliver(this.#directory.tick(this.clock.now));
      this.#tick();
    });
  }
}

type Frame = {
  type: string;
  data: {
    source?: string;
    full?: boolean;
    more?: boolean;
    gone?: string[];
    code?: string;
    target?: string;
    call?: string;
  };
};

/** What a page does with a frame, as far as it concerns calls. */
function receive(phone: Phone, message: Frame): void {
  const { type, data } = message;
  if (type === "peers") {
    for (const peer of data.gone ?? []) phone.dispatch({ type: "peer-gone", peer });
    if (data.full && !data.more) phone.dispatch({ type: "relisted" });
  } else if (type === "error") {
    if (data.code === "peer-gone" && data.target)
      phone.dispatch({ type: "peer-gone", peer: data.target, call: data.call });
  } else if (data?.source) {
    phone.dispatch({
      type: "received",
      from: phone.partyOf(data.source),
      message: message as unknown as SignalMessage,
    });
  }
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
