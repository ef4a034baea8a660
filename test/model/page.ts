/** One page in the model: a line of `src/call`, what its effects do, and a socket that may be dead without its knowing. */
import { type Call, type CallEvent, type Effect, idle, timeouts } from "../../src/call/call.ts";
import { advance } from "../../src/call/line.ts";
import { CallTimers } from "../../src/client/timers.ts";
import type { SignalMessage } from "../../src/protocol/messages.ts";
import type { End } from "./paths.ts";
import type { Person } from "./person.ts";
import { Broken, type PageRules, rulesOf } from "./rules.ts";
import type { Frame, Socket } from "./server.ts";
import type { World } from "./world.ts";

export class Page {
  readonly person: Person;
  readonly world: World;
  readonly #rules: PageRules;
  readonly #timers: CallTimers;
  call: Call = idle;
  link: End | undefined;
  mediaOpen = false;
  socket: Socket | undefined;
  /** The socket is open: what is said goes out. */
  #online = false;
  /** It has not been closed, and no other page is the phone. */
  #running = false;
  #closed = false;
  #asked = 0;
  readonly #away = new Set<string>();

  constructor(person: Person) {
    this.person = person;
    this.world = person.world;
    this.#rules = rulesOf(this);
    this.#timers = new CallTimers(
      (timer) => {
        if (timeouts(this.call)[timer] === undefined) throw new Broken(`${person.id}: ${timer} fires out of place`);
        this.dispatch({ type: "timeout", timer });
      },
      (ms, act) => this.world.clock.after(ms, act),
    );
  }

  /** Whether it is the phone of this person, as far as it knows. */
  get running(): boolean {
    return this.#running;
  }

  /** Be the phone: a page that was opened, or "Use here". */
  start(): void {
    this.#running = true;
    this.#connect();
  }

  /** The page is left in order: with a goodbye on every way. */
  leave(): void {
    this.dispatch({ type: "leave" });
    this.#stop(true);
    this.#end();
  }

  /** The page dies without a word; so does its socket, sooner or later for the server. */
  crash(): void {
    this.world.note(`${this.person.id} crashes in ${this.call.phase}`);
    this.person.crashed = true;
    if (this.socket) this.world.server.cut(this.socket);
    this.#stop(false);
    if (this.link) this.world.paths.close(this.link, undefined, this.world.random.chance(0.5));
    this.link = undefined;
    this.call = idle;
    this.#timers.follow(idle);
    this.#end();
  }

  /** Another page takes over, and this one knows before the server does: it ends its call while it still can. */
  handOver(): void {
    this.dispatch({ type: "replaced" });
  }

  /** The server says that another page is the phone now. */
  replaced(): void {
    this.#running = false;
    if (this.socket) this.socket.pageClosed = true;
    this.socket = undefined;
    this.#online = false;
    if (this.call.phase !== "connected") this.dispatch({ type: "replaced" });
  }

  /** The path to the server is gone. */
  cut(): void {
    if (this.socket) this.world.server.cut(this.socket);
  }

  /** The watchdog, or the browser, has noticed that the socket is dead. */
  reconnect(): void {
    this.#stop(false);
    this.#running = true;
    const { clock, random } = this.world;
    const wait = Math.max(random.between(250, 1_500), this.person.offlineUntil - clock.now);
    clock.after(wait, () => this.#connect());
  }

  receive(message: Frame): void {
    const { type } = message;
    if (type === "ready") {
      this.#online = true;
      if (this.socket) this.world.server.identify(this.socket);
    } else if (type === "peers") this.#listed((message as Extract<Frame, { type: "peers" }>).data);
    else if (type === "missed") this.person.missed((message as Extract<Frame, { type: "missed" }>).data.calls);
    else if (type === "error") {
      const { code, target, call } = (message as { data: { code: string; target?: string; call?: string } }).data;
      if (code === "peer-gone" && target) this.dispatch({ type: "peer-gone", peer: target, call });
      if (code === "too-fast" && target && call) this.dispatch({ type: "too-fast", peer: target, call });
    } else {
      const said = message as SignalMessage;
      const { source } = said.data;
      if (said.type === "offer") this.#offered(said.data.call ?? "", source);
      const { undisturbed } = this.person;
      if (source)
        this.dispatch({ type: "received", from: this.world.person(source).party, message: said, undisturbed });
    }
  }

  dispatch(event: CallEvent): void {
    if (this.#closed) return;
    const before = this.call;
    const [{ call }, ...effects] = advance({ call: before, past: this.person.past }, event);
    this.call = call;
    this.world.trace(this, before, event);
    this.#rules.moved(before, call);
    if (call !== before) this.#timers.follow(call);
    for (const effect of effects) this.#perform(effect);
    if (call.phase !== "idle" && (before.phase === "idle" || before.call !== call.call)) {
      this.person.begins(call.call);
      this.#rules.begins(call.call);
    }
    if (effects.length > 0) this.#rules.settled();
    this.#presenceChanged();
  }

  #listed({ full, more, peers, gone }: Extract<Frame, { type: "peers" }>["data"]): void {
    if (full) this.#away.clear();
    for (const { id, status } of peers) {
      if (status === "away") this.#away.add(id);
      else this.#away.delete(id);
    }
    this.#presenceChanged();
    for (const peer of gone) this.dispatch({ type: "peer-gone", peer });
    if (full !== undefined && !more) this.dispatch({ type: "relisted" });
  }

  /** Remember what the rules must know of this offer. */
  #offered(id: string, caller: string | undefined): void {
    const { call, world } = this;
    world.offeredTo.set(id, (world.offeredTo.get(id) ?? this) === this ? this : "two pages");
    if (call.phase !== "idle" && call.direction === "outgoing" && call.peer.id === caller) world.crossed.add(id);
  }

  #presenceChanged(): void {
    const { call } = this;
    if (call.phase === "calling" && call.reach !== "trying" && this.#away.has(call.peer.id))
      this.dispatch({ type: "peer-away", peer: call.peer.id });
  }

  #connect(): void {
    if (this.#closed || !this.#running || this.socket) return;
    this.socket = this.world.server.connect(this);
    if (this.person.offlineUntil > this.world.clock.now) this.cut();
  }

  #stop(goodbye: boolean): void {
    this.#running = false;
    this.#online = false;
    if (this.socket) this.world.server.close(this.socket, goodbye);
    this.socket = undefined;
  }

  #end(): void {
    this.#closed = true;
    this.person.pages = this.person.pages.filter((page) => page !== this);
  }

  #perform(effect: Effect): void {
    const { world, link } = this;
    switch (effect.do) {
      case "send":
        this.#rules.said(effect.message);
        if (this.socket && this.#online) world.server.relay(this.socket, effect.message);
        return;
      case "ask-media":
        return this.#askMedia();
      case "open":
        if (link) world.paths.close(link, undefined);
        this.link = world.paths.make(this, effect.call, effect.peer.id);
        if (effect.offer !== undefined) this.link.remote = effect.offer;
        return;
      case "offer":
      case "answer":
        return this.#describe(effect.do);
      case "apply-answer":
        if (!link) throw new Broken(`${this.person.id} should take an answer without a link`);
        link.remote = effect.sdp;
        return world.paths.seek(link);
      case "add-candidate":
        if (!link) throw new Broken(`${this.person.id} was given a candidate without a link`);
        return;
      case "close":
        this.mediaOpen = false;
        this.#asked++;
        this.link = undefined;
        if (link) world.paths.close(link, effect.tell);
        return;
      case "ended":
        this.#rules.ended(effect.ended);
        return this.person.ended(effect.ended, this);
      case "redescribe":
    }
  }

  #askMedia(): void {
    const asked = ++this.#asked;
    const { clock, random } = this.world;
    clock.after(random.between(0, random.chance(0.1) ? 5_000 : 600), () => {
      if (asked !== this.#asked || this.#closed) return;
      this.mediaOpen = true;
      this.dispatch({ type: "media-ready" });
    });
  }

  #describe(what: "offer" | "answer"): void {
    const { world, link, person } = this;
    if (!link) throw new Broken(`${person.id} should ${what} without a link`);
    if (!this.mediaOpen) throw new Broken(`${person.id} should ${what} before it may use camera and microphone`);
    world.clock.after(world.random.between(1, 60), () => {
      if (link.closed) return;
      link.local = `${what} of ${person.id} in ${link.call}${what === "answer" ? ` to ${link.remote}` : ""}`;
      this.dispatch({ type: "described", call: link.call, sdp: link.local });
      for (let n = world.random.between(0, 1); n > 0; n--)
        this.dispatch({ type: "candidate", call: link.call, candidate: { candidate: `${n}` } });
      world.paths.seek(link);
    });
  }
}
