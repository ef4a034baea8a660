import { describe, expect, it } from "vitest";
import { Fanout } from "./fanout.ts";
import { inSlices } from "./slices.ts";

/** Turns that a test takes one by one, in a time of its own: each look at the clock takes a millisecond. */
class Turns {
  #now = 0;
  readonly waiting: (() => void)[] = [];
  readonly later = (act: () => void): void => void this.waiting.push(act);
  readonly now = (): number => this.#now++;

  next(): void {
    this.waiting.shift()?.();
  }

  all(): void {
    while (this.waiting.length > 0) this.next();
  }
}

function fanout() {
  const turns = new Turns();
  const heard = new Map<number, string[]>();
  const to = new Fanout<number>((listener, frame) => {
    heard.set(listener, [...(heard.get(listener) ?? []), frame.toString()]);
  }, turns);
  return { turns, heard, to };
}

describe("slices", () => {
  it("do something for each, with turns for others in between", () => {
    const turns = new Turns();
    const done: number[] = [];
    let ended = false;
    inSlices(
      Array(1_000).keys(),
      (n) => done.push(n),
      () => (ended = true),
      turns,
    );
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(200);
    expect(turns.waiting).toHaveLength(1);
    turns.all();
    expect(done).toEqual([...Array(1_000).keys()]);
    expect(ended).toBe(true);
  });
});

describe("a fan-out", () => {
  it("reaches everyone who listens, in the order of what was said, a few at a time", () => {
    const { turns, heard, to } = fanout();
    for (let n = 0; n < 1_000; n++) to.add(n);
    to.publish(Buffer.from("one"));
    expect(heard.size).toBeLessThan(200);
    to.publish(Buffer.from("two"));
    turns.all();
    expect(heard.size).toBe(1_000);
    for (const frames of heard.values()) expect(frames).toEqual(["one", "two"]);
    to.publish(Buffer.from("three"));
    turns.all();
    expect(heard.get(999)).toEqual(["one", "two", "three"]);
  });

  it("tells nobody what was said before they listened, or after they left", () => {
    const { turns, heard, to } = fanout();
    for (let n = 0; n < 1_000; n++) to.add(n);
    to.publish(Buffer.from("one"));
    to.add(1_000);
    to.delete(999);
    turns.all();
    expect(heard.has(1_000)).toBe(false);
    expect(heard.has(999)).toBe(false);
    to.publish(Buffer.from("two"));
    turns.all();
    expect(heard.get(1_000)).toEqual(["two"]);
  });

  it("brings up to date whoever is told something else first, and says nothing twice", () => {
    const { turns, heard, to } = fanout();
    for (let n = 0; n < 1_000; n++) to.add(n);
    to.publish(Buffer.from("one"));
    to.publish(Buffer.from("two"));
    to.catchUp(999);
    expect(heard.get(999)).toEqual(["one", "two"]);
    turns.all();
    expect(heard.get(999)).toEqual(["one", "two"]);
  });

  it("leaves one out", () => {
    const { turns, heard, to } = fanout();
    for (const n of [1, 2]) to.add(n);
    to.publish(Buffer.from("of one"), 1);
    to.publish(Buffer.from("of nobody"));
    turns.all();
    expect(heard.get(1)).toEqual(["of nobody"]);
    expect(heard.get(2)).toEqual(["of one", "of nobody"]);
  });

  it("rests when nobody listens", () => {
    const { turns, to } = fanout();
    to.publish(Buffer.from("one"));
    expect(turns.waiting).toEqual([]);
    to.add(1);
    to.catchUp(1);
    expect(to.size).toBe(1);
  });
});
