/** One person's page in the model: a call of `src/call`, its effects, and a socket that may be dead without its knowing. */
import { type Call, type CallEvent, type Effect, type Ended, idle, type Party } from "../../src/call/call.ts";
import { advance, KEPT, type Line } from "../../src/call/line.ts";
import { CallTimers } from "../../src/client/timers.ts";
import type { SignalMessage } from "../../src/protocol/messages.ts";
import type { World } from "./world.ts";

/** One WebSocket: frames arrive in order, each later by chance, until it is dead. */
export interface Socket {
  readonly phone: Phone;
  readonly incarnation: number;
  /** The path is gone, though neither side has noticed. */
  dead: boolean;
  /** Closed for the server, and for the page. */
  serverClosed: boolean;
  pageClosed: boolean;
  arrivesAtServer: number;
  arrivesAtPage: number;
}

/** One end of a peer connection. */
export interface End {
  readonly phone: Phone;
  readonly call: string;
  readonly peer: string;
  closed: boolean;
  local?: string;
  remote?: string;
  connected: boolean;
  silent: boolean;
}

/** Something that must never be. */
export class Broken extends Error {}

export class Phone {
  readonly id: string;
  readonly world: World;
  #line: Line = { call: idle, past: [] };
  link: End | undefined;
  mediaOpen = false;
  socket: Socket | undefined;
  /** How each call ended here, as last said. */
  readonly endings = new Map<string, Ended>();
  /** Calls that asked the user. */
  readonly prompts = new Set<string>();
  #incarnation = 0;
  #media = 0;
  readonly #timers = new CallTimers(
    (timer) => this.dispatch({ type: "timeout", timer }),
    (ms, act) => this.world.clock.after(ms, act),
  );

  constructor(id: string, world: World) {
    this.id = id;
    this.world = world;
  }

  get call(): Call {
    return this.#line.call;
  }

  get incarnation(): number {
    return this.#incarnation;
  }

  /** The page is loaded: nothing of an earlier one is left but how its calls ended. */
  load(): void {
    this.#incarnation++;
    this.#line = { call: idle, past: [...this.endings.values()].reverse().slice(0, KEPT) };
    this.#timers.follow(idle);
    if (this.link) this.world.closeLink(this.link, undefined);
    this.link = undefined;
    this.mediaOpen = false;
    this.#media++;
    this.connect();
  }

  /** The page is left in order: with a goodbye on every way. */
  unload(): void {
    this.dispatch({ type: "leave" });
    this.disconnect(true);
  }

  connect(): void {
    const { world } = this;
    const incarnation = this.#incarnation;
    const socket: Socket = {
      phone: this,
      incarnation,
      dead: false,
      serverClosed: false,
      pageClosed: false,
      arrivesAtServer: 0,
      arrivesAtPage: 0,
    };
    this.socket = socket;
    world.accept(socket);
    world.toServer(socket, () => world.identify(socket));
  }

  /** This side closes its socket, with a goodbye or because it gave up. */
  disconnect(goodbye: boolean): void {
    const { socket, world } = this;
    if (!socket) return;
    this.socket = undefined;
    socket.pageClosed = true;
    world.toServer(socket, () => world.closed(socket, goodbye));
  }

  /** The watchdog, or the browser, has noticed that the socket is dead. */
  reconnect(): void {
    this.disconnect(false);
    const incarnation = this.#incarnation;
    this.world.clock.after(this.world.random.between(250, 1500), () => {
      if (incarnation === this.#incarnation && !this.socket) this.connect();
    });
  }

  dispatch(event: CallEvent): void {
    const before = this.call;
    const [line, ...effects] = advance(this.#line, event);
    this.#line = line;
    this.world.trace(this, before, event, line.call);
    this.#check(before, line.call);
    this.#timers.follow(line.call);
    for (const effect of effects) this.#perform(effect);
  }

  send(message: SignalMessage): void {
    const { socket, world } = this;
    if (socket) world.toServer(socket, () => world.relay(socket, message), message.data.call);
    else world.noteLost(message.data.call);
  }

  partyOf(id: string): Party {
    return { id, name: id, legacy: false };
  }

  #check(before: Call, next: Call): void {
    if (next.phase !== "ringing") return;
    this.prompts.add(next.call);
    if (before.phase !== "idle" && before.phase !== "ringing" && before.peer.id !== next.peer.id) {
      throw new Broken(`${this.id} is asked about ${next.call} in ${before.phase} with ${before.peer.id}`);
    }
  }

  #perform(effect: Effect): void {
    const { world, link } = this;
    switch (effect.do) {
      case "send":
        return this.send(effect.message);
      case "ask-media": {
        const asked = ++this.#media;
        const incarnation = this.#incarnation;
        world.clock.after(world.random.between(0, 800), () => {
          if (asked !== this.#media || incarnation !== this.#incarnation) return;
          this.mediaOpen = true;
          this.dispatch({ type: "media-ready" });
        });
        return;
      }
      case "open":
        if (link) world.closeLink(link, undefined);
        this.link = {
          phone: this,
          call: effect.call,
          peer: effect.peer.id,
          closed: false,
          connected: false,
          silent: false,
        };
        if (effect.offer !== undefined) this.link.remote = effect.offer;
        return;
      case "offer":
      case "answer":
        if (!link) throw new Broken(`${this.id} should ${effect.do} without a link`);
        if (!this.mediaOpen) throw new Broken(`${this.id} should ${effect.do} before it may use camera and microphone`);
        world.clock.after(world.random.between(1, 60), () => {
          if (link.closed) return;
          link.local = `${effect.do} of ${this.id} in ${link.call}${effect.do === "answer" ? ` to ${link.remote}` : ""}`;
          this.dispatch({ type: "described", call: link.call, sdp: link.local });
          for (let n = world.random.between(0, 2); n > 0; n--) {
            this.dispatch({ type: "candidate", call: link.call, candidate: { candidate: `${n}` } });
          }
          world.tryPath(link);
        });
        return;
      case "apply-answer":
        if (!link) throw new Broken(`${this.id} should take an answer without a link`);
        link.remote = effect.sdp;
        return world.tryPath(link);
      case "add-candidate":
        if (!link) throw new Broken(`${this.id} was given a candidate without a link`);
        return;
      case "close":
        this.mediaOpen = false;
        this.#media++;
        this.link = undefined;
        if (link) world.closeLink(link, effect.tell);
        return;
      case "ended":
        this.endings.set(effect.ended.call, effect.ended);
        return;
      case "redescribe":
    }
  }
}
