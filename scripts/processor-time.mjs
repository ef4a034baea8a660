/** The processor time of a process and of all that descend from it, as Linux counts it; nothing is known elsewhere. */
import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second in /proc: USER_HZ, which is 100 on every Linux that Node runs on (proc(5)). */
const TICKS = 100;
/** How often a watch looks, in milliseconds. A process that begins and ends between two looks is not counted. */
const LOOK = 400;

/** @typedef {{parent: number, own: number, ended: number}} Process `own` ticks, and those of children that have `ended` */

/** @returns {Process | undefined} nothing if the process has just ended */
function read(/** @type {string} */ pid) {
  try {
    // The command's name, in parentheses, may hold anything: fields are counted from its end on (proc(5), /proc/pid/stat).
    const [, fields = ""] = /\) (.*)/su.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const numbers = fields.split(" ").map(Number);
    const sum = (/** @type {number} */ from) => (numbers[from] ?? 0) + (numbers[from + 1] ?? 0);
    return { parent: numbers[1] ?? 0, own: sum(11), ended: sum(13) };
  } catch {
    return undefined;
  }
}

/** @returns {[pid: number, process: Process][]} this process and all that descend from it at this moment */
function family(/** @type {number} */ root) {
  /** @type {Map<number, Process>} */
  const all = new Map();
  for (const name of readdirSync("/proc")) {
    const found = /^\d+$/u.test(name) ? read(name) : undefined;
    if (found) all.set(Number(name), found);
  }
  const descends = (/** @type {number} */ pid) => {
    for (let at = pid; at > 0; at = all.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...all].filter(([pid]) => descends(pid));
}

/**
 * The processor time so far of a process, its living descendants, and their ended children, in seconds.
 * @returns {number | undefined}
 */
export function processorTime(pid = process.pid) {
  if (process.platform !== "linux") return undefined;
  return family(pid).reduce((sum, [, { own, ended }]) => sum + own + ended, 0) / TICKS;
}

/**
 * Watches a process and all that descend from it, also those that nobody waits for at their end, such as a browser's.
 * @returns {() => number | undefined} ends the watch, and gives the processor time in seconds
 */
export function watchProcessorTime(/** @type {number | undefined} */ pid) {
  if (process.platform !== "linux" || pid === undefined) return () => undefined;
  /** @type {Map<number, number>} */
  const seen = new Map();
  const look = () => {
    for (const [member, { own }] of family(pid)) seen.set(member, own);
  };
  const timer = setInterval(look, LOOK);
  return () => {
    clearInterval(timer);
    return [...seen.values()].reduce((sum, ticks) => sum + ticks, 0) / TICKS;
  };
}
