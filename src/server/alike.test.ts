import { describe, expect, it } from "vitest";
import { Alike, skeleton } from "./alike.ts";

describe("names that look alike", () => {
  it.each([
    ["the same", "Ann", "Ann"],
    ["another case", "IRIS", "Iris"],
    ["Cyrillic А", "\u0410nn", "Ann"],
    ["Greek", "ΑΝΝΑ", "ANNA"],
    ["full width", "Ｂｏｂ", "Bob"],
    ["a ligature", "ﬁn", "fin"],
    ["a zero-width space", "A\u200Bnn", "Ann"],
    ["a soft hyphen", "A\u00ADnn", "Ann"],
    ["a joiner", "A\u200Dnn", "Ann"],
    ["an accent", "Änn", "Ann"],
    ["an accent of its own", "Jose\u0301", "José"],
    ["spaces", "A n n", "Ann"],
    ["punctuation", "Dr. Ann!", "Dr Ann"],
    ["capital I for l", "PaypaI", "Paypal"],
    ["1 for l", "Pau1", "Paul"],
    ["0 for O", "B0b", "Bob"],
    ["rn for m", "Tirn", "Tim"],
  ])("have one skeleton: %s", (_, one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  it.each([
    ["Ann", "Anna"],
    ["山田", "山本"],
    ["张伟", "张偉"],
    ["😀", "😁"],
    ["...", "!!!"],
    ["Tom", "Tim"],
    ["12", "13"],
  ])("do not: %s and %s", (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });
});

describe("who is alike", () => {
  it("is both of two, and neither when one is left", () => {
    const alike = new Alike();
    expect(alike.rename("a", "Ann")).toEqual([]);
    expect(alike.rename("b", "Bob")).toEqual([]);
    expect(alike.has("a")).toBe(false);
    expect(alike.rename("b", "ANN")).toEqual(["a"]);
    expect([alike.has("a"), alike.has("b")]).toEqual([true, true]);
    expect(alike.rename("c", "ann")).toEqual([]);
    expect(alike.rename("b", undefined)).toEqual([]);
    expect([alike.has("a"), alike.has("b"), alike.has("c")]).toEqual([true, false, true]);
    expect(alike.rename("a", "Anna")).toEqual(["c"]);
    expect(alike.has("c")).toBe(false);
  });

  it("is nobody by a name that stays", () => {
    const alike = new Alike();
    alike.rename("a", "Ann");
    expect(alike.rename("a", "Ann")).toEqual([]);
    expect(alike.has("a")).toBe(false);
  });

  it("is forgotten with them", () => {
    const alike = new Alike();
    for (const id of ["a", "b"]) alike.rename(id, "Ann");
    for (const id of ["a", "b"]) alike.rename(id, undefined);
    expect(alike.size).toBe(0);
    expect(alike.rename("c", "Ann")).toEqual([]);
  });
});
