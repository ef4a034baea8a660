import { expect, it } from "vitest";
import { leftOf, percentOf, sizeOf, speedOf } from "./measures.ts";

it("says sizes as systems show them", () => {
  expect([0, 1, 999, 1_000, 1_250, 340_000, 2_000_000_000].map(sizeOf)).toEqual([
    "0 bytes",
    "1 byte",
    "999 bytes",
    "1 kB",
    "1.3 kB",
    "340 kB",
    "2 GB",
  ]);
  expect(speedOf(12_345_678)).toBe("12.3 MB/s");
});

it("says 100 percent only at the end", () => {
  expect([0, 0.5, 0.9999, 1, 2, -1].map(percentOf)).toEqual(["0%", "50%", "99%", "100%", "100%", "0%"]);
});

it("says what is left no more exactly than anybody can know", () => {
  expect([0, 44_000, 50_000, 130_000, 3_600_000, 7_300_000].map(leftOf)).toEqual([
    "a few seconds left",
    "a few seconds left",
    "about 1 minute left",
    "about 2 minutes left",
    "about 60 minutes left",
    "about 2 hours left",
  ]);
});
