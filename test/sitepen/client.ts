/**
 * A client that speaks the published SitePen/webrtc-blog protocol and nothing else, for tests: what it sends, and what it
 * takes from what it hears, is what their page does, without the page and without media.
 */
import { EventEmitter, once } from "node:events";
import { WebSocket } from "ws";

export interface SitePenPeer {
  id: string;
  name: string;
}

type Message =
  | { type: "ready"; id: string; version: string }
  | { type: "peer"; data: SitePenPeer & { remove?: boolean } }
  | { type: "offer" | "accept"; data: { type: string; sdp: string; source: string; target: string } }
  | { type: "reject"; data: { source: string; target: string } }
  | { type: "icecandidate"; data: { id: string; target: string; candidate: object } };

/** Emits `peer`, `offer`, `accept`, `reject`, `icecandidate` with what was heard, each after it has been taken in. */
export class SitePenClient extends EventEmitter {
  id = "";
  readonly peers = new Map<string, SitePenPeer>();
  readonly socket: WebSocket;
  readonly #name: string;
  /** With whom a connection is being made, or is made: one at a time. */
  partner: string | undefined;
  /** Candidates that the connection has taken; those of others are dropped. */
  readonly candidates: object[] = [];

  /** Their first connection offers an empty id, which browsers refuse: tests give one. */
  constructor(url: string, name = "Anonymous", id = "first") {
    super();
    this.#name = name;
    this.socket = new WebSocket(url, ["userid", id], { rejectUnauthorized: false });
    this.socket.on("message", (data: Buffer) => this.#take(JSON.parse(data.toString()) as Message));
  }

  rename(name: string): void {
    this.#send("identify", { name, id: this.id });
  }

  /** Call somebody. */
  invite(target: string): void {
    this.#connectTo(target);
    this.#send("offer", { type: "offer", sdp: `offer of ${this.#name}`, source: this.id, target });
  }

  /** Take somebody's offer; candidates follow. */
  accept(source: string): void {
    this.#connectTo(source);
    this.#send("accept", { type: "answer", sdp: `answer of ${this.#name}`, source: this.id, target: source });
    this.#trickle();
  }

  reject(source: string): void {
    this.#send("reject", { source: this.id, target: source });
  }

  /** What the data channel's `disconnect` does, on either side. */
  disconnect(): void {
    this.partner = undefined;
    this.candidates.length = 0;
  }

  close(): void {
    this.socket.close();
  }

  /** Wait for one of the events above. */
  async heard(event: Message["type"]): Promise<{ [field: string]: unknown }> {
    const [data] = (await once(this, event)) as [{ [field: string]: unknown }];
    return data;
  }

  #connectTo(peer: string): void {
    if (this.partner !== undefined) throw new Error("Client already has an active peer connection");
    if (!this.peers.has(peer)) throw new Error(`Unknown peer ${peer}`);
    this.partner = peer;
  }

  #take(message: Message): void {
    switch (message.type) {
      case "ready":
        this.id = message.id;
        this.#send("identify", { id: this.id, name: this.#name });
        this.emit("ready", message);
        return;
      case "peer": {
        const { id, name, remove } = message.data;
        if (remove) this.peers.delete(id);
        else this.peers.set(id, { id, name });
        break;
      }
      case "accept":
        if (this.partner === message.data.source) this.#trickle();
        break;
      case "reject":
        // Whoever says it, and about whatever.
        this.disconnect();
        break;
      case "icecandidate":
        if (message.data.id === this.partner) this.candidates.push(message.data.candidate);
        break;
      case "offer":
        break;
      default:
        // Any other type means nothing to it.
        return;
    }
    this.emit(message.type, message.data);
  }

  #trickle(): void {
    const candidate = { candidate: "candidate:1 1 udp 1 192.0.2.9 9 typ host", sdpMid: "0", sdpMLineIndex: 0 };
    this.#send("icecandidate", { id: this.id, target: this.partner, candidate });
  }

  #send(type: string, data: object): void {
    this.socket.send(JSON.stringify({ type, data }));
  }
}
