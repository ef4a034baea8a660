/** Runs of all servers by turns, so that whatever else the machine does disturbs them alike. */
import { NAMES } from "./contenders.mjs";
import { RUNS } from "./sizes.mjs";

/** In this order in each run; the floor twice, to see how far one measurement is from the next of the same. */
const COLUMNS = /** @type {const} */ ({ floor: "floor", ours: "ours", again: "floor", peerjs: "peerjs" });

/** @typedef {keyof typeof COLUMNS} Column */

export const COLUMN_KEYS = /** @type {Column[]} */ (Object.keys(COLUMNS));
export const HEADS = { ...NAMES, again: "floor again" };

/**
 * @template T
 * @param {(kind: import("./contenders.mjs").Kind) => Promise<T>} measure
 * @param {number} [runs]
 * @returns {Promise<Record<Column, T[]>>} what it says of each, run by run
 */
export async function interleaved(measure, runs = RUNS) {
  /** @type {Record<Column, T[]>} */
  const results = { floor: [], ours: [], again: [], peerjs: [] };
  for (let run = 0; run < runs; run++)
    for (const column of COLUMN_KEYS) results[column].push(await measure(COLUMNS[column]));
  return results;
}
