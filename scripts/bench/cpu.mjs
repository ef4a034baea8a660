/** How much processor time a server has used. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ask } from "./ask.mjs";

/** USER_HZ: the ticks of /proc in a second, whatever the kernel's own (proc(5)). */
const TICKS = 100;
/** Quiet is who uses less than this of a processor, for this long; both in milliseconds. */
const QUIET = { use: 20, within: 400 };
const QUIET_AT_LAST = 120_000;

/**
 * User and system time since the process began, in milliseconds: from the system on Linux, elsewhere by asking the process.
 * @param {import("node:child_process").ChildProcess} child with probe.mjs in it
 * @returns {Promise<number>}
 */
export async function cpuOf(child) {
  if (process.platform !== "linux") return ask(child, "cpu");
  return parseStat(readFileSync(`/proc/${child.pid}/stat`, "latin1"));
}

/**
 * @param {string} stat the text of /proc/PID/stat (proc(5): utime and stime are its fields 14 and 15)
 * @returns {number} user and system time in milliseconds
 */
export function parseStat(stat) {
  // The second field is the name in parentheses, and may hold anything.
  const [, , , , , , , , , , , utime, stime] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(utime) + Number(stime)) * 1000) / TICKS;
}

/**
 * Wait until it has done what it was told; with very many people it never rests altogether.
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} [atMost] in milliseconds
 */
export async function quiet(child, atMost = QUIET_AT_LAST) {
  const until = Date.now() + atMost;
  for (let before = await cpuOf(child); Date.now() < until;) {
    await wait(QUIET.within);
    const now = await cpuOf(child);
    if (now - before < QUIET.use) return;
    before = now;
  }
}
