/** How much slower this machine is at the moment than a quiet one: the unit in which the tests' time limits are measured. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Digests 64 MiB, which takes a quiet machine about `QUIET` milliseconds beside the start of Node. */
const WORK = `const hash = require("crypto").createHash("sha256"); const block = Buffer.alloc(65536);
for (let n = 0; n < 1024; n++) hash.update(block);`;
const QUIET = 220;
/** A slower machine than this is out of order, and limits of hours would hide it. */
const SLOWEST = 8;

/**
 * Measures the pace: 1 on a quiet machine, 2 where the same work takes twice as long. Keeps every processor busy for about
 * 0.3 s, since the tests' browsers do so, too. Never below 1, at most 8.
 * @returns {Promise<number>}
 */
export async function measurePace() {
  const start = performance.now();
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  return Math.min(SLOWEST, Math.max(1, (performance.now() - start) / QUIET));
}

/** @returns {Promise<void>} */
function work() {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, ["-e", WORK], { stdio: "ignore" })
      .once("error", reject)
      .once("exit", () => resolve());
  });
}
