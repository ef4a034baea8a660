import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { paced, REACTION } from "../../scripts/timeouts.mjs";
import { certificate } from "../../test/helpers/signaling.ts";
import type { Pair } from "./certificate/authority.ts";
import { createWeb, type Web } from "./web.ts";

/** As short as a test may wait, in milliseconds. */
const PATIENCE = paced(300);

/** Longer than what the system keeps for a reader who is late. */
const LONG = Buffer.alloc(32_000_000);

let pair: Pair;
let web: Web;
let port: number;

beforeAll(async () => {
  const { key, cert } = await certificate();
  pair = { key: key.toString(), cert: cert.toString() };
});
beforeEach(async () => {
  web = createWeb({
    certificates: { pair, authority: undefined, warning: undefined, refresh: () => Promise.resolve(false) },
    page: (_request, response) => void response.end(LONG),
    joining: { script: "", style: "" },
    status: () => false,
    log: { debug: () => undefined },
    names: () => new Set(),
    places: () => [],
    shown: () => [],
    port: () => port,
    arrived: () => undefined,
    patience: PATIENCE,
  });
  await once(web.front.listen(0, "127.0.0.1"), "listening");
  ({ port } = web.front.address() as AddressInfo);
});
afterEach(() => web.close());

/** Resolves when the server holds no connection any more. */
async function letGo(): Promise<void> {
  const held = () =>
    new Promise<number>((resolve, reject) =>
      web.front.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  await vi.waitFor(async () => expect(await held()).toBe(0), { timeout: REACTION, interval: 20 });
}

describe("a connection that says too little is let go of", () => {
  it.each([
    ["says nothing", (socket: Socket) => void socket],
    ["begins a handshake and stops", (socket: Socket) => void socket.write("\x16\x03\x01")],
    ["ends in its handshake, but listens on", (socket: Socket) => void socket.end("\x16\x03\x01")],
    [
      "begins a handshake with nonsense",
      (socket: Socket) => void socket.write("\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00"),
    ],
    ["stops in its request", (socket: Socket) => void socket.write("GET / HT")],
    ["ends in its request, but listens on", (socket: Socket) => void socket.end("GET / HT")],
  ])("if it %s", async (_what, act) => {
    const come = once(web.front, "connection");
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => socket.destroy());
    await come;
    act(socket);
    await letGo();
    socket.destroy();
  });

  it.each([
    ["asks for nothing", () => undefined],
    ["ends, but listens on", (socket: Socket) => void socket.end()],
  ])("if it has shaken hands and %s", async (_what, act) => {
    const options = { port, host: "127.0.0.1", rejectUnauthorized: false, allowHalfOpen: true };
    const socket = connectSecurely(options);
    socket.on("error", () => socket.destroy());
    await once(socket, "secureConnect");
    act(socket);
    await letGo();
    socket.destroy();
  });

  it("if it asks, and does not read the answer", async () => {
    const socket = connectSecurely({ port, host: "127.0.0.1", rejectUnauthorized: false });
    socket.on("error", () => socket.destroy());
    socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    await once(socket, "readable");
    await letGo();
    socket.destroy();
  });
});

it("an answer that is read slowly, but read, takes its time", async () => {
  const socket = connectSecurely({ port, host: "127.0.0.1", rejectUnauthorized: false });
  socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  const began = performance.now();
  let length = 0;
  for await (const chunk of socket) {
    length += (chunk as Buffer).length;
    // At a pace at which it takes twice as long as silence may last.
    const due = (length / LONG.length) * 6 * PATIENCE - (performance.now() - began);
    if (due > 5) await new Promise((resolve) => setTimeout(resolve, due));
  }
  expect(length).toBeGreaterThan(LONG.length);
});
