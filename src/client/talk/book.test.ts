import { describe, expect, it } from "vitest";
import { KEEP_TEXT } from "../../protocol/talk.ts";
import type { TextLine } from "../talk-state.ts";
import {
  type Book,
  bounded,
  changed,
  edited,
  filled,
  find,
  forgotten,
  MOST_LINES,
  MOST_PEOPLE,
  opened,
  tidied,
  written,
} from "./book.ts";

const NOW = 10 * KEEP_TEXT;
const ada = { id: "ada", name: "Ada" };
const text = (mid: string, from: "me" | "them" = "them"): TextLine => ({ kind: "text", mid, from, at: NOW, text: mid });
const line = (
  book: Book,
  mid: string,
  { seq, from, now = NOW, who = ada }: { seq?: number; from?: "me"; now?: number; who?: typeof ada } = {},
): Book => written(book, who, { ...text(mid, from ?? "them"), seq }, now);
const mids = (book: Book, id = "ada") => find(book, id)?.mids;
const orders = (book: Book) => {
  const { mids, held } = find(book, "ada") ?? { mids: [], held: new Map() };
  return mids.map((mid): number => held.get(mid)?.order ?? NaN);
};

describe("a line", () => {
  it("comes at the end, and its conversation first; what was said at one moment keeps its order", () => {
    const book = line(line(line([], "1"), "2"), "3", { who: { id: "bo", name: "Bo" } });
    expect(book.map(({ id }) => id)).toEqual(["bo", "ada"]);
    expect(line(book, "4").map(({ id }) => id)).toEqual(["ada", "bo"]);
    expect(orders(book)).toEqual([NOW, NOW + 1]);
  });

  it("finds its place by the sender's count, over the user's own lines, but not among old ones", () => {
    const book = line(line(line(line([], "1", { seq: 1 }), "4", { seq: 4 }), "mine", { from: "me" }), "5", { seq: 5 });
    const late = line(line(book, "3", { seq: 3 }), "2", { seq: 2 });
    expect(mids(late)).toEqual(["1", "2", "3", "4", "mine", "5"]);
    expect(orders(late)).toEqual([...orders(late)].sort((a, b) => a - b));
    expect(new Set(orders(late)).size).toBe(6);
    expect(mids(line(book, "2", { seq: 2, now: NOW + 2 * KEEP_TEXT }))?.at(-1)).toBe("2");
    expect(mids(line(book, "0"))?.at(-1)).toBe("0");
  });

  it("that is said anew comes last, once", () => {
    const book = line(line(line([], "1", { from: "me" }), "2"), "1", { from: "me" });
    expect(mids(book)).toEqual(["2", "1"]);
    expect(find(book, "ada")?.answered).toBe(true);
  });

  it("pushes the oldest out where there are too many", () => {
    let book: Book = [];
    for (let n = 0; n <= MOST_LINES; n++) book = line(book, `${n}`);
    expect(mids(book)?.[0]).toBe("1");
    expect([mids(book)?.length, find(book, "ada")?.held.size]).toEqual([MOST_LINES, MOST_LINES]);
  });

  it("is changed, and forgotten; nothing happens to what is not there", () => {
    const book = line([], "1");
    const after = changed(book, "ada", "1", { at: 5 });
    expect(find(after, "ada")?.held.get("1")?.at).toBe(5);
    expect(changed(after, "ada", "1", { at: 5 })).toBe(after);
    expect(changed(after, "ada", "2", { at: 5 })).toBe(after);
    expect(edited(after, "bo", { unread: 1 })).toBe(after);
    expect(mids(forgotten(after, "ada", "1"))).toEqual([]);
  });
});

describe("a conversation", () => {
  it("that is empty is there while it is open", () => {
    const book = opened([], ada);
    expect(opened(book, ada)).toBe(book);
    expect(tidied(book, "ada")).toEqual([]);
    expect(tidied(line([], "1"), "ada")).toHaveLength(1);
  });

  it("is filled with what was kept, without what has been forgotten, or is newer here", () => {
    const whole = line(line(line([], "1"), "2"), "3");
    const lines = [...(find(whole, "ada")?.held.values() ?? [])];
    const last = lines.slice(2).map((each) => [each.mid, { ...each, at: 7 }] as const);
    const book = edited(whole, "ada", { mids: ["2", "3"], held: new Map(last), whole: false });
    const after = find(filled(book, "ada", lines), "ada");
    expect(after).toMatchObject({ whole: true, mids: ["2", "3"] });
    expect(after?.held.get("3")?.at).toBe(7);
    expect(after?.held.get("2")).toBe(lines[1]);
  });
});

describe("where there are too many people", () => {
  const full = (): Book => {
    let book: Book = [];
    for (let n = 0; n < MOST_PEOPLE; n++)
      book = line(book, `${n}`, { who: { id: `p${n}`, name: "" }, ...(n % 2 === 0 && { from: "me" as const }) });
    return book;
  };
  const gone = (book: Book, needed: (id: string) => boolean = () => false): string[] => {
    const after = bounded(book, needed);
    return book.map(({ id }) => id).filter((id) => !find(after, id));
  };
  const stranger = { who: { id: "new", name: "" } };

  it("the one who was never answered gives way, and of these the least recent", () => {
    expect(gone(full())).toEqual([]);
    expect(gone(line(full(), "x", stranger))).toEqual(["p1"]);
  });

  it("nobody does who is needed", () => {
    expect(gone(line(full(), "x", stranger), (id) => id === "p1")).toEqual(["p3"]);
    expect(gone(line(full(), "x", stranger), () => true)).toEqual([]);
  });

  it("those whom the user knows and has not read do last", () => {
    const answered = full().map((each) => ({ ...each, answered: true, unread: each.id === "p0" ? 1 : 0 }));
    expect(gone(line(answered, "x", stranger))).toEqual(["p1"]);
    const unread = answered.map((each) => ({ ...each, unread: 1 }));
    expect(gone(line(unread, "x", stranger))).toEqual(["p0"]);
  });
});
