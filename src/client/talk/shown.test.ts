import { expect, it } from "vitest";
import { edited, written } from "./book.ts";
import { alike, snippetOf, talksOf, trimmed } from "./shown.ts";

const book = written([], { id: "ada", name: "Ada" }, { kind: "text", mid: "1", from: "them", at: 1, text: "hi" }, 1);
const nobody = new Set<string>();

it("shows a conversation, and the same object as long as nothing has changed", () => {
  const [talk] = talksOf(book, nobody);
  expect(talk).toMatchObject({
    id: "ada",
    name: "Ada",
    lines: [{ text: "hi" }],
    last: { text: "hi" },
    unread: 0,
    typing: false,
  });
  expect(alike(talksOf(book, nobody), talksOf(book, nobody))).toBe(true);
  const typing = talksOf(book, new Set(["ada"]));
  expect(typing[0]).toMatchObject({ typing: true });
  expect(alike(typing, [talk])).toBe(false);
  expect(typing[0]?.lines).toBe(talk?.lines);
  expect(talksOf(edited(book, "ada", { unread: 1 }), nobody)[0]).toMatchObject({ unread: 1 });
  expect(talksOf(edited(book, "ada", { whole: false }), nobody)[0]?.lines).toBeUndefined();
});

it("takes blank lines away from around a text, and nothing from within", () => {
  expect(trimmed(" \n\n  a\r\n\n b  \n \n")).toBe("  a\n\n b");
  expect(trimmed(" \n\t\n")).toBe("");
  expect(trimmed("  a")).toBe("  a");
});

it("says the beginning of a text on one line", () => {
  expect(snippetOf("a\n\n  b")).toBe("a b");
  expect(snippetOf("😀".repeat(500))).toBe(`${"😀".repeat(119)}…`);
});
