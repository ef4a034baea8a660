import { once } from "node:events";
import { createServer } from "node:https";
import { Duplex } from "node:stream";
import { connect } from "node:tls";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  Client,
  type Endpoint,
  type Heard,
  certificate,
  identity,
  OPTIONS,
  serve,
} from "../../test/helpers/signaling.ts";
import { MAX_FRAME } from "../protocol/messages.ts";
import { serveSignaling } from "./signaling.ts";

let pair: Awaited<ReturnType<typeof certificate>>;
let endpoint: Endpoint;
const clients: Client[] = [];

beforeAll(async () => {
  pair = await certificate();
});
beforeEach(async () => {
  endpoint = await serve(pair);
});
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await endpoint.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function client(...rest: ConstructorParameters<typeof Client> extends [number, ...infer R] ? R : never): Client {
  const made = new Client(endpoint.port, ...rest);
  clients.push(made);
  return made;
}

async function joined(id: string, more: object = {}): Promise<Client> {
  const made = client();
  await made.join(id, more);
  return made;
}

const listed = (id: string, status: string) => (message: Heard) =>
  (message.data["peers"] as { id: string; status: string }[]).some((peer) => peer.id === id && peer.status === status);
const gone = (id: string) => (message: Heard) => (message.data["gone"] as string[]).includes(id);

/** Ask for an upgrade by hand; returns the whole answer once the server has closed, or the first part of a 101. */
async function upgrade(path: string, headers: string[] = [], host = `127.0.0.1:${endpoint.port}`): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port: endpoint.port, rejectUnauthorized: false });
  let answer = "";
  const closed = once(socket, "close");
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString("latin1");
    if (answer.startsWith("HTTP/1.1 101")) socket.destroy();
  });
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ...headers,
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n`);
  await closed;
  return answer;
}

describe("an upgrade", () => {
  it.each(["/", "/rtc/", "/rtcx", "/RTC", "//rtc", "/a/rtc"])(
    "elsewhere is answered 404 and closed: %s",
    async (path) => {
      expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    },
  );

  it("on /rtc is taken, whatever the query", async () => {
    expect(await upgrade("/rtc")).toMatch(/^HTTP\/1\.1 101 /);
    expect(await upgrade("/rtc?x=1")).toMatch(/^HTTP\/1\.1 101 /);
  });

  it.each([
    "https://evil.example",
    "null",
    "https://127.0.0.1",
    "https://127.0.0.1:1",
    "nonsense",
    "https://x@y@z",
    "",
  ])("of another origin is answered 403 and closed: %s", async (origin) => {
    expect(await upgrade("/rtc", [`Origin: ${origin}`])).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  });

  it("by a name that is not ours is refused", async () => {
    await endpoint.close();
    endpoint = await serve(pair, { ownHost: (host) => host?.startsWith("ours") ?? false });
    const by = (host: string) => upgrade("/rtc", [], host);
    expect(await by("theirs.example")).toMatch(/^HTTP\/1.1 421 /);
    expect(await by("ours.local")).toMatch(/^HTTP\/1.1 101 /);
  });

  it("of this origin is taken", async () => {
    expect(await upgrade("/rtc", [`Origin: https://127.0.0.1:${endpoint.port}`])).toMatch(/^HTTP\/1\.1 101 /);
  });

  it("that ends in the middle hurts nobody else", async () => {
    const socket = connect({ host: "127.0.0.1", port: endpoint.port, rejectUnauthorized: false });
    await once(socket, "secureConnect");
    socket.write("GET /rtc HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    socket.destroy();
    await joined("ann");
  });

  it.each(["/elsewhere", "/rtc"])("that is refused is let go of although its answer cannot be written: %s", (url) => {
    const server = createServer();
    serveSignaling(server, OPTIONS);
    // Takes what is written, and never says that it is on its way.
    const socket = new Duplex({ read() {}, write() {} });
    server.emit(
      "upgrade",
      { url, method: "GET", headers: { host: "x", upgrade: "h2c" }, socket },
      socket,
      Buffer.alloc(0),
    );
    expect([socket.writableEnded, socket.destroyed]).toEqual([true, false]);
    socket.emit("timeout");
    expect(socket.destroyed).toBe(true);
  });

  it("that is refused and then reset ends just that", () => {
    const server = createServer();
    serveSignaling(server, OPTIONS);
    const socket = new Duplex({ read() {}, write() {} });
    server.emit("upgrade", { url: "/elsewhere", headers: {} }, socket, Buffer.alloc(0));
    // Nobody else listens: Node lets go of a socket that is upgraded.
    socket.emit("error", new Error("reset"));
    expect(socket.destroyed).toBe(true);
  });

  it("echoes SitePen's userid, and no other subprotocol", async () => {
    const [sitepen, plain] = [client(["userid", "x1"]), client()];
    await Promise.all([sitepen.next("ready"), plain.next("ready")]);
    expect(sitepen.socket.protocol).toBe("userid");
    expect(plain.socket.protocol).toBe("");
    expect(await upgrade("/rtc", ["Sec-WebSocket-Protocol: chat"])).not.toMatch(/Sec-WebSocket-Protocol/i);
  });
});

