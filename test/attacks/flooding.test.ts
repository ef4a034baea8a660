/** Nobody is flooded: each line of it has a test that fails if its guard is taken out. */
import { connect } from "node:tls";
import { afterEach, describe, expect, it, vi } from "vitest";
import { paced, REACTION } from "../../scripts/timeouts.mjs";
import { Directory, GRACE } from "../../src/server/directory.ts";
import { MAX_FRAME } from "../../src/protocol/messages.ts";
import { MAX_TEXT, MOST_TEXTS } from "../../src/protocol/talk.ts";
import { Line } from "../fuzz/line.ts";
import { type Client, identity } from "../helpers/signaling.ts";
import { type Limits, Place, stillCall } from "./place.ts";

let place: Place;
afterEach(async () => {
  vi.useRealTimers();
  await place.close();
});

async function open(limits?: Limits): Promise<Place> {
  place = await Place.open(limits);
  return place;
}

/** As short as a test may wait, in milliseconds. */
const PATIENCE = paced(500);

describe("per connection", () => {
  it("frames have 64 KiB", async () => {
    await open();
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    const sized = (bytes: number) => {
      const empty = JSON.stringify({ type: "wave", data: { target: "bob", text: "" } }).length;
      ann.say("wave", { target: "bob", text: "x".repeat(bytes - empty) });
    };
    sized(MAX_FRAME + 1);
    expect((await ann.next("error")).data).toMatchObject({ code: "too-large" });
    sized(MAX_FRAME);
    await bob.next("wave");
    sized(4 * MAX_FRAME + 1);
    expect(await ann.closed).toBe(1009);
  });

  const allowance = { rate: 5, burst: 20 };

  it("messages over the rate are answered with an error once, then it is closed with 4008, and listened to no more", async () => {
    await open({ allowance });
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    const answers: string[] = [];
    ann.socket.on("message", (data: Buffer) => answers.push(String(data)));
    for (let n = 0; n < 200; n++) ann.say("wave", { target: "bob", n });
    expect(await ann.closed).toBe(4008);
    expect(answers.filter((answer) => answer.includes("too-fast"))).toHaveLength(1);
    const heard = bob.heard.filter(({ type }) => type === "wave").length;
    // One is spent on saying who one is.
    expect(heard).toBeGreaterThanOrEqual(19);
    expect(heard).toBeLessThan(30);
  });

  it.each([
    ["large ones", { target: "bob", text: "x".repeat(60_000) }],
    ["those of many parts", { target: "bob", parts: Array.from({ length: 1_000 }, () => ({})) }],
  ])("%s count for more", async (_which, data) => {
    await open({ allowance });
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    for (let n = 0; n < 10; n++) ann.say("wave", data);
    expect(await ann.closed).toBe(4008);
    expect(bob.heard.filter(({ type }) => type === "wave").length).toBeLessThanOrEqual(3);
  });

  it.each(["ping", "pong"] as const)("%ss count, too", async (kind) => {
    await open({ allowance });
    const ann = await place.joined("ann");
    for (let n = 0; n < 200; n++) ann.socket[kind]();
    expect(await ann.closed).toBe(4008);
  });

  it("a rate of 0 is none", async () => {
    await open({ allowance: undefined });
    const ann = await place.joined("ann");
    for (let n = 0; n < 2_000; n++) ann.say("beat");
    for (let n = 0; n < 2_000; n++) await ann.next("beat");
  });

  it("who is not read is told of no more than 1 MiB: the sender hears so, nobody is cut, others go on", async () => {
    await open();
    const [ann, bob, cem] = [await place.joined("ann"), await place.joined("bob"), await place.joined("cem")];
    await ann.next("peers", ({ data }) => JSON.stringify(data).includes("cem"));
    bob.socket.pause();
    const text = "x".repeat(50_000);
    // The system keeps some of it, too.
    for (let n = 0; n < 2_000 && ann.heard.length === 0; n++) {
      ann.say("wave", { target: "bob", text });
      if (n % 20 === 0) await stillCall(ann, cem, ["ann", "cem"]);
    }
    expect((await ann.next("error")).data).toMatchObject({ code: "too-fast", target: "bob" });
    await stillCall(ann, cem, ["ann", "cem"]);
    bob.socket.resume();
    // What waited comes first.
    bob.say("beat");
    await bob.next("beat");
    await stillCall(cem, bob, ["cem", "bob"]);
  });

  it("a socket that reads too slowly is cut when 4 MiB wait for it, and only that", async () => {
    await open();
    const [ann, bob, cem] = [await place.joined("ann"), await place.joined("bob"), await place.joined("cem")];
    bob.socket.pause();
    const text = "x".repeat(50_000);
    // Each is answered with what it said.
    for (let n = 0; n < 400; n++) bob.say("wave", { target: "ann", source: "cem", call: text });
    await vi.waitUntil(() => place.signaling.size.connections === 2, REACTION);
    expect((await ann.next("peers", ({ data }) => JSON.stringify(data).includes("away"))).data["peers"]).toMatchObject([
      { id: "bob", status: "away" },
    ]);
    await stillCall(ann, cem, ["ann", "cem"]);
  });

  it("whoever does not say who they are within 10 s is closed", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
    await open();
    const one = place.client();
    await one.next("ready");
    for (let second = 0; second < 11; second++) {
      await vi.advanceTimersByTimeAsync(1_000);
      if (second < 8) {
        one.say("beat");
        await one.next("beat");
      }
    }
    expect(await one.closed).toBe(4002);
    expect(place.signaling.size).toMatchObject({ connections: 0, addresses: 0 });
  });
});

