/**
 * The only time limits of the tests, in milliseconds. They end a test that hangs; none of them is a claim about speed. All
 * grow with `TEST_PACE`, which each stage measures at its start (`pace.mjs`), so that a busy machine fails no test.
 */

const PACE = Math.max(1, Number(process.env["TEST_PACE"] ?? 1) || 1);

/**
 * A span of time that the product promises, on this machine at its present pace: a whole number, as Node's servers want
 * it.
 * @param {number} ms on a quiet machine
 */
export const paced = (ms) => Math.ceil(ms * PACE);

/** For what a page, a server or a socket does at once. */
export const REACTION = paced(10_000);
/** For a process or a page to start: a server, a browser, the first load. */
export const STARTUP = paced(20_000);
/** For work of many seconds: a large file, a lost connection, a second browser engine. */
export const WORK = paced(60_000);
/** For one whole test with all its steps, and for a hook around it. */
export const TEST = paced(120_000);
