/**
 * Stands in for the server and the WebSockets to it, in the page of a test: greets, keeps the list of people, and stamps and passes on
 * what they say. A test makes it slow, lets it lose messages, and cuts people off. What the server alone decides is tested in src/server.
 */
import * as v from "valibot";
import { ClientMessage, type Peer, PROTOCOL, ServerMessage } from "../../protocol/messages.ts";
import { TalkMessage } from "../../protocol/talk.ts";
import type { Client, ClientSignaling } from "../create-client.ts";

/** A message between two people, as the server passes it on. */
export interface Relayed {
  readonly type: string;
  readonly data: { readonly target?: string; readonly source?: string; readonly call?: string; readonly mid?: string };
}

/** What a client may say. */
const Sayable = v.variant("type", [...ClientMessage.options, ...TalkMessage.options]);

export class ScriptedSignaling {
  /** How long each message takes to its receiver, in milliseconds. Messages to one person keep their order. */
  delay = 0;
  /** Returns true for a message between two people that is to be lost. */
  loses: (message: Relayed) => boolean = () => false;
  /** What people said to each other, in this order. */
  readonly relayed: Relayed[] = [];
  readonly #lines = new Map<string, ScriptedLine>();
  /** What is said goes out, but nothing arrives before this. */
  #held: Promise<void> = Promise.resolve();

  /** Keeps all that is said from now on until the function that is returned is called: so that messages of two people cross. */
  hold(): () => void {
    let letGo!: () => void;
    this.#held = new Promise((resolve) => (letGo = resolve));
    return letGo;
  }

  /** Resolves when a message may arrive that is said now. */
  async arrival(): Promise<void> {
    await this.#held;
    await new Promise((resolve) => setTimeout(resolve, this.delay));
  }

  /** Returns a way to this server for the person of this id. */
  line(id: string): ScriptedLine {
    const line = new ScriptedLine(this, id);
    this.#lines.set(id, line);
    return line;
  }

  /** Passes on what `from` says to somebody, or tells `from` why not. */
  relay(from: ScriptedLine, message: ClientMessage | TalkMessage): void {
    // Copied as on the wire, and refused as the server would refuse it.
    const { type, data } = v.parse(Sayable, JSON.parse(JSON.stringify(message))) as Relayed;
    const stamped: Relayed = { type, data: { ...data, source: from.id } };
    this.relayed.push(stamped);
    if (this.loses(stamped)) return;
    const to = this.#lines.get(data.target ?? "");
    if (to?.peer) return to.take(stamped);
    const { target, call, mid } = data;
    from.deliver({ type: "error", data: { code: "peer-gone", message: "not here", target, call, mid } });
  }

  /** Tells everybody who knows the list how somebody is now; `gone` if they have left. */
  tell(about: ScriptedLine, gone = false): void {
    const { id, peer } = about;
    const data = gone ? { peers: [], gone: [id] } : { peers: peer ? [peer] : [], gone: [] };
    for (const line of this.#lines.values()) if (line !== about && line.peer) line.deliver({ type: "peers", data });
  }

  /** Everybody but this one. */
  others(than: ScriptedLine): Peer[] {
    return [...this.#lines.values()].flatMap((line) => (line !== than && line.peer ? [line.peer] : []));
  }
}

/** One person's way to the server, which outlives single connections. */
export class ScriptedLine implements ClientSignaling {
  readonly id: string;
  /** As the others see this person; undefined unless the person has identified itself and not left. */
  peer: Peer | undefined;
  /** How often the client wanted to be sure of its connection. */
  wakes = 0;
  readonly #signaling: ScriptedSignaling;
  #client: Client | undefined;
  #open = false;
  /** Raised with every connection that ends: what was under way in it is lost. */
  #connection = 0;
  /** Offers that this person has not answered, with their candidates: the next page that connects hears them again. */
  #waiting: Relayed[] = [];
  #delivering: Promise<void> = Promise.resolve();

  constructor(signaling: ScriptedSignaling, id: string) {
    this.#signaling = signaling;
    this.id = id;
  }

  /** Connects this client, or one that takes its place after a reload. */
  connect(client: Client): void {
    this.#client = client;
    this.#open = true;
    const { id } = this;
    const greeting = { version: "test", id, token: id, protocol: PROTOCOL, iceServers: [], addresses: [] };
    this.deliver({ type: "ready", ...greeting });
  }

  /** Ends the connection without a word: the client notices, and the others see that this person is away. */
  cut(): void {
    this.#close();
    this.#client?.connectionChanged("offline");
    if (!this.peer) return;
    this.peer = { ...this.peer, status: "away" };
    this.#signaling.tell(this);
  }

  /** Connects the same client again. */
  restore(): void {
    if (this.#client) this.connect(this.#client);
  }

  /** Ends the connection with a goodbye: this person leaves. Where there is no connection, nobody hears it. */
  leave(): void {
    if (!this.#open) return;
    this.#close();
    this.peer = undefined;
    this.#waiting = [];
    this.#signaling.tell(this, true);
  }

  send(message: ClientMessage | TalkMessage): boolean {
    if (!this.#open) return false;
    if (message.type === "identify") this.#identified(message.data);
    else if (message.type !== "beat") {
      if (message.type === "accept" || message.type === "reject") this.#forget(message.data.call);
      this.#signaling.relay(this, message);
    }
    return true;
  }

  wake(): void {
    this.wakes++;
  }

  /** Something is for this person: at once, or once they are back. */
  take(message: Relayed): void {
    const { type, data } = message;
    if (type === "offer" || type === "hangup") this.#forget(data.call);
    const waits = type === "icecandidate" && this.#waiting.some((offer) => offer.data.call === data.call);
    if (type === "offer" || waits) this.#waiting.push(message);
    if (this.#open) this.deliver(message);
  }

  /** Something crosses the wire to this person. */
  deliver(message: object): void {
    if (!this.#open) return;
    this.#delivering = this.#arrive(this.#delivering, this.#signaling.arrival(), JSON.stringify(message));
  }

  async #arrive(earlier: Promise<void>, arrival: Promise<void>, frame: string): Promise<void> {
    const connection = this.#connection;
    await earlier;
    await arrival;
    if (connection === this.#connection) this.#hear(frame);
  }

  #hear(frame: string): void {
    const message = v.safeParse(v.pipe(v.string(), v.parseJson(), ServerMessage), frame);
    if (message.success) this.#client?.inbox.receive(message.output);
    else this.#client?.inbox.other(frame);
  }

  #identified({ id, token, name, device, status }: Extract<ClientMessage, { type: "identify" }>["data"]): void {
    // Every id proves itself here, as in the greeting.
    if (token !== id) return this.deliver({ type: "error", data: { code: "bad-token", message: "be somebody new" } });
    const isNew = this.peer === undefined || this.peer.status === "away";
    this.peer = { id, name, device, status, protocol: PROTOCOL };
    this.#signaling.tell(this);
    if (!isNew) return;
    this.deliver({ type: "peers", data: { full: true, peers: this.#signaling.others(this), gone: [] } });
    for (const message of this.#waiting) this.deliver(message);
  }

  #forget(call: string | undefined): void {
    this.#waiting = this.#waiting.filter(({ data }) => data.call !== call);
  }

  #close(): void {
    this.#open = false;
    this.#connection++;
  }
}