/** Connects from the other address of this computer. */
async function elsewhere(id: string): Promise<Client> {
  const createConnection = () => connect({ port: place.port, host: "::1", rejectUnauthorized: false });
  const client = place.client([], { createConnection });
  await client.join(id);
  return client;
}

describe("per address", () => {
  it("there are 64 connections; the 65th is told so, and closed; other addresses are let in", async () => {
    await open();
    const all = await Promise.all(Array.from({ length: 64 }, (_, n) => place.joined(`p${n}`)));
    const late = place.client();
    expect((await late.next("error")).data).toMatchObject({ code: "full" });
    expect(await late.closed).toBe(1013);
    await elsewhere("other");
    all[0]?.socket.close(1000);
    await vi.waitUntil(() => place.signaling.size.connections === 64, REACTION);
    await place.joined("p0");
  });

  it("people who have left without a goodbye do not fill the directory, and may return", async () => {
    await open({ room: { people: 100, perAddress: 3 } });
    for (let n = 0; n < 3; n++) {
      const ghost = await place.joined(`ghost${n}`);
      ghost.socket.terminate();
      await vi.waitUntil(() => place.signaling.size.connections === 0, REACTION);
    }
    const next = place.client();
    await next.next("ready");
    next.say("identify", { id: "next", name: "Next", protocol: 1, token: identity.tokenFor("next") });
    expect((await next.next("error")).data).toMatchObject({ code: "full" });
    expect(await next.closed).toBe(1013);
    expect(place.signaling.size.people).toBe(3);
    await elsewhere("other");
    await place.joined("ghost1");
  });
});

describe("in all", () => {
  it("there are MAX_PEERS people: the next is told so after the upgrade, and whoever returns gets in", async () => {
    await open({ room: { people: 3, perAddress: 64 } });
    for (const id of ["ann", "bob"]) await place.joined(id);
    const cem = await place.joined("cem");
    const late = place.client();
    await late.next("ready");
    late.say("identify", { id: "late", name: "Late", protocol: 1, token: identity.tokenFor("late") });
    expect((await late.next("error")).data).toMatchObject({ code: "full" });
    expect(await late.closed).toBe(1013);
    cem.socket.terminate();
    await vi.waitUntil(() => place.signaling.size.connections === 2, REACTION);
    await place.joined("cem");
    // Moving to another device is no arrival, either.
    await place.joined("ann");
  });

  it("there are twice as many connections, whoever they are", async () => {
    await open({ room: { people: 2, perAddress: 64 } });
    for (let n = 0; n < 4; n++) await place.client().next("ready");
    const late = place.client();
    expect((await late.next("error")).data).toMatchObject({ code: "full" });
    expect(await late.closed).toBe(1013);
  });
});

