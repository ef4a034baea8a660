import { describe, expect, it } from "vitest";
import { Bucket } from "./bucket.ts";
import { Buckets } from "./buckets.ts";

const allowance = { rate: 2, burst: 3 };

describe("a bucket", () => {
  it("gives a burst, and then so many a second", () => {
    const bucket = new Bucket(allowance, 0);
    const takes = (now: number) => bucket.take(now);
    expect([0, 0, 0, 0].map(takes)).toEqual([true, true, true, false]);
    expect([499, 500, 500, 1_000, 1_000].map(takes)).toEqual([false, true, false, true, false]);
  });

  it("gives at most a burst after however long a pause", () => {
    const bucket = new Bucket(allowance, 0);
    expect([0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true]);
    expect(bucket.isFull(1_499)).toBe(false);
    expect(bucket.isFull(1_500)).toBe(true);
    expect([1e6, 1e6, 1e6, 1e6].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
  });

  it("takes nothing for what it does not give", () => {
    const bucket = new Bucket(allowance, 0);
    expect(bucket.take(0, 4)).toBe(false);
    expect(bucket.take(0, 3)).toBe(true);
  });

  it("gives nothing for a clock that was set back, and goes on from there", () => {
    const bucket = new Bucket(allowance, 10_000);
    bucket.take(10_000, 3);
    expect(bucket.take(5_000)).toBe(false);
    expect(bucket.take(5_500)).toBe(true);
  });
});

describe("buckets by name", () => {
  it("are apart from each other", () => {
    const buckets = new Buckets({ rate: 1, burst: 1 });
    expect(["ann", "ann", "bob"].map((name) => buckets.take(name, 0))).toEqual([true, false, true]);
    buckets.forget("ann");
    expect(buckets.take("ann", 0)).toBe(true);
  });

  it("are kept only while something is missing from them", () => {
    const buckets = new Buckets({ rate: 1, burst: 1 });
    buckets.take("ann", 0);
    buckets.take("bob", 500);
    buckets.tick(1_000);
    expect(buckets.size).toBe(1);
    expect(buckets.take("bob", 1_000)).toBe(false);
  });

  it("are bounded, however many names there are", () => {
    const buckets = new Buckets({ rate: 1, burst: 1 });
    for (let n = 0; n < 100_100; n++) buckets.take(`n${n}`, 0);
    expect(buckets.size).toBe(100_000);
    expect(buckets.take("n100099", 0)).toBe(false);
  });
});
