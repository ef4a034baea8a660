import { describe, expect, it } from "vitest";
import { stamp, stampBytes } from "./stamp.ts";

const stamped = (text: string): string | undefined =>
  stampBytes(Buffer.from(text), JSON.parse(text), "ann")?.map(String).join("");

describe("stamping a frame as it came", () => {
  it.each([
    '{"type":"offer","data":{"target":"bob","type":"offer","sdp":"v=0\\r\\n"}}',
    '{"type":"wave","data":{"target":"bob","deep":{"source":"x"}}}',
    '{"type":"wave","data":{"deep":{"a":{}},"target":"bob","last":{}}}',
    '{"type":"icecandidate","data":{"target":"bob","candidate":{"candidate":""}}}',
    '{"type":"wave","data":{"target":"bob","target":"cem"}}',
  ])("is the same as writing it anew: %s", (text) => {
    const message = JSON.parse(text) as Parameters<typeof stamp>[0];
    const bytes = stamped(text);
    expect(JSON.parse(bytes ?? "")).toEqual(stamp(message, "ann"));
    // For a reader that takes the first of two, too.
    expect(bytes?.match(/"source":"ann"/gu)).toHaveLength(1);
  });

  it.each([
    ["a source that is there", '{"type":"wave","data":{"source":"ann","target":"bob"}}'],
    ["one that is written another way", '{"type":"wave","data":{"\\u0073ource":"cem","target":"bob"}}'],
    ["data that is there twice", '{"type":"wave","data":{"source":"cem","target":"bob"},"data":{"target":"bob"}}'],
    ["the same, hidden", '{"type":"wave","data":{"source":"cem"},"d\\u0061ta":{"target":"bob"}}'],
    ["the same, before", '{"d\\u0061ta":{"source":"cem"},"type":"wave","data":{"target":"bob"}}'],
    ["a type that is there twice", '{"type":"peers","type":"wave","data":{"target":"bob"}}'],
    ["the same, hidden", '{"t\\u0079pe":"peers","type":"wave","data":{"target":"bob"}}'],
    ["SitePen's name for it", '{"type":"icecandidate","data":{"id":"ann","target":"bob"}}'],
    ["something beside the data, first", '{"x":1,"type":"wave","data":{"target":"bob"}}'],
    ["something beside the data, last", '{"type":"wave","data":{"target":"bob"},"x":{"y":{}}}'],
    ["something twice, last", '{"type":"wave","x":1,"data":{"target":"bob"},"x":{"source":"cem"}}'],
    ["the type last", '{"data":{"target":"bob"},"type":"wave"}'],
    ["white space at the end", '{"type":"wave","data":{"target":"bob"} }'],
    ["more white space", '{"type":"wave","data":{"target":"bob"}}\n'],
    ["a prototype", '{"type":"wave","data":{"__proto__":{},"target":"bob"}}'],
    ["no data", '{"type":"wave"}'],
    ["an array", '{"type":"wave","data":[{"a":{}}]}'],
  ])("is not done with %s", (_, text) => {
    expect(stamped(text)).toBeUndefined();
  });
});