describe("repeated offers to the same person are limited", () => {
  const offer = (n: number) => ({ target: "bob", type: "offer", sdp: "v=0", call: `c${n}` });

  it("to ten in a row from one address, whoever there calls, until one is accepted", async () => {
    await open();
    const [ann, eve, bob] = [await place.joined("ann"), await place.joined("eve"), await place.joined("bob")];
    for (let n = 0; n < 10; n++) (n % 2 === 0 ? ann : eve).say("offer", offer(n));
    for (let n = 0; n < 10; n++) await bob.next("offer");
    eve.say("offer", offer(10));
    expect((await eve.next("error")).data).toMatchObject({ code: "too-fast", call: "c10", target: "bob" });
    // The same call, said again, is none more.
    ann.say("offer", offer(8));
    await bob.next("offer");
    const other = await elsewhere("other");
    other.say("offer", offer(11));
    await bob.next("offer");
    bob.say("accept", { target: "ann", type: "answer", sdp: "v=0", call: "c8" });
    await ann.next("accept");
    ann.say("offer", offer(12));
    expect((await bob.next("offer")).data).toMatchObject({ call: "c12" });
  });

  it("and what waits for people who are away is bounded, by its weight", async () => {
    await open();
    const directory = new Directory<string>({
      identity,
      newId: () => "fresh",
      greeting: () => ({ version: "v1", iceServers: [], addresses: [] }),
      startedAt: -GRACE,
      room: { people: 10_000, perAddress: 10_000 },
    });
    const join = (id: string) => {
      directory.open(id, id);
      directory.identify(id, { id, name: id, protocol: 1, token: identity.tokenFor(id) }, 0);
    };
    for (let n = 0; n < 400; n++) join(`p${n}`);
    for (let n = 0; n < 400; n++) directory.close(`p${n}`, false, 0);
    for (let caller = 0; caller < 400; caller++) {
      const id = `caller${caller}`;
      join(id);
      for (let n = 0; n < 10; n++) {
        const data = { target: `p${(caller + n) % 400}`, type: "offer" as const, sdp: "v", call: `c${caller}-${n}` };
        directory.relay(id, { type: "offer", data }, 0, 60_000);
      }
      expect(directory.size.bytes).toBeLessThanOrEqual((caller + 1) * 256 * 1024);
    }
    expect(directory.size.bytes).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(directory.size.bytes).toBeGreaterThan(60 * 1024 * 1024);
  });

  it("nor do those of many callers, handed over at once, cut anybody off", async () => {
    await open();
    const bob = await place.joined("bob");
    bob.socket.terminate();
    await vi.waitUntil(() => place.signaling.size.connections === 0, REACTION);
    for (let caller = 0; caller < 20; caller++) {
      const eve = caller % 2 === 0 ? await place.joined(`eve${caller}`) : await elsewhere(`eve${caller}`);
      const call = `c${caller}`;
      eve.say("offer", { target: "bob", type: "offer", sdp: "v".repeat(60_000), call });
      for (let n = 0; n < 3; n++)
        eve.say("icecandidate", { target: "bob", call, candidate: { candidate: "", filler: "x".repeat(60_000) } });
      eve.say("beat");
      await eve.next("beat");
    }
    expect(place.signaling.size.bytes).toBeLessThanOrEqual(1024 * 1024);
    const again = await place.joined("bob");
    await stillCall(await place.joined("cem"), again, ["cem", "bob"]);
  });

  it("frames of many small parts fill what one caller may keep before they fill memory", async () => {
    await open();
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    bob.socket.terminate();
    await vi.waitUntil(() => place.signaling.size.connections === 1, REACTION);
    ann.say("offer", { target: "bob", type: "offer", sdp: "v", call: "c1" });
    const parts = Array.from({ length: 1_500 }, () => ({}));
    for (let n = 0; n < 10; n++)
      ann.say("icecandidate", { target: "bob", call: "c1", candidate: { candidate: "", parts } });
    ann.say("beat");
    await ann.next("beat");
    const again = place.client();
    await again.join("bob");
    again.say("beat");
    await again.next("beat");
    expect(place.signaling.size.bytes).toBeLessThanOrEqual(256 * 1024);
    // Each takes about 100 KB when it is read, for 5 KB of text.
    expect(place.signaling.size.bytes).toBeGreaterThan(190_000);
  });
});

