import { describe, expect, it } from "vitest";
import type { Ended } from "../call/call.ts";
import { MOST, note, noteMissed, type Recents, unseen } from "./recents.ts";

const ann = { id: "ann", name: "Ann", legacy: false };
const ended = (call: string, reason: Ended["reason"], more: Partial<Ended> = {}): Ended => ({
  call,
  peer: ann,
  direction: "incoming",
  reason,
  by: "them",
  answered: false,
  ...more,
});

const said = (recents: Recents): string[] =>
  recents.map((recent) => `${recent.ended.call} ${recent.ended.reason}${recent.seen ? "" : " unseen"}`);

describe("note", () => {
  it("puts the latest first, and has missed calls stand out", () => {
    let recents = note([], ended("c1", "hung-up", { answered: true }), 10, 20);
    recents = note(recents, ended("c2", "cancelled"), 30, 40);
    recents = note(recents, ended("c3", "declined", { by: "us" }), 50, 60);
    expect(said(recents)).toEqual(["c3 declined", "c2 cancelled unseen", "c1 hung-up"]);
    expect(recents[1]).toMatchObject({ at: 30, until: 40 });
  });

  it("changes only the reason of a call that is known, and counts it once", () => {
    let recents = note([], ended("c1", "no-answer", { by: "us" }), 10, 20);
    recents = note(recents, ended("c1", "cancelled"), 99, 99);
    expect(said(recents)).toEqual(["c1 cancelled unseen"]);
    expect(recents[0]).toMatchObject({ at: 10, until: 20 });
  });

  it("leaves a missed call seen that ends for another reason that is as missed, and shows one that was not missed before", () => {
    const seen = note([], ended("c1", "no-answer"), 10, 20).map((recent) => ({ ...recent, seen: true }));
    expect(said(note(seen, ended("c1", "cancelled"), 0, 0))).toEqual(["c1 cancelled"]);
    const lost = note([], ended("c1", "lost"), 10, 20);
    expect(said(note(lost, ended("c1", "cancelled"), 0, 0))).toEqual(["c1 cancelled unseen"]);
  });

  it("keeps the last hundred", () => {
    let recents: Recents = [];
    for (let n = 0; n < MOST + 5; n++) recents = note(recents, ended(`c${n}`, "hung-up"), n, n);
    expect(recents).toHaveLength(100);
    expect(recents.at(-1)?.ended.call).toBe("c5");
  });
});

describe("noteMissed", () => {
  const calls = [
    { source: "ann", name: "Ann", at: 5, call: "c1" },
    { source: "bob", name: "Bob", at: 7, call: "c2" },
  ];

  it("adds what came while the device was away, once", () => {
    const once = noteMissed([], calls);
    expect(said(once)).toEqual(["c2 gone unseen", "c1 gone unseen"]);
    expect(once[0]).toMatchObject({
      at: 7,
      until: 7,
      ended: { peer: { id: "bob", name: "Bob" }, direction: "incoming" },
    });
    expect(noteMissed(once, calls)).toEqual(once);
  });

  it("knows a call that had rung here", () => {
    const rang = note([], ended("c1", "no-answer", { by: "us" }), 1, 2);
    expect(said(noteMissed(rang, calls.slice(0, 1)))).toEqual(["c1 no-answer unseen"]);
  });

  it("takes calls without an id, by caller and time", () => {
    const old = [{ source: "old", name: "Olga", at: 5 }];
    expect(noteMissed(noteMissed([], old), old)).toHaveLength(1);
  });
});

it("unseen gives the missed calls that nobody took note of", () => {
  const recents = note(note([], ended("c1", "cancelled"), 1, 2), ended("c2", "hung-up"), 3, 4);
  expect(said(unseen(recents))).toEqual(["c1 cancelled unseen"]);
});
