import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ClientMessage, MAX_FRAME } from "../protocol/messages.ts";
import { isPlain } from "./plain-message.ts";

const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "x" };
const plain = [
  { type: "offer", data: { target: "bob", call: "c1", type: "offer", sdp: "v=0", media: { video: true, more: 1 } } },
  { type: "offer", data: { source: "ann", target: "bob", type: "offer", sdp: "v=0" } },
  { type: "accept", data: { target: "bob", call: "c1", type: "answer", sdp: "v=0", later: null } },
  { type: "icecandidate", data: { id: "ann", target: "bob", call: "c1", candidate } },
  { type: "icecandidate", data: { target: "bob", candidate: { candidate: "", sdpMid: null, sdpMLineIndex: null } } },
];

/** Values that are right, wrong, or strange where they stand. */
const value = fc.oneof(
  fc.constantFrom<unknown>("bob", "offer", "answer", "v=0", "", "a b", "x".repeat(65), "x".repeat(2049)),
  fc.constantFrom<unknown>(null, 0, -1, true, false, "x".repeat(MAX_FRAME + 1)),
  fc.constantFrom<unknown>({}, [], { video: true }, { video: 1 }, candidate, { ...candidate, sdpMid: 5 }, [candidate]),
  fc.jsonValue({ maxDepth: 2 }),
);
const key = fc.constantFrom(
  ..."target source call id type sdp media video candidate sdpMid later constructor prototype __proto__".split(" "),
);
const fields = fc.array(fc.tuple(key, value), { maxLength: 4 });

describe("a plain message", () => {
  it.each(plain)("is what pages of ours and SitePen's say: $type", (message) => {
    expect(isPlain(message)).toBe(true);
  });

  it("is one that its schema takes and leaves as it is, whatever is changed in it", () => {
    let plainly = 0;
    fc.assert(
      fc.property(fc.constantFrom(...plain), fields, fields, ({ type, data }, outer, inner) => {
        const nested = type === "offer" ? "media" : "candidate";
        const own = { ...(data as Record<string, unknown>) };
        // As JSON has them: a key __proto__ is one like any other.
        const put = (into: object, [name, to]: [string, unknown]) =>
          Object.defineProperty(into, name, { value: to, enumerable: true, configurable: true, writable: true });
        for (const change of outer) put(own, change);
        const part = own[nested];
        if (typeof part === "object" && part !== null && !Array.isArray(part)) {
          const copy = { ...part };
          for (const change of inner.slice(0, 2)) put(copy, change);
          own[nested] = copy;
        }
        const message = JSON.parse(JSON.stringify({ type, data: own })) as unknown;
        if (!isPlain(message)) return;
        plainly++;
        const read = v.safeParse(ClientMessage, message);
        expect(read.issues).toBeUndefined();
        expect(read.output).toEqual(message);
      }),
      { numRuns: 5_000 },
    );
    expect(plainly).toBeGreaterThan(500);
  });

  it.each<unknown>([null, 5, "offer", [], {}, { type: "offer" }, { type: "hangup", data: {} }, { ...plain[0], x: 1 }])(
    "is not %j",
    (json) => {
      expect(isPlain(json)).toBe(false);
    },
  );
});
