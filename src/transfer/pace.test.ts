import { describe, expect, it } from "vitest";
import { judged, type Pace, PACE, spend, unlimited, worse } from "./pace.ts";

/** How many bytes go in so many milliseconds, in messages of 16 KiB. */
function sentIn(pace: Pace, ms: number): number {
  let bytes = 0;
  let now = pace.at;
  const end = now + ms;
  while (now < end) {
    const spent = spend(pace, 16_384, now);
    if (typeof spent === "number") {
      expect(spent).toBeGreaterThan(0);
      now += spent;
    } else {
      pace = spent;
      bytes += 16_384;
    }
  }
  return bytes;
}

describe("the pace", () => {
  it("has no limit without a call", () => {
    expect(spend(judged(unlimited, "free", 5), 2 ** 30, 5)).toBe(unlimited);
  });

  it("begins low in a call, and is free again after it", () => {
    const pace = judged(unlimited, "call", 1_000);
    expect(pace.rate).toBe(PACE.start);
    expect(judged(pace, "free", 1_001).rate).toBeUndefined();
  });

  it("lets the rate through, no more and hardly less", () => {
    const pace = judged(unlimited, "call", 0);
    const sent = sentIn(pace, 10_000) / 10;
    expect(sent).toBeGreaterThan(PACE.start * 0.95);
    expect(sent).toBeLessThan(PACE.start * 1.05);
  });

  it("rises slowly while the call is fine, once a second", () => {
    let pace = judged(unlimited, "call", 0);
    for (let now = 0; now <= 10_000; now += 10) pace = judged(pace, "call", now);
    expect(pace.rate).toBe(PACE.start + 10 * PACE.step);
  });

  it("is halved when the call suffers, but never below the floor", () => {
    let pace = judged(unlimited, "call", 0);
    pace = judged(pace, "suffering", 1_000);
    expect(pace.rate).toBe(PACE.start / 2);
    expect(judged(pace, "suffering", 1_500).rate).toBe(PACE.start / 2);
    for (let now = 2_000; now < 60_000; now += 1_000) pace = judged(pace, "suffering", now);
    expect(pace.rate).toBe(PACE.floor);
    expect(sentIn(pace, 10_000)).toBeGreaterThan(PACE.floor * 9);
  });

  it("is that of the side whose call gets on worse", () => {
    expect(worse("free", "suffering")).toBe("suffering");
    expect(worse("call", "free")).toBe("call");
  });
});
