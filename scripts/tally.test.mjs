import { describe, expect, it } from "vitest";
import { counts, dearest, judge } from "./tally.mjs";

/** @returns {import("./tally.mjs").Tested} */
const test = (/** @type {Partial<import("./tally.mjs").Tested>} */ more = {}) => ({
  name: "a test",
  file: "a.test.ts",
  state: "passed",
  stage: "e2e",
  browsers: true,
  ...more,
});
const unsteady = test({ state: "failed", again: "passed" });

describe("counts", () => {
  it("counts each state", () => {
    const tests = [test(), test(), test({ state: "failed" }), test({ state: "skipped", reason: "no certutil" })];
    expect(counts(tests)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });
});

describe("judge", () => {
  it("keeps a test that failed twice, or was never run again, a failure", () => {
    const twice = test({ state: "failed", again: "failed" });
    const once = test({ state: "failed" });
    expect(judge([twice, once, test()], true)).toEqual({ failed: [twice, once], unsteady: [], forgiven: [] });
  });

  it("forgives no unsteady test but on the build server", () => {
    expect(judge([unsteady], false)).toEqual({ failed: [], unsteady: [unsteady], forgiven: [] });
    expect(judge([unsteady], true).forgiven).toEqual([unsteady]);
  });

  it("forgives two at most, and none of a stage without browsers", () => {
    const unit = test({ state: "failed", again: "passed", stage: "unit", browsers: false });
    const { unsteady: all, forgiven } = judge([unit, unsteady, unsteady, unsteady], true);
    expect(all).toHaveLength(4);
    expect(forgiven).toEqual([unsteady, unsteady]);
  });
});

describe("dearest", () => {
  it("sorts by processor time where it is known, else by seconds, and shows ten", () => {
    const many = Array.from({ length: 20 }, (_, n) => test({ name: `test ${n}`, seconds: n, processor: 100 - n }));
    const table = dearest([...many, test({ name: "unit", seconds: 99.5 })]).split("\n");
    expect(table).toHaveLength(11);
    expect(table[1]).toMatch(/0\.0 +100\.0 +e2e +test 0$/u);
    expect(table[2]).toMatch(/99\.5 +e2e +unit$/u);
  });
});
