/** Files from one page to the other: how fast, against a bare data channel between the same pages; and what a call beside them suffers. */
import { startServer } from "../server.mjs";
import { bareLoop } from "./files-bare.mjs";
import { callBeside } from "./files-call.mjs";
import { handOver } from "./files-handed.mjs";
import { withPeople } from "./files-people.mjs";
import { FILE, RUNS } from "./sizes.mjs";
import { spread, table } from "./statistics.mjs";

const MB = 1e6;
const KIB = 1024;
const SIZE = FILE * MB;
/** The floor; and the same with other messages and more channels, which is measured with a part of the bytes. */
const FLOOR = { channels: 1, message: 256 * KIB };
const OTHERS = {
  "64 KiB": { channels: 1, message: 64 * KIB },
  "16 KiB": { channels: 1, message: 16 * KIB },
  "256 KiB, 2 channels": { channels: 2, message: 256 * KIB },
  "256 KiB, 4 channels": { channels: 4, message: 256 * KIB },
};
const PART = SIZE / 10;

export async function files() {
  const server = await startServer();
  try {
    await withPeople(server.url, speed);
    await withPeople(server.url, callBeside);
  } finally {
    await server.stop();
  }
}

async function speed(/** @type {import("./files-people.mjs").People} */ { ada, bob, cleo }) {
  const bare = (/** @type {import("./files-bare.mjs").Way} */ way, size = SIZE) => bareLoop(ada, bob, { ...way, size });
  // Whatever is made once is made before.
  await bare(FLOOR, PART);
  const files = await against(() => bare(FLOOR), {
    "a file, checked, onto the disk": () => handOver(ada, bob, "Bob", SIZE),
    "a file, checked, into memory": () => handOver(ada, cleo, "Cleo", SIZE),
  });
  report(FILE, files);
  const others = Object.entries(OTHERS).map(([what, way]) => [what, () => bare(way, PART)]);
  report(PART / MB, await against(() => bare(FLOOR, PART), Object.fromEntries(others)));
}

/**
 * Each between two runs of the floor, and told as a part of what those made: whatever else the machine does disturbs all alike.
 * @param {() => Promise<number>} floor bytes a second
 * @param {Record<string, () => Promise<number>>} contenders
 * @returns {Promise<string[][]>} rows of a table
 */
async function against(floor, contenders) {
  const floors = [await floor()];
  /** @type {Record<string, {speeds: number[], parts: number[]}>} */
  const found = Object.fromEntries(Object.keys(contenders).map((what) => [what, { speeds: [], parts: [] }]));
  for (let run = 0; run < RUNS; run++)
    for (const [what, contend] of Object.entries(contenders)) {
      const speed = await contend();
      const before = floors.at(-1) ?? NaN;
      const after = await floor();
      floors.push(after);
      found[what]?.speeds.push(speed);
      found[what]?.parts.push(speed / ((before + after) / 2));
    }
  const mb = (/** @type {number[]} */ speeds) =>
    spread(
      speeds.map((speed) => speed / MB),
      1,
    );
  return [
    ["bare channel, messages of 256 KiB", mb(floors), ""],
    ...Object.entries(found).map(([what, { speeds, parts }]) => [what, mb(speeds), spread(parts)]),
  ];
}

function report(/** @type {number} */ megabytes, /** @type {string[][]} */ rows) {
  table(`${megabytes} MB from one page to the other: median of ${RUNS} (least to most)`, [
    ["", "MB/s", "of the bare channel"],
    ...rows,
  ]);
}