describe("texts fill nobody's room", () => {
  const text = (target: string, mid: string, size = 5) => ({ target, mid, text: "x".repeat(size) });
  /** So many texts of the longest, each with a mid of its own; resolves when the server has read them. */
  async function fill(client: Client, target: string, count: number): Promise<void> {
    for (let n = 0; n < count; n++) client.say("text", text(target, `m${n}`, MAX_TEXT));
    client.say("beat");
    await client.next("beat");
  }
  /** Somebody who was here a moment ago. */
  async function away(id: string): Promise<void> {
    const { connections } = place.signaling.size;
    const one = await place.joined(id);
    one.socket.terminate();
    await vi.waitUntil(() => place.signaling.size.connections === connections, REACTION);
  }

  it("16 KiB and a byte are refused, by their mid", async () => {
    await open();
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    ann.say("text", text("bob", "long", MAX_TEXT + 1));
    expect((await ann.next("error")).data).toMatchObject({ code: "bad-message", target: "bob", mid: "long" });
    ann.say("text", text("bob", "right", MAX_TEXT));
    expect((await bob.next("text")).data).toMatchObject({ mid: "right" });
    expect(place.signaling.size.texts).toBe(1);
  });

  it("20 of one person wait for another; the next hears so, and others still get theirs through", async () => {
    await open();
    await away("bob");
    const [eve, ann] = [await place.joined("eve"), await place.joined("ann")];
    for (let n = 0; n < 25; n++) eve.say("text", text("bob", `m${n}`));
    for (let n = 20; n < 25; n++)
      expect((await eve.next("error")).data).toMatchObject({ code: "full", target: "bob", mid: `m${n}` });
    ann.say("text", text("bob", "mine"));
    const bob = await place.joined("bob");
    await bob.next("text", ({ data }) => data["source"] === "ann" && data["mid"] === "mine");
    expect(eve.socket.readyState).toBe(eve.socket.OPEN);
  });

  it("one address, whatever ids it takes, fills neither what waits for a person nor what waits for all", async () => {
    await open();
    await away("bob");
    for (let id = 0; id < 5; id++) {
      const eve = await place.joined(`eve${id}`);
      await fill(eve, "bob", MOST_TEXTS);
      // Whoever leaves takes nothing along, and comes back as somebody new.
      eve.socket.close(1000);
      await eve.closed;
    }
    expect(place.signaling.size.textBytes).toBeLessThanOrEqual(512 * 1024);
    expect(place.signaling.size.texts).toBeGreaterThan(20);
    const other = await elsewhere("other");
    other.say("text", text("bob", "mine"));
    const bob = await place.joined("bob");
    await bob.next("text", ({ data }) => data["source"] === "other");
    // It is not cut off by all that is handed over.
    await stillCall(other, bob, ["other", "bob"]);
  });

  it("one sender fills no more than 1 MiB, however many people there are", async () => {
    await open();
    for (let n = 0; n < 6; n++) await away(`p${n}`);
    const eve = await place.joined("eve");
    for (let n = 0; n < 6; n++) await fill(eve, `p${n}`, 15);
    expect(place.signaling.size.textBytes).toBeLessThanOrEqual(1024 * 1024);
    expect(place.signaling.size.texts).toBeGreaterThan(40);
    const ann = await place.joined("ann");
    ann.say("text", text("p5", "mine"));
    await (await place.joined("p5")).next("text", ({ data }) => data["source"] === "ann");
  });

  it("what finds no room still goes to who is here", async () => {
    await open();
    const [eve, bob] = [await place.joined("eve"), await place.joined("bob")];
    for (let n = 0; n < 25; n++) eve.say("text", text("bob", `m${n}`));
    for (let n = 0; n < 25; n++) await bob.next("text", ({ data }) => data["mid"] === `m${n}`);
    expect(place.signaling.size.texts).toBe(20);
  });

  it("a flood of them is stopped as any other, and names the first that was not read", async () => {
    await open({ allowance: { rate: 5, burst: 20 } });
    const [eve, bob] = [await place.joined("eve"), await place.joined("bob")];
    for (let n = 0; n < 60; n++) eve.say("text", text("bob", `m${n}`));
    const { data } = await eve.next("error");
    expect(data).toMatchObject({ code: "too-fast", target: "bob" });
    expect(await eve.closed).toBe(4008);
    expect(place.signaling.size.texts).toBeLessThanOrEqual(20);
    expect(bob.heard.some(({ data: heard }) => heard["mid"] === data["mid"])).toBe(false);
    // An error that is about a call would end it.
    const fay = await place.joined("fay");
    for (let n = 0; n < 30; n++) fay.say("hangup", { target: "bob", call: "c1" });
    expect((await fay.next("error")).data).not.toHaveProperty("call");
  });

  it("said again and again, one takes one place", async () => {
    await open();
    await away("bob");
    const eve = await place.joined("eve");
    for (let n = 0; n < 100; n++) eve.say("text", text("bob", "m1", 1 + n));
    eve.say("beat");
    await eve.next("beat");
    expect(eve.heard.filter(({ type }) => type === "error")).toEqual([]);
    expect(place.signaling.size.texts).toBe(1);
  });

  it("who does not read is not sent more, and the sender hears of which", async () => {
    await open();
    const [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    bob.socket.pause();
    const filler = "x".repeat(50_000);
    for (let n = 0; n < 2_000 && ann.heard.every(({ type }) => type !== "error"); n++) {
      ann.say("wave", { target: "bob", filler });
      if (n % 20 === 0) await stillCall(bob, ann, ["bob", "ann"]);
    }
    ann.say("text", text("bob", "m1"));
    await ann.next("error", ({ data }) => data["mid"] === "m1" && data["code"] === "too-fast");
    // It waits all the same, and comes with the next connection.
    const again = await place.joined("bob");
    expect((await again.next("text")).data).toMatchObject({ mid: "m1", source: "ann" });
  });
});

describe("what says nothing, or too little, costs nothing lasting", () => {
  async function lines(count: number, act: (line: Line) => Promise<void> | void): Promise<Line[]> {
    return Promise.all(
      Array.from({ length: count }, async () => {
        const line = new Line(place.port);
        await act(line);
        line.stream.resume();
        return line;
      }),
    );
  }

  const slowly = (line: Line) => {
    const text = `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${"x".repeat(10_000)}`;
    let at = 0;
    const timer = setInterval(() => line.write(Buffer.from(text.charAt(at++))), 50);
    void line.closed.then(() => clearInterval(timer));
  };

  it.each<[string, (line: Line) => Promise<void> | void]>([
    ["half-open: connected, and silent", () => undefined],
    ["a handshake that stalls", (line) => line.write(Buffer.from("\x16\x03\x01\x02\x00\x01", "latin1"))],
    ["hands shaken, and silent", (line) => line.secure()],
    ["slow-loris without TLS: a header that never ends", slowly],
    [
      "slow-loris with TLS: a header that never ends",
      async (line) => {
        await line.secure();
        slowly(line);
      },
    ],
    [
      "an upgrade that never ends",
      async (line) => {
        await line.secure();
        line.write(
          Buffer.from("GET /rtc HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: upgrade\r\n"),
        );
      },
    ],
  ])("%s", async (_what, act) => {
    await open({ patience: PATIENCE });
    const all = await lines(30, act);
    await Promise.all(all.map(({ closed }) => closed));
    await place.empty();
    expect(place.signaling.size).toMatchObject({ connections: 0, addresses: 0 });
  });

  it("a flood of handshakes: after the first, the others are dropped before they cost one", async () => {
    await open({ room: { people: 100, perAddress: 4 } });
    let handshakes = 0;
    place.web.secure.on("connection", () => handshakes++);
    const began = performance.now();
    for (let n = 0; n < 60; n++) {
      const line = new Line(place.port);
      await line.secure();
      await line.end("rst");
    }
    const seconds = (performance.now() - began) / 1_000;
    // Sixteen at once, and one each second.
    expect(handshakes).toBeGreaterThanOrEqual(16);
    expect(handshakes).toBeLessThanOrEqual(17 + seconds);
    await elsewhere("ann");
  });
});
