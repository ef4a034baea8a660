/** Nothing crashes it: each line of it has a test that fails if its guard is taken out. What escapes a connection fails any of them. */
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paced } from "../../scripts/timeouts.mjs";
import { Line } from "../fuzz/line.ts";
import type { Client } from "../helpers/signaling.ts";
import { Place, stillCall } from "./place.ts";

let place: Place;
let ann: Client;
let bob: Client;
beforeEach(async () => {
  place = await Place.open({ patience: paced(1_000) });
  [ann, bob] = [await place.joined("ann"), await place.joined("bob")];
});
afterEach(async () => {
  // Whatever was done, it hurt nobody else.
  await stillCall(bob, await place.joined("cem"), ["bob", "cem"]);
  await place.close();
});

describe("with an error", () => {
  const deep = (levels: number) =>
    `{"type":"wave","data":{"target":"bob","x":${"[".repeat(levels)}${"]".repeat(levels)}}}`;

  it.each<[string, string | Buffer]>([
    ["malformed frames", '{"type":"wave","data":{"target":"bob"}'],
    ["binary frames", Buffer.from('{"type":"wave","data":{"target":"bob"}}')],
    ["deep JSON", deep(30_000)],
    ["deep JSON, closed by nobody", `{"type":"wave","data":${"[".repeat(60_000)}`],
    [
      "deep JSON in what is known",
      `{"type":"hangup","data":{"target":"bob","x":${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}}}`,
    ],
    ["huge names", JSON.stringify({ type: "identify", data: { id: "ann", name: "n".repeat(60_000), protocol: 1 } })],
    [
      "names of too many letters",
      JSON.stringify({ type: "identify", data: { id: "ann", name: "ﷺ".repeat(41), protocol: 1 } }),
    ],
    ["versions that are no number to others", '{"type":"identify","data":{"id":"ann","name":"Ann","protocol":1e999}}'],
    ["ids that are no ids", '{"type":"hangup","data":{"target":"__proto__ x"}}'],
    ["types that are none", '{"type":{"toString":1},"data":{"target":"bob"}}'],
  ])("%s", async (_what, frame) => {
    ann.socket.send(frame);
    expect((await ann.next("error")).data).toMatchObject({
      code: expect.stringMatching(/^bad-(message|name)$/u) as string,
    });
    await stillCall(ann, bob, ["ann", "bob"]);
    expect(bob.heard).toEqual([]);
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then"])(
    "%s and friends, as keys, types, ids and targets",
    async (word) => {
      const evil = `{"${word}":{"polluted":1},"type":"wave","data":{"target":"bob","${word}":{"polluted":1},"x":{"${word}":{"${word}":1}}}}`;
      ann.socket.send(evil);
      expect((await bob.next("wave")).data).toMatchObject({ target: "bob", source: "ann" });
      ann.say(word, { target: "bob" });
      expect((await bob.next(word)).data).toEqual({ target: "bob", source: "ann" });
      for (const type of ["hangup", "wave"]) ann.say(type, { target: word, call: word });
      ann.say("identify", { id: "ann", name: word, protocol: 1, [word]: 1 });
      await bob.next("peers", ({ data }) => JSON.stringify(data).includes(word));
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );
});

/** One frame, by hand. */
function frame(first: number, second: number, payload: Buffer): Buffer {
  const mask = second & 0x80 ? Buffer.alloc(4) : Buffer.alloc(0);
  return Buffer.concat([Buffer.from([first, second | Math.min(payload.length, 125)]), mask, payload]);
}

describe("with a close", () => {
  const text = Buffer.from("{}");

  it.each<[string, Buffer]>([
    ["invalid UTF-8", frame(0x81, 0x80, Buffer.from([0xc0, 0x80]))],
    ["invalid UTF-8 in parts", Buffer.concat([frame(0x01, 0x80, Buffer.from([0xe2, 0x82])), frame(0x80, 0x80, text)])],
    ["unmasked frames", frame(0x81, 0, text)],
    ["reserved bits", frame(0xc1, 0x80, text)],
    ["opcodes that there are not", frame(0x83, 0x80, text)],
    ["a part of nothing", frame(0x80, 0x80, text)],
    ["fragmented control frames", frame(0x09, 0x80, text)],
    ["a message within a message", Buffer.concat([frame(0x01, 0x80, text), frame(0x81, 0x80, text)])],
    [
      "parts without an end",
      Buffer.concat([frame(0x01, 0x80, text), ...Array<Buffer>(300).fill(frame(0x00, 0x80, Buffer.alloc(0)))]),
    ],
    ["a length beyond all", Buffer.concat([Buffer.from([0x81, 0xff]), Buffer.alloc(8, 0xff)])],
    ["a length of gigabytes", Buffer.concat([Buffer.from([0x81, 0xff, 0, 0, 0, 1]), Buffer.alloc(8)])],
    ["a close code that there is not", frame(0x88, 0x80, Buffer.from([0, 0]))],
  ])("%s", async (_what, bytes) => {
    const line = new Line(place.port);
    await line.secure();
    expect(await line.upgrade()).toBe(true);
    line.write(bytes);
    await line.end("server");
  });

  it("fragmented frames that are right are put together", async () => {
    const pieces = ['{"type":"wa', 've","data":{"tar', 'get":"bob"}}'];
    for (const [at, piece] of pieces.entries()) ann.socket.send(piece, { fin: at === pieces.length - 1 });
    expect((await bob.next("wave")).data).toEqual({ target: "bob", source: "ann" });
  });

  it.each([
    ["TLS garbage", "\x16\x03\x01\x00\x05\x01\x00\x00\x01\x00"],
    ["TLS of no version", "\x16\x09\x09\x00\x02\x01\x00"],
    ["a record without an end", "\x16\x03\x01\xff\xff" + "\x01".repeat(20_000)],
    ["nothing of anything", "\x00\x01\x02\r\n\r\n"],
    ["a request that is none", "G\x00T / HTTP/1.1\r\n\r\n"],
    ["headers without an end", `GET / HTTP/1.1\r\nX: ${"x".repeat(40_000)}`],
  ])("%s", async (_what, bytes) => {
    const line = new Line(place.port);
    line.write(Buffer.from(bytes, "latin1"));
    await line.end("server");
  });

  it("garbage below TLS, once hands are shaken", async () => {
    const line = new Line(place.port);
    await line.secure();
    line.raw.write(Buffer.from("\x17\x03\x03\x00\x20" + "x".repeat(32), "latin1"));
    await line.end("server");
  });
});

describe("without a word", () => {
  const GET = "GET /rtc HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  const UPGRADE = `${GET}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n`;

  it.each([
    ["twice at once", `${UPGRADE}\r\n${UPGRADE}\r\n`],
    ["behind another request", `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n${UPGRADE}\r\n`],
    ["with frames that come with it", `${UPGRADE}\r\n\x81\x80\x00\x00\x00\x00\x88\x80\x00\x00\x00\x00`],
    ["with a body", `${UPGRADE}Content-Length: 5\r\n\r\nhello`],
    ["to nothing we know", `${UPGRADE.replace("websocket", "h2c")}\r\n`],
    ["without a key", `${GET}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`],
  ])("pipelined upgrades: %s", async (_how, text) => {
    const line = new Line(place.port);
    await line.secure();
    const answered = once(line.stream, "data");
    line.write(Buffer.from(text, "latin1"));
    await answered;
    await line.end("rst");
  });

  it("resets in the handshake, and at every step after it", async () => {
    const hello = Buffer.from("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "latin1");
    const steps: ((line: Line) => Promise<unknown> | void)[] = [
      () => undefined,
      (line) => line.write(hello),
      (line) => line.secure(),
      (line) => line.secure().then(() => line.write(Buffer.from(GET))),
      (line) => line.secure().then(() => line.write(Buffer.from(`${UPGRADE}\r\n`))),
      (line) => line.secure().then(() => line.upgrade()),
      (line) => line.secure().then(() => line.upgrade().then(() => line.write(Buffer.from([0x81])))),
    ];
    for (let round = 0; round < 5; round++) {
      for (const step of steps) {
        const line = new Line(place.port);
        await once(line.raw, "connect");
        await step(line);
        await line.end("rst");
      }
    }
  });
});
