import { beforeEach, describe, expect, it } from "vitest";
import { DoubleTap } from "./double-tap.ts";

let taps: DoubleTap;
beforeEach(() => {
  taps = new DoubleTap();
});

/** A tap that takes 50 ms from coming down to what it does. */
function tap(at: number, x = 100, y = 100): boolean {
  taps.down({ x, y, at });
  return taps.isSecond(at + 50);
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

it("what the keyboard does after them is not theirs", () => {
  expect([tap(0), taps.isSecond(100), tap(200), taps.isSecond(700)]).toEqual([false, false, true, false]);
});

it("the first must have done something", () => {
  // It closed a dialog, say, and the second falls on what was under it.
  taps.down({ x: 100, y: 100, at: 0 });
  expect(tap(150)).toBe(false);
});
