/** Where a server's processor time goes, by function: for whoever wants to make it faster (`BENCH_PROFILE=1`). */
import { table } from "./statistics.mjs";

const ROWS = 30;

/** @typedef {{id: number, callFrame: {functionName: string, url: string, lineNumber: number}}} Node */

/**
 * @param {string} name of the server
 * @param {{nodes: Node[], samples?: number[], timeDeltas?: number[]}} profile of V8's own kind
 * @param {number} messages that were handled in that time
 */
export function printProfile(name, { nodes, samples = [], timeDeltas = [] }, messages) {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  /** In microseconds. @type {Map<string, number>} */
  const own = new Map();
  for (const [at, id] of samples.entries()) {
    const called = names.get(id) ?? "";
    own.set(called, (own.get(called) ?? 0) + (timeDeltas[at] ?? 0));
  }
  own.delete("(idle)");
  const total = [...own.values()].reduce((sum, time) => sum + time, 0);
  const rows = [...own].sort(([, a], [, b]) => b - a).slice(0, ROWS);
  table(`Where it goes, ${name}: ${(total / messages).toFixed(1)} µs a message, by function (own time)`, [
    ["function", "µs", "%"],
    ...rows.map(([called, time]) => [called, (time / messages).toFixed(2), ((100 * time) / total).toFixed(1)]),
  ]);
}

function nameOf(/** @type {Node["callFrame"]} */ { functionName, url, lineNumber }) {
  if (url === "") return functionName;
  return `${functionName || "(anonymous)"} ${url.replace(/^.*\/(?=[^/]*\/[^/]*$)/, "")}:${lineNumber + 1}`;
}
