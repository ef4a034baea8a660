/** How much is measured; `BENCH_JOINS=100 npm run bench -- joins` measures less. */

export const RUNS = size("RUNS", 7);
/** Of relay: pairs of people, offers in a run, and for how long latency is measured in a run, in seconds. */
export const PAIRS = size("PAIRS", 50);
export const OFFERS = size("OFFERS", 30_000);
export const SECONDS = size("SECONDS", 3);
/** People who join one after another, who are there at once, and who return after a restart. */
export const JOINS = size("JOINS", 1000);
export const CROWD = size("CROWD", 10_000);
export const RETURNING = size("RETURNING", 2000);
/** What is handed over in files, in MB. */
export const FILE = size("FILE", 500);
/** How often each server is killed. */
export const RESTARTS = size("RESTARTS", 3);

/**
 * @param {string} name
 * @param {number} usual
 * @throws {Error} it is set, but to no whole number above 0
 */
function size(name, usual) {
  const value = process.env[`BENCH_${name}`] || String(usual);
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new Error(`BENCH_${name} is ${JSON.stringify(value)}; it must be a whole number above 0`);
}
