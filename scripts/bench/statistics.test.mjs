import { describe, expect, it } from "vitest";
import { parseStat } from "./cpu.mjs";
import { median, percentile, ratios, spread } from "./statistics.mjs";

describe("percentile", () => {
  it("is the least value that so many do not exceed, whatever their order", () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([0, 0.01, 0.5, 0.99, 1].map((part) => percentile(values, part))).toEqual([1, 1, 50, 99, 100]);
    expect(values[0]).toBe(100);
  });

  it("is no number of none", () => expect(percentile([], 0.5)).toBeNaN());
});

it("finds the one in the middle", () => expect([median([3, 9, 1]), median([10, 9, 100, 1])]).toEqual([3, 9]));

it("shows the median, the least and the most, or the only one", () => {
  expect([spread([1.5, 1.25, 10]), spread([7], 0)]).toEqual(["1.50 (1.25 to 10.00)", "7"]);
});

it("divides run by run", () => expect(ratios([2, 9], [1, 3])).toEqual([2, 3]));

it("reads user and system time, whatever the process is called", () => {
  const after = "S 1 2 3 4 5 6 7 8 9 10 250 31 0 0 20 0 11 0 12345";
  expect(parseStat(`4711 (node) 9 9 (x) ${after}`)).toBe(2810);
});
