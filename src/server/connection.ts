/** One client's WebSocket, and how much of the server it may have. */
import type { WebSocket } from "ws";
import type { ErrorCode } from "../protocol/messages.ts";
import { type Allowance, Bucket } from "./bucket.ts";
import type { Log } from "./log.ts";

/** Close code for whoever goes on after the error `too-fast`. */
export const TOO_FAST = 4008;
/** A frame counts as one message for each of these of its weight that it has begun, in bytes: large ones cost more, and so do those of many parts. */
const MESSAGE = 8 * 1024;
/** What may wait to be read by a client, in bytes: above the first nothing is relayed to it, above the second it is cut. */
const CONGESTED = 1024 * 1024;
const STALLED = 4 * 1024 * 1024;
/** How long a client may take to answer a close, in milliseconds. */
const CLOSE_WITHIN = 2_000;
const TEXT = { binary: false };

export interface ConnectionOptions {
  /** Where it comes from. */
  readonly address: string;
  /** Messages that it may send; absent for any number. */
  readonly allowance?: Allowance | undefined;
  readonly log: Log;
  readonly now: number;
}

/** Times are in milliseconds since 1970. */
export class Connection {
  readonly address: string;
  readonly openedAt: number;
  /** When something last came from it. */
  heardAt: number;
  /** When it was last told that the server is alive. */
  beatAt: number;
  readonly #socket: WebSocket;
  readonly #bucket: Bucket | undefined;
  readonly #log: Log;
  #warned = false;
  #ending = false;

  constructor(socket: WebSocket, { address, allowance, log, now }: ConnectionOptions) {
    this.address = address;
    this.openedAt = this.heardAt = this.beatAt = now;
    this.#socket = socket;
    this.#bucket = allowance && new Bucket(allowance, now);
    this.#log = log;
  }

  /** A frame of this weight has come. False if it is not to be read: too many have. The first of these is answered, the next ends it. */
  admits(weight: number, now: number): boolean {
    if (this.#ending) return false;
    this.heardAt = now;
    if (this.#bucket === undefined) return true;
    if (this.#warned && this.#bucket.isFull(now)) this.#warned = false;
    if (this.#bucket.take(now, 1 + Math.floor(weight / MESSAGE))) return true;
    if (this.#warned) {
      this.#log.warn("A connection was closed that sent too much");
      this.close(TOO_FAST, "too many messages");
      // It may go on all the same, but it is not listened to.
      this.#socket.pause();
    } else {
      this.#warned = true;
      this.refuse("too-fast", "too many messages: slow down, or this connection is closed");
    }
    return false;
  }

  send(frame: string | Buffer): void {
    const socket = this.#socket;
    if (this.#ending || socket.readyState !== socket.OPEN) return;
    socket.send(frame, TEXT);
    if (socket.bufferedAmount <= STALLED) return;
    this.#log.warn("A connection was cut that reads too slowly");
    socket.terminate();
  }

  refuse(
    code: ErrorCode,
    message: string,
    about: { call?: string | undefined; target?: string | undefined } = {},
  ): void {
    this.send(JSON.stringify({ type: "error", data: { code, message, ...about } }));
  }

  /** Whether more waits for it than should: what others send would only wait longer, and cut it off in the end. */
  get congested(): boolean {
    return this.#socket.bufferedAmount > CONGESTED;
  }

  /** Show that the server is alive: by a message, which pages of ours see, and a ping, which clients of the old protocol and tools answer. */
  beat(now: number): void {
    this.beatAt = now;
    this.send('{"type":"beat"}');
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** End it in order, if it takes part in that, else without. */
  close(code: number, reason: string): void {
    if (this.#ending) return;
    this.#ending = true;
    this.#socket.close(code, reason);
    const timer = setTimeout(() => this.cut(), CLOSE_WITHIN).unref();
    this.#socket.once("close", () => clearTimeout(timer));
  }

  /** End it at once. */
  cut(): void {
    this.#socket.terminate();
  }
}
