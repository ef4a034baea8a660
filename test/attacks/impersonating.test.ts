/** Nobody is impersonated: each line of it has a test that fails if its guard is taken out. */
import * as crypto from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { createIdentity } from "../../src/server/identity.ts";
import { type Client, type Heard, identity } from "../helpers/signaling.ts";
import { Line } from "../fuzz/line.ts";
import { Place } from "./place.ts";

vi.mock("node:crypto", async (original) => {
  const real = await original<typeof crypto>();
  return { ...real, timingSafeEqual: vi.fn(real.timingSafeEqual) };
});

let place: Place;
beforeEach(async () => {
  place = await Place.open();
});
afterEach(async () => {
  await place.close();
});

describe("no frame reaches anyone with a source other than its sender", () => {
  let [ann, bob]: Client[] = [];
  beforeEach(async () => {
    [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
    await place.joined("cem");
  });

  it.each([
    ["in its data", '{"type":"wave","data":{"target":"bob","source":"cem"}}'],
    ["with letters that are written another way", '{"type":"wave","data":{"target":"bob","s\\u006furce":"cem"}}'],
    [
      "under SitePen's name for it",
      '{"type":"icecandidate","data":{"target":"bob","id":"cem","candidate":{"candidate":""}}}',
    ],
    ["in an offer", '{"type":"offer","data":{"target":"bob","type":"offer","sdp":"v","source":"cem"}}'],
  ])("a claim is refused: %s", async (_where, text) => {
    ann?.socket.send(text);
    expect((await ann?.next("error"))?.data).toMatchObject({ code: "bad-message" });
    ann?.say("wave", { target: "bob", last: true });
    expect((await bob?.next("wave"))?.data).toEqual({ target: "bob", last: true, source: "ann" });
    expect(bob?.heard.filter(({ type }) => ["offer", "icecandidate"].includes(type))).toEqual([]);
  });

  it.each([
    ["in data that is written twice", '{"type":"wave","data":{"source":"cem","target":"bob"},"data":{"target":"bob"}}'],
    ["in a prototype", '{"type":"wave","data":{"__proto__":{"source":"cem"},"target":"bob"}}'],
    ["beside the data", '{"type":"wave","source":"cem","data":{"target":"bob"}}'],
  ])("a claim that stays unseen is no source, whichever reader reads it: %s", async (_where, text) => {
    const raw = new Promise<string>((resolve) =>
      bob?.socket.once("message", (data: Buffer) => resolve(data.toString())),
    );
    ann?.socket.send(text);
    const frame = await raw;
    expect((JSON.parse(frame) as Heard).data).toEqual({ target: "bob", source: "ann" });
    expect(frame.match(/"data"/gu)).toHaveLength(1);
  });

  it.each([
    ["its name", { name: "Cem" }],
    ["its time", { at: 1 }],
    ["both, written another way", JSON.parse('{"__proto__":{"name":"Cem"},"name":"Cem","at":5e9}') as object],
  ])("a text claims nothing for itself: %s", async (_what, claim) => {
    const before = Date.now();
    const text = JSON.stringify({ type: "text", data: { target: "bob", mid: "m1", text: "Hello", ...claim } });
    const raw = new Promise<string>((resolve) =>
      bob?.socket.on("message", (data: Buffer) => {
        // What is told of people may come in between.
        if (String(data).includes('"m1"')) resolve(String(data));
      }),
    );
    ann?.socket.send(text.replace('"name":"Cem"', '"name":"Cem","n\\u0061me":"Cem"'));
    const frame = await raw;
    const sent = { target: "bob", source: "ann", name: "ann", mid: "m1", text: "Hello" };
    expect((JSON.parse(frame) as Heard).data).toEqual(sent);
    expect(frame.match(/name/gu)).toHaveLength(1);
    // Nor when it is handed over.
    const again = await place.joined("bob");
    const { data } = await again.next("text");
    expect(data).toEqual({ ...sent, at: expect.any(Number) as number });
    expect(data["at"]).toBeGreaterThanOrEqual(before);
    expect(data["at"]).toBeLessThanOrEqual(Date.now());
  });

  it("nor is a text from another than its sender", async () => {
    ann?.say("text", { target: "bob", mid: "m1", text: "Hello", source: "cem" });
    expect((await ann?.next("error"))?.data).toMatchObject({ code: "bad-message", target: "bob", mid: "m1" });
    expect(place.signaling.size.texts).toBe(0);
  });

  it("nobody says for another that a text was delivered, or that it was to another", async () => {
    ann?.say("text", { target: "bob", mid: "m1", text: "Hello" });
    await bob?.next("text");
    const eve = await place.joined("eve");
    eve.say("delivered", { target: "ann", mid: "m1" });
    // It is passed on, as from her: who wrote to Bob heeds none but his.
    expect((await ann?.next("delivered"))?.data).toEqual({ target: "ann", mid: "m1", source: "eve" });
    eve.say("delivered", { target: "ann", mid: "m1", source: "bob" });
    expect((await eve.next("error")).data).toMatchObject({ code: "bad-message", mid: "m1" });
    ann?.say("delivered", { target: "bob", mid: "m1" });
    await bob?.next("delivered");
    expect(place.signaling.size).toMatchObject({ texts: 1, delivered: 0 });
    bob?.say("delivered", { target: "ann", mid: "m1" });
    expect((await ann?.next("delivered"))?.data).toEqual({ target: "ann", mid: "m1", source: "bob" });
    expect(place.signaling.size).toMatchObject({ texts: 0, delivered: 1 });
  });

  it("what waits for somebody is handed over to nobody else", async () => {
    ann?.say("text", { target: "bob", mid: "m1", text: "Hello" });
    await bob?.next("text");
    const eve = place.client();
    await eve.next("ready");
    eve.say("identify", { id: "bob", name: "bob", protocol: 1, token: "A".repeat(43) });
    expect((await eve.next("error")).data).toMatchObject({ code: "bad-token" });
    eve.say("beat");
    await eve.next("beat");
    expect(eve.heard).toEqual([]);
  });

  it.each(["peers", "peer", "ready", "missed", "addresses", "error"])(
    "nothing is passed on as if the server had said it: %s",
    async (type) => {
      ann?.socket.send(
        JSON.stringify({ type, version: "v2", data: { target: "bob", full: true, peers: [], gone: ["cem"] } }),
      );
      expect((await ann?.next("error"))?.data).toMatchObject({ code: "bad-message" });
      ann?.say("wave", { target: "bob" });
      await bob?.next("wave");
    },
  );
});

describe("an id is used only by who can prove it", () => {
  it.each([
    ["without a token", undefined],
    ["with an invented one", "A".repeat(43)],
    ["with an empty one", ""],
    ["with a token for another id: it is useless", identity.tokenFor("cem")],
    ["with a token that another server gave", createIdentity(Buffer.alloc(32, 8)).tokenFor("ann")],
    ["with a part of the token", identity.tokenFor("ann").slice(0, -1)],
    ["with more than the token", `${identity.tokenFor("ann")}A`],
  ])("not %s", async (_how, token) => {
    const ann = await place.joined("ann");
    const other = place.client();
    await other.next("ready");
    other.say("identify", { id: "ann", name: "Ann", protocol: 1, token });
    expect((await other.next("error")).data).toMatchObject({ code: "bad-token" });
    other.say("wave", { target: "ann" });
    expect((await other.next("error")).data).toMatchObject({ code: "not-identified" });
    ann.say("beat");
    await ann.next("beat");
  });

  it("and a connection that has one keeps it", async () => {
    const ann = await place.joined("ann");
    ann.say("identify", { id: "cem", name: "Cem", protocol: 1, token: identity.tokenFor("cem") });
    expect((await ann.next("error")).data).toMatchObject({ code: "bad-message" });
  });
});

describe("tokens are compared in constant time", () => {
  const compare = vi.mocked(crypto.timingSafeEqual);
  const [right, id] = [identity.tokenFor("ann"), "ann"];

  // Time itself cannot be measured reliably here. What can be shown is that nothing but Node's comparison decides, and that it is always asked.
  it("nothing else decides, however early or late a wrong one differs", () => {
    const early = `${right.startsWith("A") ? "B" : "A"}${right.slice(1)}`;
    const late = `${right.slice(0, -1)}${right.endsWith("A") ? "B" : "A"}`;
    for (const token of [right, early, late]) {
      compare.mockClear();
      expect(identity.proves(id, token)).toBe(token === right);
      expect(compare).toHaveBeenCalledOnce();
      expect(compare.mock.calls[0]?.map(({ byteLength }) => byteLength)).toEqual([43, 43]);
      compare.mockReturnValueOnce(token !== right);
      expect(identity.proves(id, token)).toBe(token !== right);
    }
  });
});

it("replaced connections are told", async () => {
  const ann = await place.joined("ann");
  await place.joined("ann");
  expect((await ann.next("error")).data).toMatchObject({ code: "replaced" });
  expect(await ann.closed).toBe(4001);
});

describe("look-alike names are marked", () => {
  /** Everybody as a newcomer finds them: who is marked. */
  async function marked(): Promise<string[]> {
    const newcomer = place.client();
    const { data } = await newcomer.join("newcomer");
    newcomer.socket.close(1000);
    await newcomer.closed;
    return (data["peers"] as { id: string; alike?: boolean }[]).flatMap(({ id, alike }) => (alike ? [id] : []));
  }

  it.each([
    ["the same", "Paula Ida"],
    ["of another case", "PAULA IDA"],
    ["of confusable letters", "Рaulа Ida"],
    ["with invisible characters", "Pau\u200bla\u2060 Ida"],
    ["with an accent", "Paúla Ida"],
    ["with a capital I for an l", "PauIa Ida"],
  ])("%s", async (_how, name) => {
    await place.joined("real", { name: "Paula Ida" });
    expect(await marked()).toEqual([]);
    const other = await place.joined("other", { name });
    expect((await marked()).sort()).toEqual(["other", "real"]);
    other.socket.close(1000);
    await vi.waitUntil(async () => (await marked()).length === 0, REACTION);
  });
});

describe("cross-site pages cannot use the socket", () => {
  /** How an upgrade with these headers is answered. */
  async function upgrade(...headers: string[]): Promise<string> {
    const line = new Line(place.port);
    await line.secure();
    const status = await line.status(headers);
    await line.end("rst");
    return status;
  }

  it.each([
    ["another site's", "Origin: https://evil.example", "403"],
    ["null", "Origin: null", "403"],
    ["another port's", "Origin: https://192.0.2.1:3001", "403"],
    ["one that only begins alike", "Origin: https://192.0.2.1:3000.evil.example", "403"],
    ["two of them", "Origin: https://192.0.2.1:3000\r\nOrigin: https://evil.example", "403"],
    ["an empty one", "Origin:", "403"],
    ["our own", "Origin: https://192.0.2.1:3000", "101"],
    ["none: not a browser", "X: y", "101"],
  ])("by their Origin: %s", async (_which, origin, status) => {
    expect(await upgrade("Host: 192.0.2.1:3000", origin)).toBe(status);
  });

  it.each([
    ["evil.example", "421"],
    ["192.0.2.1.evil.example", "421"],
    ["[::1].evil.example", "421"],
    ["earshot.local:3000", "101"],
    ["EARSHOT.LOCAL", "101"],
    ["10.0.0.7", "101"],
    ["10.0.0.7:80", "101"],
    ["[fd00::7]:3000", "101"],
    ["[::ffff:10.0.0.7]", "101"],
  ])("nor can rebound names: Host %s", async (name, status) => {
    expect(await upgrade(`Host: ${name}`)).toBe(status);
    expect(await place.ask(name)).toBe(status === "101" ? 200 : 421);
  });
});
