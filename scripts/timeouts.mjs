/**
 * The only time limits of the tests, in milliseconds. They end a test that hangs; none of them is a claim about speed. All
 * grow with `TEST_PACE`, which each stage measures at its start (`pace.mjs`), so that a busy machine fails no test.
 */

const PACE = Math.max(1, Number(process.env["TEST_PACE"] ?? 1) || 1);

/**
 * A span of time that the product promises, on this machine at its present pace.
 * @param {number} ms on a quiet machine
 */
export const paced = (ms) => ms * PACE;

/** For what a page, a server or a socket does at once. */
export const REACTION = 10_000 * PACE;
/** For a process or a page to start: a server, a browser, the first load. */
export const STARTUP = 20_000 * PACE;
/** For work of many seconds: a large file, a lost connection, a second browser engine. */
export const WORK = 60_000 * PACE;
/** For one whole test with all its steps, and for a hook around it. */
export const TEST = 120_000 * PACE;
