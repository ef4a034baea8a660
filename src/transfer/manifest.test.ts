import { describe, expect, it } from "vitest";
import { PIECE } from "../protocol/handing.ts";
import { Files } from "../protocol/talk.ts";
import * as v from "valibot";
import { announce, pieces, split, startOf, totalOf } from "./manifest.ts";

const sized = (...sizes: number[]) => sizes.map((size) => ({ size }));

describe("the pieces of files", () => {
  it("are each of 1 MiB but the last, and an empty file has one that is empty", () => {
    const files = sized(2 * PIECE + 5, 0, PIECE);
    const all = [...pieces(files, { file: 0, piece: 0 })];
    expect(all.map(({ file, start, end, last }) => [file, start, end, last])).toEqual([
      [0, 0, PIECE, false],
      [0, PIECE, 2 * PIECE, false],
      [0, 2 * PIECE, 2 * PIECE + 5, true],
      [1, 0, 0, true],
      [2, 0, PIECE, true],
    ]);
  });

  it("begin where the receiver wants them, beyond 4 GiB too, and at the end of a file that lacks its digest only", () => {
    const size = 5 * 2 ** 30 + 1;
    const from = (piece: number) => [...pieces(sized(size), { file: 0, piece })];
    const last = (size - 1) / PIECE;
    expect(from(last)).toEqual([{ file: 0, index: last, start: size - 1, end: size, last: true }]);
    expect(from(last + 1)).toEqual([{ file: 0, index: last + 1, start: size, end: size, last: true }]);
    expect(from(9_999_999)).toHaveLength(1);
    expect(startOf(sized(2 ** 33, 7, 9), 2)).toBe(2 ** 33 + 7);
    expect(totalOf(sized(2 ** 33, 7))).toBe(2 ** 33 + 7);
  });
});

describe("offers", () => {
  const named = (count: number, name: string) => Array.from({ length: count }, () => ({ name, type: "", size: 1 }));

  it("have a hundred files at most", () => {
    expect(split(named(250, "a")).map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(split([])).toEqual([]);
  });

  it("fit in a frame, and are valid", () => {
    const offers = split(named(100, "漢".repeat(400)));
    expect(offers.length).toBeGreaterThan(1);
    expect(offers.flat()).toHaveLength(100);
    for (const offer of offers) {
      const message = { type: "files", data: { mid: "m", target: "x".repeat(64), files: offer.map(announce) } };
      expect(new TextEncoder().encode(JSON.stringify(message)).length).toBeLessThan(32 * 1024);
      expect(v.is(Files, message)).toBe(true);
    }
  });
});
