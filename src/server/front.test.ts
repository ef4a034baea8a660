import { once } from "node:events";
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecure } from "node:https";
import { type AddressInfo, connect, type Server, type Socket } from "node:net";
import { connect as connectSecurely } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { paced, REACTION } from "../../scripts/timeouts.mjs";
import { certificate } from "../../test/helpers/signaling.ts";
import { createFront, type FrontOptions } from "./front.ts";

/** As short as a test may wait, in milliseconds. */
const PATIENCE = paced(300);

let front: Server;
let port: number;
const arrivals: (string | undefined)[] = [];

beforeAll(async () => {
  const say = (word: string) => (request: IncomingMessage, response: ServerResponse) => {
    request.resume();
    request.on("end", () => response.end(`${word} ${request.method}`));
  };
  const limits = { headersTimeout: PATIENCE, requestTimeout: PATIENCE, connectionsCheckingInterval: 50 };
  const secure = createSecure({ ...(await certificate()), handshakeTimeout: PATIENCE, ...limits }, say("secure"));
  const plain = createPlain(limits, say("plain"));
  front = createFront({
    secure,
    plain,
    patience: PATIENCE,
    arrived: ({ localAddress }) => arrivals.push(localAddress),
  });
  await once(front.listen(0, "127.0.0.1"), "listening");
  ({ port } = front.address() as AddressInfo);
});
afterAll(() => {
  front.close();
});

/** Everything that is answered until the connection ends, and how long that took in milliseconds. */
async function answer(socket: Socket): Promise<{ text: string; took: number }> {
  const began = performance.now();
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  socket.on("error", () => socket.destroy());
  await once(socket, "close");
  return { text, took: performance.now() - began };
}

const GET = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

describe("one port", () => {
  it("speaks HTTP and TLS, whichever it is spoken to", async () => {
    const plain = connect(port, "127.0.0.1");
    plain.write(GET);
    expect((await answer(plain)).text).toMatch(/^HTTP\/1.1 200 [^]*plain GET/);
    const secure = connectSecurely({ port, host: "127.0.0.1", rejectUnauthorized: false });
    secure.write(GET);
    expect((await answer(secure)).text).toMatch(/^HTTP\/1.1 200 [^]*secure GET/);
    expect(arrivals).toEqual(["127.0.0.1", "127.0.0.1"]);
  });

  it("takes what comes byte by byte, in one piece, or with its end", async () => {
    const slow = connect({ port, host: "127.0.0.1", noDelay: true });
    for (const byte of GET) {
      slow.write(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await answer(slow)).text).toContain("plain GET");
    const whole = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    whole.end(GET);
    expect((await answer(whole)).text).toContain("plain GET");
    const body = "x".repeat(200_000);
    const long = connect(port, "127.0.0.1");
    long.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    expect((await answer(long)).text).toContain("plain POST");
  });

  it("answers more than one request of a connection", async () => {
    const socket = connect(port, "127.0.0.1");
    socket.write(GET.replace("Connection: close\r\n", "") + GET);
    expect((await answer(socket)).text.match(/plain GET/g)).toHaveLength(2);
  });

  it.each([
    ["is silent", ""],
    ["stops in its TLS handshake", "\x16\x03\x01"],
    ["stops in its request", "GET / HTTP/1.1\r\nHo"],
  ])("drops a connection that %s", async (_what, first) => {
    const socket = connect(port, "127.0.0.1");
    socket.write(first);
    const { text, took } = await answer(socket);
    expect(text).toMatch(first.startsWith("GET") ? /^HTTP\/1.1 408 / : /^$/);
    expect(took).toBeGreaterThan(PATIENCE / 2);
    expect(took).toBeLessThan(PATIENCE * 10);
  });

  it("outlives connections that end or are reset before they say anything", async () => {
    for (const leave of [(socket: Socket) => socket.end(), (socket: Socket) => socket.resetAndDestroy()]) {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      leave(socket);
      await answer(socket);
    }
    const socket = connect(port, "127.0.0.1");
    socket.write(GET);
    expect((await answer(socket)).text).toContain("plain GET");
  });

  it("outlives connections that are reset in mid-handshake, after it, and in mid-request", async () => {
    for (let n = 0; n < 20; n++) {
      const tls = connectSecurely({ port, host: "127.0.0.1", rejectUnauthorized: false });
      tls.on("error", () => tls.destroy());
      await once(tls, "secureConnect");
      tls.destroy();
      for (const first of ["\x16\x03\x01", "GET / HT"]) {
        const socket = connect(port, "127.0.0.1");
        await once(socket, "connect");
        socket.write(first);
        socket.resetAndDestroy();
      }
    }
    const socket = connect(port, "127.0.0.1");
    socket.write(GET);
    expect((await answer(socket)).text).toContain("plain GET");
  });
});

