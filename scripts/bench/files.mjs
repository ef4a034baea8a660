/** Files from one page to the other: how fast, against a bare data channel between the same pages; and what a call beside them suffers. */
import { startServer } from "../server.mjs";
import { bareLoop } from "./files-bare.mjs";
import { callBeside } from "./files-call.mjs";
import { handOver } from "./files-handed.mjs";
import { withPeople } from "./files-people.mjs";
import { FILE, RUNS } from "./sizes.mjs";
import { ratios, spread, table } from "./statistics.mjs";

const MB = 1e6;
const KIB = 1024;
const SIZE = FILE * MB;
/** The floor, and what it is with other messages and more channels. */
const LOOPS = {
  "bare channel, messages of 256 KiB": { channels: 1, message: 256 * KIB },
  "64 KiB": { channels: 1, message: 64 * KIB },
  "16 KiB": { channels: 1, message: 16 * KIB },
  "256 KiB, 2 channels": { channels: 2, message: 256 * KIB },
  "256 KiB, 4 channels": { channels: 4, message: 256 * KIB },
};
const [FLOOR = ""] = Object.keys(LOOPS);

export async function files() {
  const server = await startServer();
  try {
    await withPeople(server.url, speed);
    await withPeople(server.url, callBeside);
  } finally {
    await server.stop();
  }
}

/** By turns, so that whatever else the machine does disturbs all alike. */
async function speed(/** @type {import("./files-people.mjs").People} */ { ada, bob, cleo }) {
  /** In MB a second. @type {Record<string, number[]>} */
  const speeds = {};
  const note = (/** @type {string} */ what, /** @type {number} */ bytes) => void (speeds[what] ??= []).push(bytes / MB);
  // Whatever is made once is made before.
  await bareLoop(ada, bob, { channels: 1, message: 256 * KIB, size: SIZE / 10 });
  for (let run = 0; run < RUNS; run++) {
    for (const [what, loop] of Object.entries(LOOPS)) note(what, await bareLoop(ada, bob, { ...loop, size: SIZE }));
    note("a file, checked, onto the disk", await handOver(ada, bob, "Bob", SIZE));
    note("a file, checked, into memory", await handOver(ada, cleo, "Cleo", SIZE));
    note("bare channel again", await bareLoop(ada, bob, { channels: 1, message: 256 * KIB, size: SIZE }));
  }
  const floor = speeds[FLOOR] ?? [];
  const rows = Object.entries(speeds).map(([what, all]) => [what, spread(all, 1), spread(ratios(all, floor))]);
  table(`${FILE} MB from one page to the other: median of ${RUNS} (least to most)`, [
    ["", "MB/s", "of the bare channel"],
    ...rows,
  ]);
}
