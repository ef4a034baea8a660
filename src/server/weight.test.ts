import { describe, expect, it } from "vitest";
import { weigh } from "./weight.ts";

const values = (text: string) => (weigh(Buffer.from(text)) - Buffer.byteLength(text)) / 64;

describe("the weight of a frame", () => {
  it.each([
    ["", 0],
    ["1", 0],
    ["[]", 1],
    ["[1,2,3]", 3],
    ['{"a":1,"b":[{}]}', 4],
    ['{"a":"{[,","b":"\\",[","c\\\\":"\\\\"}', 3],
    ['"\\"', 0],
    ['{"a":"never ends,,,', 1],
    ['{"a":"never ends,,,\\', 1],
    ["}}],,", 2],
  ])("counts what is no string: %s", (text, count) => {
    expect(values(text)).toBe(count);
  });

  it("of what calls are made of is little more than its length", () => {
    const sdp = "v=0\r\n".repeat(400);
    const offer = JSON.stringify({ type: "offer", data: { type: "offer", sdp, call: "c", target: "bob", media: {} } });
    expect(weigh(Buffer.from(offer))).toBeLessThan(1.3 * offer.length);
  });

  it("of what is costly to read is many times that", () => {
    const wide = `{"type":"wave","data":{"target":"bob","x":[${"{},".repeat(20_000)}0]}}`;
    expect(weigh(Buffer.from(wide))).toBeGreaterThan(20 * wide.length);
  });
});
