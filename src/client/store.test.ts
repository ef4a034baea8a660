import { describe, expect, it } from "vitest";
import { Store } from "./store.ts";

describe("a store", () => {
  it("replaces fields, and tells everyone in the order in which they came", () => {
    const store = new Store({ a: 1, b: 1 });
    const told: unknown[] = [];
    store.subscribe((value) => told.push(["first", value]));
    store.subscribe((value) => told.push(["second", value]));
    const before = store.value;
    store.set({ b: 2 });
    expect(told).toEqual([
      ["first", { a: 1, b: 2 }],
      ["second", { a: 1, b: 2 }],
    ]);
    expect(store.value).not.toBe(before);
    expect(before).toEqual({ a: 1, b: 1 });
  });

  it("tells nobody who left, even if they leave while being told", () => {
    const store = new Store({ a: 1 });
    const told: number[] = [];
    const leave = store.subscribe(({ a }) => {
      told.push(a);
      leave();
    });
    store.subscribe(({ a }) => told.push(10 * a));
    store.set({ a: 2 });
    store.set({ a: 3 });
    expect(told).toEqual([2, 20, 30]);
  });

  it("shows everyone the latest value last, when one of them changes it", () => {
    const store = new Store({ a: 1 });
    const told: number[] = [];
    store.subscribe(({ a }) => {
      if (a === 2) store.set({ a: 3 });
    });
    store.subscribe(({ a }) => told.push(a));
    store.set({ a: 2 });
    expect(told.at(-1)).toBe(3);
    expect(told).not.toContain(2);
  });
});
