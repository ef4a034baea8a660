import { expect, it } from "vitest";
import type { TextLine } from "../talk-state.ts";
import { type Book, changed, edited, find, forgotten, opened, written } from "./book.ts";
import { bookOf, changesBetween, interrupted, isNothing, readLines, readPeople } from "./stored.ts";

const ada = { id: "ada", name: "Ada" };
const text = (mid: string, more: Partial<TextLine> = {}): TextLine => ({
  kind: "text",
  mid,
  from: "them",
  at: 1,
  text: mid,
  ...more,
});
const book = written(written([], ada, text("1"), 10), ada, text("2", { from: "me", delivery: "sending" }), 20);

it("keeps what is new or otherwise, and nothing else", () => {
  const all = changesBetween([], book);
  expect(all.people).toEqual([{ id: "ada", name: "Ada", unread: 0, answered: true, trusted: false, order: 20 }]);
  expect(all.lines).toMatchObject([
    { peer: "ada", mid: "1" },
    { peer: "ada", mid: "2", sending: 1 },
  ]);
  expect(isNothing(changesBetween(book, book))).toBe(true);
  const delivered = changed<TextLine & { order: number }>(book, "ada", "2", { delivery: "delivered" });
  expect(changesBetween(book, delivered).lines).toEqual([
    { ...text("2"), from: "me", peer: "ada", order: 20, delivery: "delivered" },
  ]);
  expect(changesBetween(book, edited(book, "ada", { unread: 3 }))).toMatchObject({
    people: [{ unread: 3 }],
    lines: [],
  });
  expect(changesBetween(book, forgotten(book, "ada", "1"))).toMatchObject({
    lines: [],
    lost: [["ada", "1"]],
    gone: [],
  });
  expect(changesBetween(book, [])).toMatchObject({ people: [], gone: ["ada"] });
});

it("keeps no conversation without a line", () => {
  expect(isNothing(changesBetween([], opened([], ada)))).toBe(true);
  const empty: Book = forgotten(forgotten(book, "ada", "1"), "ada", "2");
  expect(changesBetween(book, empty)).toMatchObject({ people: [], gone: ["ada"] });
});

it("leaves out what is not valid", () => {
  const [good] = changesBetween([], book).lines;
  const bad = [
    undefined,
    null,
    4,
    { ...good, mid: "<b>" },
    { ...good, from: "us" },
    { ...good, kind: "video" },
    { ...good, order: "1" },
  ];
  expect(readLines([...bad, good])).toMatchObject([{ mid: "1" }]);
  const person = changesBetween([], book).people[0];
  expect(readPeople([person, { ...person, id: "" }, { ...person, unread: "many" }, {}])).toEqual([person]);
});

it("makes the same book of it", () => {
  const { people, lines } = changesBetween([], book);
  const [person] = people;
  const [, last] = lines;
  if (!person || !last) throw new Error("nothing was kept");
  const read = bookOf({ people: [{ person, mids: ["1", "2"], last }], sending: [last] });
  expect(find(read, "ada")).toMatchObject({ name: "Ada", mids: ["1", "2"], whole: false, answered: true });
  expect([...(find(read, "ada")?.held.keys() ?? [])]).toEqual(["2"]);
  expect(bookOf({ people: [{ person, mids: [] }], sending: [] })).toEqual([]);
});

it("reads files without an end as interrupted", () => {
  const files = { kind: "files", mid: "f", from: "me", at: 1, order: 1, files: [] } as const;
  expect(interrupted(files)).toEqual({ ...files, outcome: "left" });
  expect(
    interrupted({ ...files, outcome: "done" }).kind === "files" && interrupted({ ...files, outcome: "done" }),
  ).toMatchObject({ outcome: "done" });
});