describe("a frame", () => {
  it("`ready` comes at once, with an id that its token proves", async () => {
    const ready = (await client().next("ready")) as unknown as { id: string; token: string };
    expect(ready).toMatchObject({ version: "v1", protocol: 1, iceServers: [], addresses: ["https://192.0.2.1:3000"] });
    expect(identity.proves(ready.id, ready.token)).toBe(true);
  });

  it.each<[string, string | Buffer, string]>([
    ["binary", Buffer.from('{"type":"beat"}'), "bad-message"],
    ["not JSON", "hello", "bad-message"],
    ["empty", "", "bad-message"],
    ["an array", "[]", "bad-message"],
    ["null", "null", "bad-message"],
    ["without a type", "{}", "bad-message"],
    ["without data", '{"type":"offer"}', "bad-message"],
    ["with missing fields", '{"type":"offer","data":{"target":"bob"}}', "bad-message"],
    ["with wrong types", '{"type":"identify","data":{"id":5,"name":{}}}', "bad-message"],
    ["too large", JSON.stringify({ type: "wave", data: { target: "bob", text: "x".repeat(MAX_FRAME) } }), "too-large"],
    ["nested", `{"type":"wave","data":{"target":"bob","x":${"[".repeat(9e3)}${"]".repeat(9e3)}}}`, "bad-message"],
    ["without a target", '{"type":"reject","data":{}}', "bad-message"],
    ["for someone who is not here", '{"type":"wave","data":{"target":"ann"}}', ""],
  ])("that is bad gets an error, and the connection lives: %s", async (_, frame, code) => {
    const ann = await joined("ann");
    ann.socket.send(frame);
    if (code !== "") {
      const { data } = await ann.next("error");
      expect(data).toMatchObject({ code, message: expect.stringMatching(/^[^\n]+$/) as string });
    }
    ann.say("beat");
    await ann.next("beat");
    expect(ann.socket.readyState).toBe(ann.socket.OPEN);
  });

  it("far too large closes the connection before it fills memory", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    const ann = await joined("ann");
    ann.socket.send("x".repeat(5 * MAX_FRAME));
    expect(await ann.closed).toBe(1009);
    await joined("bob");
  });

  it("of an unknown type is ignored without a target, and relayed with its source stamped", async () => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    ann.say("wave", { hand: "left" });
    ann.say("wave", { hand: "right", target: "bob" });
    expect(await bob.next("wave")).toEqual({ type: "wave", data: { hand: "right", target: "bob", source: "ann" } });
    expect(ann.heard.filter(({ type }) => type === "error")).toEqual([]);
  });

  it("cannot reach anything by __proto__", async () => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    ann.socket.send('{"__proto__":{"a":1},"type":"wave","data":{"__proto__":{"source":"cem","a":1},"target":"bob"}}');
    expect(await bob.next("wave")).toEqual({ type: "wave", data: { target: "bob", source: "ann" } });
    for (const target of ["__proto__", "constructor"]) ann.say("wave", { target });
    ann.say("beat");
    await ann.next("beat");
  });

  it("`beat` is answered at once, also before it is known who beats", async () => {
    const one = client();
    await one.next("ready");
    one.say("beat");
    await one.next("beat");
  });
});

