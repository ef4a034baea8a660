import { beforeEach, describe, expect, it } from "vitest";
import { KEEP_MISSED, KEEP_TOLD, Missed, type MissedCall } from "./missed.ts";

let missed: Missed;
beforeEach(() => {
  missed = new Missed();
});

describe("missed calls", () => {
  const call = (n: number, at = 0) => ({ source: `p${n}`, name: `P${n}`, at });

  it("are the latest 20, oldest first", () => {
    for (let n = 0; n < 25; n++) missed.add("bob", call(n));
    expect(missed.tell("bob", 0)).toEqual(Array.from({ length: 20 }, (_, n) => call(n + 5)));
  });

  it("are told again for a short while only", () => {
    missed.add("bob", call(1));
    expect(missed.tell("bob", 5)).toEqual([call(1)]);
    // Each time counts from the first.
    expect(missed.tell("bob", 4 + KEEP_TOLD)).toEqual([call(1)]);
    expect(missed.tell("bob", 5 + KEEP_TOLD)).toEqual([]);
    missed.expire(5 + KEEP_TOLD);
    expect(missed.size).toBe(0);
    expect(missed.tell("ann", 0)).toEqual([]);
    expect(missed.size).toBe(0);
  });

  it("are one, however often it comes to nothing", () => {
    missed.add("bob", { ...call(1), call: "c1" });
    missed.add("bob", { ...call(1, 7), call: "c1" });
    expect(missed.tell("bob", 7)).toEqual([{ ...call(1, 7), call: "c1" }]);
  });

  it("are forgotten after a while", () => {
    missed.add("bob", call(1, 0));
    missed.add("bob", call(2, 1));
    missed.expire(KEEP_MISSED);
    expect(missed.tell("bob", KEEP_MISSED)).toEqual([call(2, 1)]);
    missed.add("bob", call(3, 0));
    missed.expire(KEEP_MISSED + 1);
    expect(missed.size).toBe(0);
  });

  it("hold no more than who called and when", () => {
    missed.add("bob", { ...call(1), call: "c1", secret: 1 } as MissedCall);
    expect(missed.tell("bob", 5)).toEqual([{ ...call(1), call: "c1" }]);
  });

  it("of one caller are bounded, so that nobody fills the room", () => {
    for (let n = 0; n < 200; n++) missed.add(`q${n}`, call(1));
    expect(missed.size).toBe(100);
    missed.add("q0", call(2));
    expect(missed.tell("q0", 0)).toHaveLength(2);
    missed.expire(KEEP_MISSED);
    expect(missed.size).toBe(0);
    missed.add("q0", call(1));
    expect(missed.size).toBe(1);
  });

  it("are bounded", () => {
    for (let n = 0; n < 10_100; n++) missed.add(`p${n}`, call(n));
    expect(missed.size).toBe(10_000);
  });
});