describe("a crowd at the door", () => {
  const fronts: Server[] = [];
  const refused: string[] = [];
  const sockets: Socket[] = [];
  let pair: Awaited<ReturnType<typeof certificate>>;
  let handshakes = 0;

  beforeAll(async () => {
    pair = await certificate();
  });
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const one of fronts.splice(0)) one.close();
    refused.length = handshakes = 0;
  });

  /** A front with these limits, and its port. */
  async function open(limits: Pick<FrontOptions, "limits" | "most">): Promise<number> {
    // Whoever leaves in the middle of the handshake is noticed when it takes too long.
    const secure = createSecure({ ...pair, handshakeTimeout: PATIENCE });
    const plain = createPlain();
    secure.on("connection", () => handshakes++);
    const made = createFront({ secure, plain, patience: 5_000, refused: (why) => refused.push(why), ...limits });
    fronts.push(made);
    await once(made.listen(0, "::"), "listening");
    return (made.address() as AddressInfo).port;
  }

  /** Connect, and speak TLS. Resolves with whether that came about; the connection stays open. */
  async function shake(port: number, host = "127.0.0.1"): Promise<boolean> {
    const socket = connectSecurely({ port, host, rejectUnauthorized: false });
    sockets.push(socket);
    return new Promise((resolve) => {
      socket.once("secureConnect", () => resolve(true));
      // It is the end that counts; an error comes before it.
      socket.on("error", () => undefined).once("close", () => resolve(false));
    });
  }

  const pace = { burst: 1_000, rate: 1_000 };

  it("of one address has so many connections at once; other addresses are let in", async () => {
    const port = await open({ limits: { open: 3, pace } });
    expect([await shake(port), await shake(port), await shake(port), await shake(port)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(refused).toEqual(["address"]);
    expect(await shake(port, "::1")).toBe(true);
    sockets[0]?.destroy();
    await vi.waitFor(async () => expect(await shake(port)).toBe(true), REACTION);
  });

  it("is let in again when it has left, however it did so", async () => {
    const port = await open({ limits: { open: 1, pace } });
    for (const leave of [
      (socket: Socket) => socket.destroy(),
      (socket: Socket) => socket.end(),
      (socket: Socket) => socket.resetAndDestroy(),
    ]) {
      const raw = connect(port, "127.0.0.1");
      await once(raw, "connect");
      leave(raw);
      sockets.push(raw.resume());
      await vi.waitFor(async () => expect(await shake(port)).toBe(true), REACTION);
      sockets.at(-1)?.destroy();
      await vi.waitFor(async () => expect(await shake(port)).toBe(true), REACTION);
      sockets.at(-1)?.end();
    }
    await vi.waitFor(async () => expect(await shake(port)).toBe(true), REACTION);
  });

  it("that comes too quickly is dropped before it costs a handshake", async () => {
    const port = await open({ limits: { open: 1_000, pace: { burst: 5, rate: 0.001 } } });
    for (let n = 0; n < 20; n++) {
      await shake(port);
      sockets.at(-1)?.destroy();
    }
    expect(handshakes).toBe(5);
    expect(refused).toHaveLength(15);
  });

  it("in all has so many connections", async () => {
    const port = await open({ most: 2 });
    expect([await shake(port), await shake(port, "::1"), await shake(port), await shake(port, "::1")]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(refused).toEqual(["all", "all"]);
  });
});
