import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileName, harmless, mediaType } from "./file-name.ts";

describe("the name of a file", () => {
  it.each([
    ["holiday.jpg", "holiday.jpg"],
    ["Grüße aus 東京 👩‍👩‍👧.txt", "Grüße aus 東京 👩‍👩‍👧.txt"],
    ["../../etc/passwd", "_.._etc_passwd"],
    ["C:\\Windows\\a.exe", "C__Windows_a.exe"],
    ["photo\u202Egpj.exe", "photogpj.exe"],
    ["in\u200Bvisi\u2066ble\u3164.txt", "invisible.txt"],
    [".bashrc", "bashrc"],
    [" . .hidden. . ", "hidden"],
    ["a\u0000b\nc.txt", "a_b c.txt"],
    ["con", "_con"],
    ["LPT1.txt", "_LPT1.txt"],
    ["<b>&amp;", "_b_&amp;"],
    ["", "file"],
    ["...", "file"],
    ["\u202E", "file"],
  ])("%j is %j", (name, harmlessName) => {
    expect(fileName(name)).toBe(harmlessName);
  });

  it("keeps its extension when it is cut, and fits on a disk", () => {
    const long = fileName(`${"a".repeat(300)}.jpeg`);
    expect(long).toMatch(/^a{115}\.jpeg$/);
    const wide = fileName(`${"漢".repeat(200)}.jpeg`);
    expect(wide).toMatch(/^漢+\.jpeg$/);
    expect(new TextEncoder().encode(wide).length).toBeLessThanOrEqual(240);
  });

  it("is never one that hides, leads elsewhere or is too long, whatever it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        const clean = fileName(name);
        expect(clean.length).toBeGreaterThan(0);
        expect(clean.length).toBeLessThanOrEqual(121);
        expect(clean).not.toMatch(/^[.\s]|[.\s]$|[<>:"/\\|?*\p{Cc}]|[\u202A-\u202E\u2066-\u2069]/u);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the files of one offer", () => {
  const names = (...all: string[]) =>
    harmless(all.map((name) => ({ name, type: "", size: 1 }))).map(({ name }) => name);

  it("have each another name, on disks that do not tell small from large, too", () => {
    expect(names("a.txt", "A.txt", "a.txt", "a (2).txt", "b")).toEqual([
      "a.txt",
      "A (2).txt",
      "a (3).txt",
      "a (2) (2).txt",
      "b",
    ]);
  });
});

describe("a media type", () => {
  it.each([
    ["image/png", "image/png"],
    ["Application/VND.ms-excel", "application/vnd.ms-excel"],
    ["text/html; charset=utf-8", ""],
    ["image", ""],
    ['a/"><script>', ""],
  ])("%j is %j", (type, clean) => {
    expect(mediaType(type)).toBe(clean);
  });
});
