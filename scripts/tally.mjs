/** Counts and judges the outcomes of tests. Pure. */

/** @typedef {import("./reporters.mjs").Outcome} Outcome */
/** A test of a run: `again` is its second outcome, if it failed at first and was run once more by itself. */
/** @typedef {Outcome & {again?: "passed" | "failed", stage: string, browsers: boolean}} Tested */

/** So many unsteady tests of the stages with browsers are forgiven on the build server, whose machine is not ours. */
export const MOST_FORGIVEN = 2;
/** How many tests the table of the dearest holds. */
const ROWS = 10;

/** @returns {{passed: number, failed: number, skipped: number}} */
export function counts(/** @type {readonly Outcome[]} */ tests) {
  const of = (/** @type {Outcome["state"]} */ wanted) => tests.filter(({ state }) => state === wanted).length;
  return { passed: of("passed"), failed: of("failed"), skipped: of("skipped") };
}

/**
 * Tells those that failed for good from the unsteady ones, which passed when they were run again. An unsteady test has
 * failed, too, but `lenient` forgives two of the stages with browsers.
 * @param {readonly Tested[]} tests
 * @param {boolean} lenient
 * @returns {{failed: Tested[], unsteady: Tested[], forgiven: Tested[]}}
 */
export function judge(tests, lenient) {
  const all = tests.filter(({ state }) => state === "failed");
  const unsteady = all.filter(({ again }) => again === "passed");
  const forgiven = lenient ? unsteady.filter(({ browsers }) => browsers).slice(0, MOST_FORGIVEN) : [];
  return { failed: all.filter(({ again }) => again !== "passed"), unsteady, forgiven };
}

/** A table of the tests that cost most: by processor time where that is known, else by seconds. */
export function dearest(/** @type {readonly Tested[]} */ tests) {
  const cost = (/** @type {Tested} */ { processor, seconds = 0 }) => processor ?? seconds;
  const rows = [...tests].sort((a, b) => cost(b) - cost(a)).slice(0, ROWS);
  const lines = rows.map(({ seconds = 0, processor, stage, name }) =>
    [number(seconds), processor === undefined ? "      " : number(processor), stage.padEnd(10), name].join("  "),
  );
  return ["The dearest tests: seconds, seconds of processor time", ...lines].join("\n");
}

const number = (/** @type {number} */ value) => value.toFixed(1).padStart(6);
