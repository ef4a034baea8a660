import { describe, expect, it } from "vitest";
import { MAX_FRAME } from "../protocol/messages.ts";
import { MAX_TEXT } from "../protocol/talk.ts";
import { readFrame } from "./frame.ts";

const read = (text: string) => readFrame(Buffer.from(text), false);
const of = (json: unknown) => read(JSON.stringify(json));

describe("a frame", () => {
  it("of a known type is read, with the fields that this version does not know", () => {
    const message = { type: "offer", data: { target: "bob", type: "offer", sdp: "v=0", call: "c1", later: [1] }, x: 1 };
    expect(of(message)).toEqual({ kind: "known", message, json: message });
    expect(of({ type: "beat" })).toMatchObject({ kind: "known", message: { type: "beat" } });
  });

  it("of another type is relayed if it names a target, else ignored", () => {
    const message = { type: "wave", data: { target: "bob", hand: "left" } };
    expect(of(message)).toEqual({ kind: "other", message, json: message });
    for (const data of [undefined, null, {}, { target: 5 }, { target: "x".repeat(65) }, "bob", []]) {
      expect(of({ type: "wave", data })).toEqual({ kind: "ignored" });
    }
  });

  it.each([
    ["", "not JSON"],
    ["{", "not JSON"],
    ["\ufffe", "not JSON"],
    ["null", ""],
    ["5", ""],
    ['"beat"', ""],
    ["[]", ""],
    ['[{"type":"beat"}]', ""],
    ["{}", "type"],
    ['{"type":null}', "type"],
    ['{"type":5}', "type"],
    ['{"type":["beat"]}', "type"],
    ['{"type":"identify"}', "data"],
    ['{"type":"identify","data":null}', "data"],
    ['{"type":"identify","data":{}}', "data.id"],
    ['{"type":"identify","data":{"id":"a"}}', "data.name"],
    ['{"type":"identify","data":{"id":"a","name":7}}', "data.name"],
    ['{"type":"identify","data":{"id":"","name":"Ann"}}', "data.id"],
    ['{"type":"identify","data":{"id":"a b","name":"Ann"}}', "data.id"],
    ['{"type":"identify","data":{"id":"a","name":"Ann","token":{}}}', "data.token"],
    // As JSON, it would be null to everyone.
    ['{"type":"identify","data":{"id":"a","name":"Ann","protocol":1e999}}', "data.protocol"],
    ['{"type":"identify","data":{"id":"a","name":"Ann","protocol":1.5}}', "data.protocol"],
    ['{"type":"offer","data":{"target":"bob","type":"offer"}}', "data.sdp"],
    ['{"type":"offer","data":{"target":"bob","type":"offer","sdp":""}}', "data.sdp"],
    ['{"type":"offer","data":{"target":"bob","type":"answer","sdp":"v=0"}}', "data.type"],
    ['{"type":"offer","data":{"target":{},"type":"offer","sdp":"v=0"}}', "data.target"],
    ['{"type":"hangup","data":{"target":"bob","call":5}}', "data.call"],
    ['{"type":"text","data":{"target":"bob","text":"Hello"}}', "data.mid"],
    ['{"type":"text","data":{"target":"bob","mid":"m1"}}', "data.text"],
    ['{"type":"text","data":{"target":"bob","mid":"m1","text":""}}', "data.text"],
    ['{"type":"delivered","data":{"target":"bob"}}', "data.mid"],
    ['{"type":"delivered","data":{"target":"bob","mid":"no id"}}', "data.mid"],
    ['{"type":"icecandidate","data":{"target":"bob"}}', "data.candidate"],
    ['{"type":"icecandidate","data":{"target":"bob","candidate":"x"}}', "data.candidate"],
  ])("that is none is refused with a reason: %s", (text, reason) => {
    const frame = read(text);
    expect(frame).toMatchObject({ kind: "refused", code: "bad-message" });
    expect(frame).toHaveProperty("reason", expect.stringContaining(reason));
    expect(frame).toHaveProperty("reason", expect.not.stringMatching(/\n/));
  });

  it("of words has at most 16 KiB of them, counted in bytes; if it is refused, it says of which", () => {
    const written = (text: string) => of({ type: "text", data: { target: "bob", mid: "m1", text } });
    for (const filler of ["x", "é", "字", "𝕏"]) {
      const most = filler.repeat(Math.floor(MAX_TEXT / Buffer.byteLength(filler)));
      expect(written(most)).toMatchObject({ kind: "known", message: { type: "text", data: { text: most } } });
      expect(written(most + filler)).toMatchObject({
        kind: "refused",
        code: "bad-message",
        about: { target: "bob", mid: "m1" },
      });
    }
  });

  it.each(["typing", "files", "files-answer", "files-link", "files-end"])("of %s is not read", (type) => {
    expect(of({ type, data: { target: "bob", mid: 5, files: "none" } })).toMatchObject({ kind: "other" });
  });

  it.each(["ready", "peers", "peer", "missed", "addresses", "error"])(
    "of a type that only the server says is not passed on: %s",
    (type) => {
      for (const data of [{ target: "bob" }, { target: "bob", full: true, peers: [], gone: [] }, {}]) {
        expect(of({ type, data, version: "v2", id: "cem" })).toMatchObject({ kind: "refused", code: "bad-message" });
      }
    },
  );

  it("that is binary is refused", () => {
    expect(readFrame(Buffer.from('{"type":"beat"}'), true)).toMatchObject({ kind: "refused", code: "bad-message" });
  });

  it("may have 64 KiB, counted in bytes", () => {
    const sized = (bytes: number, filler = "x") => {
      const rest = `{"type":"wave","data":{"target":"bob","text":""}}`.length;
      return read(
        `{"type":"wave","data":{"target":"bob","text":"${filler.repeat((bytes - rest) / Buffer.byteLength(filler))}"}}`,
      );
    };
    expect(sized(MAX_FRAME)).toMatchObject({ kind: "other" });
    expect(sized(MAX_FRAME + 1)).toMatchObject({ kind: "refused", code: "too-large" });
    expect(sized(MAX_FRAME + 3, "é")).toMatchObject({ kind: "refused", code: "too-large" });
  });

  it("that is nested too deeply is refused: writing it again would overflow the stack", () => {
    const deep = (levels: number) =>
      `{"type":"wave","data":{"target":"bob","x":${"[".repeat(levels)}${"]".repeat(levels)}}}`;
    expect(read(deep(10))).toMatchObject({ kind: "other" });
    expect(read(deep(30_000))).toMatchObject({ kind: "refused", code: "bad-message" });
    const known = `{"type":"offer","data":{"target":"bob","type":"offer","sdp":"v=0","x":${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}}}`;
    expect(read(known)).toMatchObject({ kind: "refused", code: "bad-message" });
  });

  it("cannot reach the prototype of anything", () => {
    const evil =
      '{"__proto__":{"polluted":1},"type":"wave","data":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"target":"bob"}}';
    const frame = read(evil);
    expect(frame).toHaveProperty("kind", "other");
    expect("message" in frame && frame.message).toEqual({ type: "wave", data: { target: "bob" } });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    for (const type of ["__proto__", "constructor", "toString"]) expect(of({ type })).toEqual({ kind: "ignored" });
  });

  it("is lenient where a newer version may say more", () => {
    expect(of({ type: "identify", data: { id: "a", name: "Ann", device: "watch", status: "asleep" } })).toMatchObject({
      kind: "known",
      message: { data: { status: "available" } },
    });
    expect(of({ type: "hangup", data: { target: "bob", reason: "bored" } })).toMatchObject({
      message: { data: { reason: "hung-up" } },
    });
  });
});
