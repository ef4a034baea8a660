import { expect, it } from "vitest";
import { beginningOf, excessOf, isEmoji, LONG, piecesOf } from "./rich-text.ts";

it("finds the links to pages, and leaves all else as it was written", () => {
  expect(piecesOf("see https://example.com/a?b=c#d, or http://192.168.1.5:8080/x.")).toEqual([
    "see ",
    { url: "https://example.com/a?b=c#d", text: "https://example.com/a?b=c#d" },
    ", or ",
    { url: "http://192.168.1.5:8080/x", text: "http://192.168.1.5:8080/x" },
    ".",
  ]);
  expect(piecesOf("printer at 192.168.1.9")).toEqual([
    "printer at ",
    { url: "http://192.168.1.9", text: "192.168.1.9" },
  ]);
  expect(piecesOf("<b>bold</b>\nnext")).toEqual(["<b>bold</b>\nnext"]);
});

it("makes no link of anything that is no page", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://example.com/a",
    "mailto:ada@example.com",
    "ada@example.com",
    "file:///etc/passwd",
    "//example.com/a",
    "tel:112",
  ])
    for (const piece of piecesOf(text)) {
      if (typeof piece !== "string") expect(new URL(piece.url).protocol).toMatch(/^https?:$/);
    }
  expect(piecesOf("javascript:alert(1)")).toEqual(["javascript:alert(1)"]);
  expect(piecesOf("ada@example.com")).toEqual(["ada@example.com"]);
});

it("knows up to three emoji that stand alone", () => {
  for (const text of ["👍", "👩🏽‍🚀", "🇩🇪", "❤️", "👍 🎉\u{1f980}", "3️⃣", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]) expect(isEmoji(text), text).toBe(true);
  for (const text of ["", "a", "👍!", "👍👍👍👍", "3", "12", "#", "👍 ok"]) expect(isEmoji(text), text).toBe(false);
});

it("folds what is long, between words", () => {
  expect(beginningOf("short")).toBeUndefined();
  expect(beginningOf("a".repeat(LONG.characters))).toBeUndefined();
  expect(beginningOf("a".repeat(LONG.characters + 1))).toBe(`${"a".repeat(LONG.characters)}…`);
  expect(beginningOf("word ".repeat(1_000))).toMatch(/word…$/);
  expect(beginningOf("line\n".repeat(LONG.lines + 5))?.split("\n")).toHaveLength(LONG.lines);
  expect(beginningOf(`${"a".repeat(LONG.characters - 1)}👍👍`)).toBe(`${"a".repeat(LONG.characters - 1)}…`);
});

it("counts what is too much, in signs and not in bytes", () => {
  expect(excessOf("abc", 3)).toBe(0);
  expect(excessOf("abcde", 3)).toBe(2);
  expect(excessOf("äöü", 4)).toBe(1);
  expect(excessOf("a👍👍", 5)).toBe(2);
});
