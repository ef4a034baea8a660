/** One client's WebSocket, and how much of the server it may have. */
import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { ErrorCode } from "../protocol/messages.ts";
import type { About } from "./about.ts";
import { type Allowance, Bucket } from "./bucket.ts";
import type { Log } from "./log.ts";
import type { Meter } from "./meter.ts";
import { textFrame } from "./text-frame.ts";

/** Close code for whoever goes on after the error `too-fast`. */
export const TOO_FAST = 4008;
/** A frame counts as one message for each of these of its weight that it has begun, in bytes: large ones cost more, and so do those of many parts. */
const MESSAGE = 8 * 1024;
/** What may wait to be read by a client, in bytes: above the first nothing is relayed to it, above the second it is cut. */
const CONGESTED = 1024 * 1024;
const STALLED = 4 * 1024 * 1024;
/** What is written at once, in bytes: a record of TLS (RFC 8446, 5.1). */
const PIECE = 16 * 1024;
/** How long a client may take to answer a close, in milliseconds. */
const CLOSE_WITHIN = 2_000;
const BEAT = textFrame(Buffer.from('{"type":"beat"}'));

export interface ConnectionOptions {
  /** What the WebSocket writes to. */
  readonly stream: Duplex;
  /** Where it comes from. */
  readonly address: string;
  /** Messages that it may send; absent for any number. */
  readonly allowance?: Allowance | undefined;
  readonly log: Pick<Log, "warn">;
  readonly meter: Meter;
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
  readonly #stream: Duplex;
  readonly #bucket: Bucket | undefined;
  readonly #log: Pick<Log, "warn">;
  readonly #meter: Meter;
  #warned = false;
  /** Frames that wait until those before have been handed to the system. */
  readonly #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #writing = false;
  /** It is being closed, with this, as soon as nothing waits. */
  #closing: { readonly code: number; readonly reason: string } | undefined;

  constructor(socket: WebSocket, { stream, address, allowance, log, meter, now }: ConnectionOptions) {
    this.address = address;
    this.openedAt = this.heardAt = this.beatAt = now;
    this.#socket = socket;
    this.#stream = stream;
    this.#bucket = allowance && new Bucket(allowance, now);
    this.#log = log;
    this.#meter = meter;
  }

  /**
   * A frame of this weight has come. False if it is not to be read: too many have. The first of these is answered, with what it is `about`;
   * the next ends it.
   */
  admits(weight: number, now: number, about: () => About = () => ({})): boolean {
    if (this.#closing) return false;
    this.heardAt = now;
    if (this.#bucket === undefined) return true;
    if (this.#warned && this.#bucket.isFull(now)) this.#warned = false;
    if (this.#bucket.take(now, 1 + Math.floor(weight / MESSAGE))) return true;
    if (this.#warned) {
      this.#log.warn("a connection was closed that sent too much");
      this.close(TOO_FAST, "too many messages");
      // It may go on all the same, but it is not listened to.
      this.#socket.pause();
    } else {
      this.#warned = true;
      this.refuse("too-fast", "too many messages: slow down, or this connection is closed", about());
    }
    return false;
  }

  /** Send a frame of `textFrame`. What closes hears nothing more. */
  send(frame: Buffer): void {
    if (this.#closing || this.#socket.readyState !== this.#socket.OPEN) return;
    this.#meter.sent(1, frame.length);
    if (!this.#writing) return this.#write(frame);
    this.#waiting.push(frame);
    this.#waitingBytes += frame.length;
    if (this.#waitingBytes <= STALLED) return;
    this.#log.warn("a connection was cut that reads too slowly");
    this.cut();
  }

  say(message: object): void {
    this.send(textFrame(Buffer.from(JSON.stringify(message))));
  }

  /** Answer a beat, or say that the server is alive. */
  sayBeat(): void {
    this.send(BEAT);
  }

  refuse(code: ErrorCode, message: string, about: About = {}): void {
    this.#meter.refused(code);
    this.say({ type: "error", data: { code, message, ...about } });
  }

  /** Whether more waits for it than should: what others send would only wait longer, and cut it off in the end. */
  get congested(): boolean {
    return this.#waitingBytes > CONGESTED;
  }

  /** Show that the server is alive: by a message, which pages of ours see and say themselves, and else by a ping, too, which is answered. */
  beat(now: number, { ping }: { ping: boolean }): void {
    this.beatAt = now;
    this.sayBeat();
    if (ping && !this.#closing && this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
  }

  /** End it in order once it has been told all that it was to be told, if it takes part in that, else without. */
  close(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = { code, reason };
    const timer = setTimeout(() => this.cut(), CLOSE_WITHIN).unref();
    this.#socket.once("close", () => clearTimeout(timer));
    if (!this.#writing) this.#socket.close(code, reason);
  }

  /** End it at once. */
  cut(): void {
    this.#socket.terminate();
  }

  /**
   * A piece at a time: what is handed to TLS at once, it keeps room for as long as the connection lasts, and each piece costs a call of the
   * system.
   */
  #write(piece: Buffer): void {
    this.#writing = true;
    this.#stream.write(piece, this.#wrote);
  }

  readonly #wrote = (): void => {
    this.#writing = false;
    // Whether it was written or not: what is closed takes no more.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#waiting.length > 0) this.#write(this.#nextPiece());
    else if (this.#closing) this.#socket.close(this.#closing.code, this.#closing.reason);
  };

  /** The frames that wait, as many as a piece should hold, and at least one. */
  #nextPiece(): Buffer {
    let count = 0;
    let bytes = 0;
    for (const { length } of this.#waiting) {
      if (count > 0 && bytes + length > PIECE) break;
      count++;
      bytes += length;
    }
    this.#waitingBytes -= bytes;
    const frames = this.#waiting.splice(0, count);
    return count === 1 ? frames[0]! : Buffer.concat(frames, bytes);
  }
}
