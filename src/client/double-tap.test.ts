import { beforeEach, describe, expect, it } from "vitest";
import { DoubleTap } from "./double-tap.ts";

let taps: DoubleTap;
beforeEach(() => {
  taps = new DoubleTap();
});

function tap(at: number, x = 100, y = 100): boolean {
  taps.click({ x, y, at });
  return taps.isSecond();
}

function key(): boolean {
  taps.click(undefined);
  return taps.isSecond();
}

describe("taps in one place", () => {
  it("are one in quick succession, however many", () => {
    expect([tap(0), tap(120), tap(300), tap(650)]).toEqual([false, true, true, true]);
  });

  it("are several with time between them", () => {
    expect([tap(0), tap(500), tap(1_000)]).toEqual([false, false, false]);
  });

  it("need not be in the very same place", () => {
    expect([tap(0, 100, 100), tap(100, 110, 90)]).toEqual([false, true]);
  });
});

it("are several in different places, however quick", () => {
  expect([tap(0, 100, 100), tap(100, 100, 300)]).toEqual([false, false]);
});

it("what the keyboard does among them is not theirs", () => {
  expect([tap(0), key(), key(), tap(200), tap(300)]).toEqual([false, false, false, false, true]);
});

it("the first must have done something", () => {
  // It closed a dialog, say, and the second falls on what was under it.
  taps.click({ x: 100, y: 100, at: 0 });
  expect(tap(150)).toBe(false);
});
