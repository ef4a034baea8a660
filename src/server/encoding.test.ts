import { describe, expect, it } from "vitest";
import { chooseCoding, type Coding } from "./encoding.ts";

describe("chooseCoding", () => {
  const both: Coding[] = ["br", "gzip"];

  it.each([
    [undefined, undefined],
    ["", undefined],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["br; q=0.000, GZIP;Q=0.1", "gzip"],
    ["br;q=0", undefined],
    ["*", "br"],
    ["*;q=0", undefined],
    ["br;q=0, *", "gzip"],
    ["identity", undefined],
    ["brotli, xgzip", undefined],
    ["br;q=nonsense, gzip", "gzip"],
  ])("for %j", (header, coding) => {
    expect(chooseCoding(header, both)).toBe(coding);
  });

  it("offers only what there is", () => {
    expect(chooseCoding("br, gzip", [])).toBeUndefined();
    expect(chooseCoding("br", ["gzip"])).toBeUndefined();
  });
});
