/** The real directory behind sockets that delay, die half-open, and lose what was under way. */
import type { ServerMessage, SignalMessage } from "../../src/protocol/messages.ts";
import type { Audience, Delivery, Relayed } from "../../src/server/delivery.ts";
import { stamp } from "../../src/server/stamp.ts";
import { Directory, GRACE } from "../../src/server/directory.ts";
import type { Page } from "./page.ts";
import type { World } from "./world.ts";

/** The longest that the server takes to notice that a socket is dead, and a page; in milliseconds. */
const SERVER_GIVES_UP = 24_000;
export const PAGE_GIVES_UP = 12_000;
const TICK = 5_000;
/** The longest that changes are gathered. */
const GATHER = 100;

/** One WebSocket: frames arrive in order, until it is dead. */
export interface Socket {
  readonly page: Page;
  /** The path is gone, though neither side has noticed. */
  dead: boolean;
  serverClosed: boolean;
  pageClosed: boolean;
  arrivesAtServer: number;
  arrivesAtPage: number;
}

export type Frame = ServerMessage | Relayed;

export class Server {
  readonly #world: World;
  #directory: Directory<Socket>;
  #sockets = new Set<Socket>();
  #ids = 0;
  /** The directory that is about to tell everyone what has changed. */
  #telling: Directory<Socket> | undefined;
  /** It has been restarted: it forgot what it kept for people. */
  restarted = false;

  constructor(world: World) {
    this.#world = world;
    // Half of the time, the server has been running for long.
    this.#directory = this.#start(world.random.chance(0.5) ? -GRACE : 0);
    this.#tick();
  }

  /** It knows nobody any more, and every socket is closed. */
  restart(): void {
    this.#world.note("the server restarts");
    this.restarted = true;
    this.#directory = this.#start(this.#world.clock.now);
    for (const socket of this.#sockets) {
      socket.serverClosed = true;
      this.#pageNotices(socket, this.#world.random.between(0, 300));
    }
    this.#sockets.clear();
  }

  /** A page opens a socket. */
  connect(page: Page): Socket {
    const socket: Socket = {
      page,
      dead: false,
      serverClosed: false,
      pageClosed: false,
      arrivesAtServer: 0,
      arrivesAtPage: 0,
    };
    this.#toServer(socket, () => {
      this.#sockets.add(socket);
      this.#deliver(this.#directory.open(socket, socket.page.person.id));
    });
    return socket;
  }

  identify(socket: Socket): void {
    const { id } = socket.page.person;
    this.#toServer(socket, () => {
      const data = { id, name: id, token: id, protocol: 1 };
      this.#deliver(this.#directory.identify(socket, data, this.#world.clock.now));
    });
  }

  relay(socket: Socket, message: SignalMessage): void {
    this.#toServer(socket, () => {
      if (message.type === "offer" && message.data.call) this.#world.offered.add(message.data.call);
      this.#deliver(this.#directory.relay(socket, message, this.#world.clock.now));
    });
  }

  /** A page closes its socket: it leaves, or will be back. */
  close(socket: Socket, goodbye: boolean): void {
    socket.pageClosed = true;
    this.#toServer(socket, () => this.#closed(socket, goodbye));
  }

  /** The path of a socket is gone: each side notices in its own time; or the page with it, and the system says so. */
  cut(socket: Socket): void {
    if (socket.dead) return;
    socket.dead = true;
    const { random, clock } = this.#world;
    this.#pageNotices(socket, random.between(100, PAGE_GIVES_UP));
    clock.after(random.between(random.chance(0.3) ? 0 : 1_000, SERVER_GIVES_UP), () => this.#closed(socket, false));
  }

  #start(at: number): Directory<Socket> {
    const directory = new Directory<Socket>({
      identity: { tokenFor: (id) => id, proves: (id, token) => id === token },
      newId: () => `fresh${this.#ids++}`,
      greeting: () => ({ version: "1", iceServers: [], addresses: [] }),
      startedAt: at,
      room: { people: 1_000, perAddress: 1_000 },
    });
    directory.tick(this.#world.clock.now);
    return directory;
  }

  #closed(socket: Socket, goodbye: boolean): void {
    if (socket.serverClosed) return;
    socket.serverClosed = true;
    this.#sockets.delete(socket);
    this.#deliver(this.#directory.close(socket, goodbye, this.#world.clock.now));
  }

  #toServer(socket: Socket, act: () => void): void {
    const { clock, random } = this.#world;
    const at = Math.max(clock.now + random.within(socket.page.person.up), socket.arrivesAtServer);
    socket.arrivesAtServer = at;
    clock.after(at - clock.now, () => {
      if (!socket.dead && !socket.serverClosed) act();
    });
  }

  #deliver(deliveries: Delivery<Socket>[]): void {
    for (const delivery of deliveries) {
      if ("close" in delivery) {
        const socket = delivery.close;
        this.#toPage(socket, (page) => page.replaced());
        this.#sockets.delete(socket);
        socket.serverClosed = true;
      } else {
        const message = said(delivery);
        for (const socket of this.#hearing(delivery)) this.#toPage(socket, (page) => page.receive(message));
      }
    }
    this.#tellSoon();
  }

  #hearing(delivery: { to: Socket } | { all: Audience; except?: Socket | undefined }): Socket[] {
    if ("to" in delivery) return [delivery.to];
    const { all, except } = delivery;
    return [...this.#sockets].filter((socket) => socket !== except && this.#directory.audienceOf(socket) === all);
  }

  /** Changes are gathered for a moment. */
  #tellSoon(): void {
    const directory = this.#directory;
    if (this.#telling === directory || !directory.changed) return;
    this.#telling = directory;
    this.#world.clock.after(this.#world.random.between(0, GATHER), () => {
      this.#telling = undefined;
      if (directory === this.#directory) this.#deliver(directory.flush());
    });
  }

  #toPage(socket: Socket, act: (page: Page) => void): void {
    if (socket.serverClosed) return;
    const { clock, random } = this.#world;
    const at = Math.max(clock.now + random.within(socket.page.person.down), socket.arrivesAtPage);
    socket.arrivesAtPage = at;
    clock.after(at - clock.now, () => {
      if (!socket.dead && !socket.pageClosed) act(socket.page);
    });
  }

  #pageNotices(socket: Socket, ms: number): void {
    this.#world.clock.after(ms, () => {
      if (!socket.pageClosed) socket.page.reconnect();
    });
  }

  #tick(): void {
    this.#world.clock.after(TICK, () => {
      this.#deliver(this.#directory.tick(this.#world.clock.now));
      this.#tick();
    });
  }
}

/** The message as it arrives. */
function said(delivery: Exclude<Delivery<Socket>, { close: Socket }>): Frame {
  if ("written" in delivery) return JSON.parse(delivery.written.map(String).join("")) as Frame;
  const source = "source" in delivery ? delivery.source : undefined;
  return source === undefined ? delivery.message : stamp(delivery.message as Relayed, source);
}
