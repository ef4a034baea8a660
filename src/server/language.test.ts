import { describe, expect, it } from "vitest";
import { languageOf, preferred } from "./language.ts";

describe("preferred", () => {
  it.each([
    [undefined, []],
    ["", []],
    ["de", ["de"]],
    ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", ["fr-ch", "fr", "en", "de", "*"]],
    ["en;q=0.4,de ; Q=0.9 , es", ["es", "de", "en"]],
    ["en;q=0, de;q=0.000, fr;q=nonsense, es;q=2, zh;q=0.001", ["zh"]],
    ["a;q=0.5,b;q=0.5,c;q=0.5", ["a", "b", "c"]],
    [",, ;q=1", []],
  ])("%j is %j", (header, ranges) => {
    expect(preferred(header)).toEqual(ranges);
  });
});

describe("languageOf", () => {
  it.each([
    ["/", "pt-BR, es;q=0.8, de;q=0.9", "de"],
    ["/", "zh-TW,en;q=0.5", "zh"],
    ["/", "pt, *;q=0.1", "en"],
    ["/", "constructor, __proto__", "en"],
    ["/", undefined, "en"],
    ["/?lang=fr", "de", "fr"],
    ["/?from=qr&lang=en#top", "de", "en"],
    ["http://192.168.1.20:3000/?lang=es", "de", "es"],
    ["/?lang=toString", "de", "de"],
    ["/?lang=%E0%A4%A", "de", "de"],
  ])("of %s with %j is %s", (url, header, language) => {
    expect(languageOf(url, header)).toBe(language);
  });
});