describe("the end of a connection", () => {
  it.each([1000, 1001, undefined])("closed with %s is a goodbye: gone at once", async (code) => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    // 1001 is said by browsers only: ws lets everyone say it.
    bob.socket.close(code);
    await ann.next("peers", gone("bob"));
  });

  it.each([4000, 3000])("closed with %s may come back: away", async (code) => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    bob.socket.close(code);
    await ann.next("peers", listed("bob", "away"));
  });

  it("without a goodbye is away at once, here again when it returns, and nobody is listed twice", async () => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    bob.socket.terminate();
    await ann.next("peers", listed("bob", "away"));
    const again = client();
    const { data } = await again.join("bob");
    expect(data["peers"]).toMatchObject([{ id: "ann" }]);
    await ann.next("peers", listed("bob", "available"));
  });

  it("opened elsewhere is closed with 4001 after an error, and its end is nobody's", async () => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    const elsewhere = await joined("bob");
    expect((await bob.next("error")).data["code"]).toBe("replaced");
    expect(await bob.closed).toBe(4001);
    elsewhere.say("reject", { target: "ann" });
    await ann.next("reject");
    expect(ann.heard).toEqual([]);
  });

  it("the server's own is told to everyone with 1012, and said nothing else", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const all = [await joined("ann"), await joined("bob"), await joined("cem")];
    endpoint.stop();
    expect(await Promise.all(all.map(({ closed }) => closed))).toEqual([1012, 1012, 1012]);
    await endpoint.close();
    expect(warn).not.toHaveBeenCalled();
  });
});

describe("silence", () => {
  beforeEach(async () => {
    await endpoint.close();
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
    endpoint = await serve(pair);
  });

  /** Time passes; each second everyone but `silent` says that they are here, and is heard. */
  async function pass(seconds: number, ...talking: Client[]): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      for (const one of talking) {
        one.say("beat");
        await one.next("beat");
      }
    }
  }

  /** What Ann has been told of Bob. */
  function watch(ann: Client): string[] {
    const seen: string[] = [];
    ann.socket.on("message", (data: Buffer) => {
      const { type, data: about } = JSON.parse(data.toString()) as { type: string; data: Record<string, unknown> };
      if (type !== "peers") return;
      for (const peer of about["peers"] as { id: string; status: string }[]) seen.push(`${peer.id} ${peer.status}`);
      for (const id of about["gone"] as string[]) seen.push(`${id} gone`);
    });
    return seen;
  }

  /** The network takes what Bob is sent, and nothing comes from him: not even pongs. */
  function mute(bob: Client): void {
    bob.socket.pause();
  }

  it("of 25 s is away, and gone 60 s later", async () => {
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    await ann.next("peers", listed("bob", "available"));
    const seen = watch(ann);
    mute(bob);
    await pass(22, ann);
    expect(seen).toEqual([]);
    // Word of it is gathered for a moment.
    const away = ann.next("peers", listed("bob", "away"));
    await pass(3);
    await away;
    await pass(58, ann);
    expect(seen).toEqual(["bob away"]);
    const left = ann.next("peers", gone("bob"));
    await pass(4);
    await left;
    expect(seen).toEqual(["bob away", "bob gone"]);
  });

  it("is broken by the pong of a client that knows no beats", async () => {
    const ann = await joined("ann");
    const bob = client();
    await bob.next("ready");
    bob.say("identify", { id: "bob", name: "bob", token: identity.tokenFor("bob") });
    await ann.next("peers", listed("bob", "available"));
    const seen = watch(ann);
    // Whoever takes what comes answers pings.
    for (let n = 0; n < 10; n++) {
      const ponged = once(bob.socket, "ping");
      await pass(10, ann);
      await ponged;
    }
    expect(seen).toEqual([]);
  });

  it("is broken by the server every 10 s", async () => {
    const ann = await joined("ann");
    await vi.advanceTimersByTimeAsync(10_000);
    await ann.next("beat");
    ann.say("beat");
    await ann.next("beat");
    expect(ann.heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    await ann.next("beat");
  });

  it("cuts the connection", async () => {
    const bob = await joined("bob");
    mute(bob);
    await vi.advanceTimersByTimeAsync(25_000);
    bob.socket.resume();
    expect(await bob.closed).toBe(1006);
  });

  it("about who one is ends the connection after 10 s, whatever else is said", async () => {
    const one = client();
    await one.next("ready");
    await pass(9, one);
    expect(one.socket.readyState).toBe(one.socket.OPEN);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await one.closed).toBe(4002);
    expect(endpoint.signaling.size).toMatchObject({ connections: 0, addresses: 0 });
  });
});

