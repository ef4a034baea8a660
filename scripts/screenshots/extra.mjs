/** People who are only there to be seen: clients of the real server without a page, who call, and answer as they are told. */
import { WebSocket } from "ws";

/** In milliseconds: the server gives up who says nothing for longer than twice that. */
const BEAT = 10_000;

/**
 * What happens to somebody who calls: it rings; or they are declined, refused as busy, or told that the call failed or was lost.
 * @typedef {"rings" | "declined" | "busy" | "failed" | "lost"} Answer
 */

export class Extra {
  /** @type {string} */ id = "";
  /** @type {Answer} */ answer = "rings";
  /** @type {WebSocket} */ #socket;
  /** @type {Map<string, string>} */ #ids = new Map();
  #calls = 0;
  #call = { call: "", target: "" };

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
  }

  /**
   * Come in, and be listed.
   * @param {string} url the server's
   * @param {{name: string, device?: string | undefined, status?: string | undefined}} person
   * @returns {Promise<Extra>}
   */
  static join(url, { name, device = "phone", status = "available" }) {
    const socket = new WebSocket(`${url.replace("https:", "wss:")}/rtc`, { rejectUnauthorized: false });
    const extra = new Extra(socket);
    const beat = setInterval(() => extra.#say("beat"), BEAT);
    socket.on("close", () => clearInterval(beat));
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("message", (/** @type {Buffer} */ frame) => {
        const message = JSON.parse(frame.toString());
        if (message.type === "ready") {
          extra.id = message.id;
          extra.#say("identify", { id: message.id, token: message.token, name, device, status, protocol: 1 });
        } else if (message.type === "peers") {
          for (const { id, name } of message.data.peers) extra.#ids.set(name, id);
          resolve(extra);
        } else if (message.type === "offer") {
          extra.#answerTo({ call: message.data.call, target: message.data.source });
        }
      });
    });
  }

  /** Ring somebody. @param {string} name @param {{sdp: string, video: boolean}} offer */
  async call(name, { sdp, video }) {
    const target = this.#ids.get(name);
    if (target === undefined) throw new Error(`${name} is not here to be called`);
    this.#call = { call: `extra-${this.id}-${this.#calls++}`, target };
    this.#say("offer", { ...this.#call, type: "offer", sdp, media: { video } });
  }

  /** Give up that call. */
  cancel() {
    this.#say("hangup", { ...this.#call, reason: "cancelled" });
  }

  /** Go away in order. @returns {Promise<void>} */
  leave() {
    return new Promise((resolve) => {
      this.#socket.once("close", () => resolve());
      this.#socket.close(1000);
    });
  }

  #answerTo(/** @type {{call: string, target: string}} */ about) {
    this.#say("ringing", about);
    switch (this.answer) {
      case "rings":
        return;
      case "declined":
      case "busy":
        return this.#say("reject", { ...about, reason: this.answer });
      case "failed":
      case "lost":
        return this.#say("hangup", { ...about, reason: this.answer });
    }
  }

  /** @param {string} type @param {object} [data] */
  #say(type, data) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ type, data }));
  }
}

/** A description such as a page makes that calls with camera and microphone. @param {import("playwright-core").Page} page @returns {Promise<string>} */
export function offerOf(page) {
  return page.evaluate(async () => {
    const connection = new RTCPeerConnection();
    for (const kind of ["audio", "video"]) connection.addTransceiver(kind);
    connection.createDataChannel("chat", { negotiated: true, id: 0 });
    const { sdp } = await connection.createOffer();
    connection.close();
    return sdp ?? "";
  });
}
