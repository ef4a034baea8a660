/** Somebody who is connected to one of the servers, as cheaply as a process that holds ten thousand of them can. */
import { randomBytes } from "node:crypto";
import { createSecureContext } from "node:tls";
import { WebSocket } from "ws";

/** @typedef {import("./contenders.mjs").Kind} Kind */

/**
 * What all of them together were sent, without the servers' beats; when a beat came last; and how often somebody was not let in.
 * @typedef {{frames: number, bytes: number, beaten?: number, refused?: number}} Tally
 */

/**
 * @typedef {object} Wishes
 * @property {string} name
 * @property {Tally} tally
 * @property {{id: string, token: string}} [known] of an earlier connection
 * @property {string | number} [room] of the floor: who hears whom
 * @property {(data: Buffer) => void} [heard] hears everything, from the first frame on
 * @property {number} [patience] how long it may take to be let in, in milliseconds
 */

/** Each of them for itself would take more memory than the rest of a connection. */
const TLS = { rejectUnauthorized: false, secureContext: createSecureContext() };
const PATIENCE = 60_000;

const BEAT = '{"type":"beat"}';
/** A page says its own only if it has not for this long, in milliseconds. */
const BEAT_EVERY = 5_000;

export class Person {
  id = "";
  token = "";
  /** What comes once they have joined. @type {(data: Buffer) => void} */
  received = () => {};
  #beaten = 0;

  /** @param {Kind} kind @param {string} url @param {Wishes} wishes */
  constructor(kind, url, { name, tally, known, room, heard, patience = PATIENCE }) {
    this.kind = kind;
    this.name = name;
    if (kind === "peerjs") {
      this.id = known?.id ?? randomBytes(9).toString("hex");
      this.token = known?.token ?? randomBytes(6).toString("hex");
    }
    this.tally = tally;
    this.known = known;
    this.heard = heard;
    this.socket = new WebSocket(`${url.replace("https", "wss")}${this.#path(room)}`, {
      ...TLS,
      perMessageDeflate: false,
      skipUTF8Validation: true,
      handshakeTimeout: patience,
    });
  }

  /**
   * Done when they are told all that they have to know: ours, the whole list; PeerJS, OPEN; the floor tells nothing.
   * @returns {Promise<this>}
   * @throws {Error} they were not let in
   */
  joined() {
    return new Promise((resolve, reject) => {
      const { socket, kind } = this;
      let joined = false;
      const join = () => {
        joined = true;
        resolve(this);
      };
      socket.on("error", reject);
      socket.on("close", (code, why) => reject(new Error(`${kind} closed a connection: ${code} ${why.toString()}`)));
      if (kind === "floor") socket.on("open", join);
      socket.on("message", (/** @type {Buffer} */ data) => {
        if (kind === "ours" && data.length === BEAT.length) return this.#beat();
        this.tally.frames++;
        this.tally.bytes += data.length;
        this.heard?.(data);
        if (joined) return this.received(data);
        const failure = kind === "ours" ? this.#greeted(data, join) : this.#opened(data, join);
        if (failure === undefined) return;
        reject(new Error(`${kind} refused a connection: ${failure}`));
        socket.terminate();
      });
    });
  }

  /** Leave with a goodbye, as a closed tab does. @returns {Promise<void>} */
  leave() {
    return new Promise((resolve) => {
      if (this.socket.readyState === WebSocket.CLOSED) return resolve();
      this.socket.once("close", () => resolve());
      this.socket.close(1000);
    });
  }

  rename(/** @type {string} */ name) {
    const { id } = this;
    this.name = name;
    this.socket.send(
      this.kind === "ours" ? JSON.stringify({ type: "identify", data: { id, name, protocol: 1 } }) : name,
    );
  }

  #path(/** @type {string | number | undefined} */ room) {
    if (this.kind === "peerjs") return `/peerjs?key=peerjs&id=${this.id}&token=${this.token}&version=1.5.4`;
    return this.kind === "floor" && room !== undefined ? `/rtc?room=${room}` : "/rtc";
  }

  /** From `ready` to the end of the list. @returns {string | undefined} why there is none */
  #greeted(/** @type {Buffer} */ data, /** @type {() => void} */ join) {
    if (data.includes('"type":"peers"')) {
      if (!data.includes('"more":true')) join();
      return undefined;
    }
    const message = JSON.parse(data.toString());
    if (message.type === "error") return `${message.data.code}, ${message.data.message}`;
    if (message.type !== "ready") return undefined;
    ({ id: this.id, token: this.token } = this.known ?? message);
    const { id, token, name } = this;
    this.socket.send(JSON.stringify({ type: "identify", data: { id, name, token, protocol: 1, device: "phone" } }));
    return undefined;
  }

  #opened(/** @type {Buffer} */ data, /** @type {() => void} */ join) {
    if (!data.includes('"OPEN"')) return data.toString();
    join();
    return undefined;
  }

  #beat() {
    this.tally.beaten = performance.now();
    if (Date.now() - this.#beaten < BEAT_EVERY) return;
    this.#beaten = Date.now();
    this.socket.send(BEAT);
  }
}

/** @param {Kind} kind @param {string} url @param {Wishes} wishes @returns {Promise<Person>} */
export function join(kind, url, wishes) {
  return new Person(kind, url, wishes).joined();
}
