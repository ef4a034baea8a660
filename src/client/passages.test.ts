import { expect, it } from "vitest";
import { dayOf, gistOf, passagesOf, shortMomentOf } from "./passages.ts";
import type { TalkLine, TextLine } from "./talk-state.ts";

const now = new Date(2026, 10, 26, 12, 0).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const text = (from: TextLine["from"], at: number): TalkLine => ({
  kind: "text",
  mid: `${from}${at}`,
  from,
  at,
  text: "x",
});

it("puts together what one person says within a minute", () => {
  const lines = [text("me", now), text("me", now + 1_000), text("them", now + 2_000), text("them", now + 2 * MINUTE)];
  expect(passagesOf(lines, now).map(({ first, last }) => [first, last])).toEqual([
    [true, false],
    [false, true],
    [true, true],
    [true, true],
  ]);
});

it("announces each day once", () => {
  const lines = [text("me", now - 2 * DAY), text("me", now - DAY), text("me", now - DAY + 1), text("me", now)];
  expect(passagesOf(lines, now).map(({ day }) => day)).toEqual([
    "Tuesday, November 24",
    "Yesterday",
    undefined,
    "Today",
  ]);
  expect(dayOf(new Date(2024, 1, 3).getTime(), now)).toBe("Saturday, February 3, 2024");
  expect(shortMomentOf(now - 3 * DAY, now)).toBe("Nov 23");
});

it("says in one line what a conversation has come to", () => {
  const file = { name: "a.jpg", type: "image/jpeg", size: 1 };
  expect(gistOf({ kind: "text", mid: "1", from: "me", at: 0, text: "one\n two" })).toBe("You: one two");
  expect(gistOf({ kind: "files", mid: "2", from: "them", at: 0, files: [file] })).toBe("a.jpg");
  expect(gistOf({ kind: "files", mid: "3", from: "them", at: 0, files: [file, file] })).toBe("2 files");
});
