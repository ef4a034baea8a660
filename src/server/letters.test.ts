import { beforeEach, describe, expect, it } from "vitest";
import { KEEP_TEXT, MAX_TEXT, MOST_TEXTS, type Text } from "../protocol/talk.ts";
import { type Letter, Letters, writeLetter } from "./letters.ts";

const text = (data: object = {}): Text => ({ type: "text", data: { mid: "m1", text: "Hello", ...data } });
let count = 0;
/** A letter of so many bytes, with a mid that no other has unless it is given. */
function letter({ bytes = 100, ...more }: Partial<Letter> & { bytes?: number } = {}): Letter {
  const mid = `m${count++}`;
  const written = Buffer.alloc(bytes);
  return { source: "ann", target: "bob", mid, name: "Ann", address: "10.0.0.1", at: 0, written, ...more };
}
const NOTHING = { texts: 0, textBytes: 0, delivered: 0 };

let letters: Letters;
beforeEach(() => {
  letters = new Letters();
});

describe("a letter", () => {
  it("says who wrote it and when, whatever the message says of that, and keeps what is not known here", () => {
    const message = text({ name: "Eve", at: 1, source: "eve", target: "cem", later: [1] });
    const head = { source: "ann", target: "bob", mid: "m1" };
    const { written } = writeLetter(head, message, { name: "Ann", address: "10.0.0.1", at: 5 });
    expect(JSON.parse(String(written))).toEqual({
      type: "text",
      data: { ...head, text: "Hello", name: "Ann", at: 5, later: [1] },
    });
  });

  it("waits until it is delivered, and that is known for a while", () => {
    const [one, two] = [letter(), letter({ source: "cem" })];
    for (const each of [one, two]) expect(letters.keep(each)).toBe(true);
    letters.deliver({ ...one, source: "cem" }, 1);
    letters.deliver({ ...one, target: "cem" }, 1);
    letters.deliver({ ...one, mid: "another" }, 1);
    expect(letters.waitingFor("bob")).toEqual([one, two]);
    expect(letters.size.delivered).toBe(0);
    letters.deliver(one, 1);
    expect(letters.waitingFor("bob")).toEqual([two]);
    expect([letters.find(one), letters.wasDelivered(one), letters.wasDelivered(two)]).toEqual([undefined, true, false]);
    letters.expire(KEEP_TEXT);
    expect(letters.size).toEqual({ ...NOTHING, delivered: 1 });
    letters.expire(1 + KEEP_TEXT);
    expect(letters.size).toEqual(NOTHING);
  });

  it("is forgotten after ten minutes, and not a moment before", () => {
    const [one, two] = [letter(), letter({ at: 1, target: "cem" })];
    for (const each of [one, two]) letters.keep(each);
    letters.expire(KEEP_TEXT - 1);
    expect(letters.waitingFor("bob")).toEqual([one]);
    letters.expire(KEEP_TEXT);
    expect([letters.waitingFor("bob"), letters.waitingFor("cem")]).toEqual([[], [two]]);
    letters.expire(KEEP_TEXT + 1);
    expect(letters.size).toEqual(NOTHING);
  });

  it("comes after those that were written before, whoever wrote them", () => {
    const all = ["ann", "cem", "ann", "dan"].map((source, at) => letter({ source, at }));
    for (const each of all) letters.keep(each);
    expect(letters.waitingFor("bob")).toEqual(all);
  });
});

describe("room", () => {
  /** How many of these are kept. */
  const kept = (most: number, of: (n: number) => Partial<Letter> & { bytes?: number }): number =>
    Array.from({ length: most }, (_, n) => letters.keep(letter(of(n)))).filter(Boolean).length;

  it("is there for 20 of one person to another, as long as they may be, and again for each that is delivered", () => {
    const first = letter();
    letters.keep(first);
    expect(kept(30, () => ({ bytes: MAX_TEXT + 1_000 }))).toBe(MOST_TEXTS - 1);
    expect(letters.keep(letter({ target: "cem" }))).toBe(true);
    expect(letters.keep(letter({ source: "dan" }))).toBe(true);
    letters.deliver(first, 0);
    expect(kept(3, () => ({}))).toBe(1);
  });

  it("is bounded for one sender", () => {
    expect(kept(100, (n) => ({ target: `t${n}`, address: `a${n}`, bytes: 60_000 }))).toBe(16);
    expect(letters.keep(letter({ source: "dan" }))).toBe(true);
  });

  it("for a person is bounded, and no address can fill it, whatever ids it takes", () => {
    const one = kept(100, (n) => ({ source: `s${n}`, bytes: 60_000 }));
    expect(one).toBe(8);
    const all = kept(100, (n) => ({ source: `s${n}`, address: `a${n}`, bytes: 60_000 }));
    expect(one + all).toBe(32);
    expect(letters.keep(letter({ target: "cem", source: "dan" }))).toBe(true);
  });

  it("in all is bounded, and no address can fill it, whatever ids it takes", () => {
    const some = (n: number) => ({ source: `s${n}`, target: `t${n}`, bytes: 60_000 });
    expect(kept(2_000, some)).toBe(261);
    expect(kept(2_000, (n) => ({ ...some(n + 2_000), address: `a${n}` }))).toBe(1_047 - 261);
    expect(letters.size.textBytes).toBeLessThanOrEqual(64 * 1024 * 1024);
    letters.expire(KEEP_TEXT);
    expect(letters.size).toEqual(NOTHING);
  });

  it("is all theirs where everybody comes from one address", () => {
    letters = new Letters(1);
    expect(kept(100, (n) => ({ source: `s${n}`, bytes: 60_000 }))).toBe(32);
  });

  it("is taken by many small ones, too: they are more than their text", () => {
    expect(kept(5_000, (n) => ({ target: `t${n}`, bytes: 1 }))).toBe(255);
  });

  it("for what was delivered is bounded: the oldest are forgotten first", () => {
    const all = Array.from({ length: 10_001 }, () => letter());
    for (const each of all) {
      letters.keep(each);
      letters.deliver(each, 0);
    }
    expect(letters.size.delivered).toBe(10_000);
    expect([letters.wasDelivered(all[0]!), letters.wasDelivered(all[1]!)]).toEqual([false, true]);
  });
});
