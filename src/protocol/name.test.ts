import { describe, expect, it } from "vitest";
import { cleanName, MAX_NAME } from "./name.ts";

describe("a name", () => {
  it.each([
    ["Ann", "Ann"],
    ["  Ann  ", "Ann"],
    ["Ann\t \n Bee", "Ann Bee"],
    ["\u00a0Ann\u3000Bee\ufeff", "Ann Bee"],
    ["A\u0000n\u0007n\u007f\u0085", "Ann"],
    ["A\u0085nn", "Ann"],
    ["\u202eAnn\u202c", "Ann"],
    ["\u2066Ann\u2069 \u061cBee\u200e\u200f", "Ann Bee"],
    ["Ada \u202e Lovelace", "Ada Lovelace"],
    ["7", "7"],
    ["?!", "?!"],
    ["李小龙", "李小龙"],
    ["نگار\u200cها", "نگار\u200cها"],
    ["👩\u200d👧", "👩\u200d👧"],
    ["e\u0301", "e\u0301"],
    ["a".repeat(MAX_NAME), "a".repeat(MAX_NAME)],
    [` ${"a".repeat(MAX_NAME)} `, "a".repeat(MAX_NAME)],
    // Counted as people count, not in halves of characters.
    ["😀".repeat(MAX_NAME), "😀".repeat(MAX_NAME)],
  ])("%j is shown as %j", (typed, name) => {
    expect(cleanName(typed)).toBe(name);
    expect(cleanName(name)).toBe(name);
  });

  it.each([
    "",
    " ",
    "\n\t",
    "\u0000",
    "\u202e\u202c",
    "\u200d",
    "\u200b",
    "\u00ad",
    "a".repeat(MAX_NAME + 1),
    "😀".repeat(MAX_NAME + 1),
  ])("%j is none", (typed) => {
    expect(cleanName(typed)).toBeUndefined();
  });
});
