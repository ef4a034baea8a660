import { afterEach, describe, expect, it, vi } from "vitest";
import { initialsOf } from "./initials.ts";

describe("initialsOf", () => {
  afterEach(() => vi.unstubAllGlobals());

  it.each([
    ["Ada", "A"],
    ["ada lovelace", "AL"],
    ["Ada King of Lovelace", "AL"],
    ["x", "X"],
    ["Émile Zola", "ÉZ"],
    ["e\u0301mile", "E\u0301"],
    ["ßen", "ß"],
    ["  Ada   Lovelace ", "AL"],
    ["(Ada) – kitchen", "AK"],
    ["Ada 🎉", "A"],
    ["🎉 Ada", "A"],
    ["🎉", "🎉"],
    ["👩‍👩‍👧‍👦 👍", "👩‍👩‍👧‍👦"],
    ["🇩🇪", "🇩🇪"],
    ["42", "4"],
    ["Room 12", "R1"],
    ["王小明", "小明"],
    ["小明", "小明"],
    ["김철수", "철수"],
    ["明", "明"],
    ["さくら", "さ"],
    ["田中 太郎", "田太"],
    ["محمد", "م"],
    ["محمد علي", "م\u200cع"],
    ["דוד לוי", "דל"],
    ["नीरज", "नी"],
    ["Łukasz", "Ł"],
    ["иван петров", "ИП"],
    ["?!", "?"],
    ["", ""],
  ])("of %s are %s", (name, initials) => expect(initialsOf(name)).toBe(initials));

  it("are letters in a browser that cannot segment text, too", () => {
    vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
    expect(initialsOf("ada lovelace")).toBe("AL");
    expect(initialsOf("王小明")).toBe("小明");
  });
});