describe("new addresses", () => {
  it("are told to those who can read it", async () => {
    const ann = await joined("ann");
    const old = client();
    await old.next("ready");
    old.say("identify", { id: "old", name: "old", token: identity.tokenFor("old") });
    // Who is here already: the endpoint has read what they said.
    await old.next("peer");
    const nobody = client();
    await nobody.next("ready");
    const others = [old, nobody].map((other) => {
      const types: string[] = [];
      other.socket.on("message", (data: Buffer) => types.push((JSON.parse(data.toString()) as Heard).type));
      return { other, types };
    });
    endpoint.signaling.addressesChanged(["https://192.0.2.7:3000"]);
    expect((await ann.next("addresses")).data).toEqual({ addresses: ["https://192.0.2.7:3000"] });
    for (const { other, types } of others) {
      other.say("beat");
      await other.next("beat");
      expect(types).not.toContain("addresses");
    }
  });
});

describe("calls that are on", () => {
  it("are told of when the first begins and the last ends", async () => {
    await endpoint.close();
    const told: boolean[] = [];
    endpoint = await serve(pair, { inCalls: (on) => told.push(on) });
    const [ann, bob] = [await joined("ann", { status: "busy" }), await joined("bob")];
    // Says what was told instead, unlike a wait for a length.
    await expect.poll(() => told).toEqual([true]);
    bob.say("identify", { id: "bob", name: "bob", protocol: 1, status: "busy" });
    ann.say("identify", { id: "ann", name: "ann", protocol: 1, status: "available" });
    bob.socket.close();
    await expect.poll(() => told).toEqual([true, false]);
  });
});

describe("what people write", () => {
  it("goes into no log, whatever becomes of it", async () => {
    await endpoint.close();
    const logged: string[] = [];
    const write = (...line: unknown[]): void => void logged.push(JSON.stringify(line));
    endpoint = await serve(pair, {
      log: { debug: write, info: write, warn: write, error: write },
      allowance: { rate: 1, burst: 30 },
    });
    const [ann, bob] = [await joined("ann"), await joined("bob")];
    const secret = "The key is under the mat";
    const say = (data: object): void => ann.say("text", { target: "bob", mid: "m1", text: secret, ...data });
    say({});
    await bob.next("text");
    bob.socket.terminate();
    say({ mid: "m2" });
    await (await joined("bob")).next("text", ({ data }) => data["mid"] === "m2");
    for (const wrong of [{ mid: 5 }, { text: [secret] }, { source: "bob" }, { text: secret.repeat(1_000) }]) {
      say(wrong);
      await ann.next("error");
    }
    for (let n = 0; n < 60; n++) say({ mid: `x${n}` });
    expect(await ann.closed).toBe(4008);
    expect(logged.length).toBeGreaterThan(2);
    expect(logged.filter((line) => line.includes("under the mat"))).toEqual([]);
  });
});
