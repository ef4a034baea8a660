/** Ten thousand people at once: the memory of each, and what happens when one of them changes their name. */
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ask } from "./ask.mjs";
import { NAMES, withContenders, withLoad } from "./contenders.mjs";
import { quiet } from "./cpu.mjs";
import { CROWD, RUNS } from "./sizes.mjs";
import { spread, table } from "./statistics.mjs";

/** KiB of each, seconds until all know, and milliseconds. */
const GOALS = { memory: 36, reached: 1, blocked: 50 };
/** People who come and go before, so that the server is warm; at most a tenth of the crowd. */
const WARM_UP = 500;
/** As many handshakes wait at a time. */
const AT_ONCE = 200;
/** Longer than from one beat of the server to the next, in milliseconds. */
const REST = 12_000;
/** How long the server may need to do what it was told, in milliseconds: there are always some who say that they are there. */
const SETTLE = 5_000;
/** Files that a process opens besides sockets. */
const OTHERS = 200;

/** @typedef {{rss: number, heap: number, external: number}} Memory */

export async function crowd() {
  const count = Math.min(CROWD, openFiles() - OTHERS);
  if (count < CROWD) console.log(`\nOnly ${count} of ${CROWD} people: raise the limit of open files (ulimit -n).`);
  const first = Math.min(WARM_UP, Math.ceil(count / 10));
  await withContenders(async (servers) => {
    const rows = [];
    // One server is full at a time, and the people of each have a process of their own: memory is for one crowd.
    for (const kind of /** @type {const} */ (["floor", "ours"])) {
      const { url, child } = servers[kind];
      const result = await withLoad(async (load) => {
        const here = { kind, url, room: "all", atOnce: AT_ONCE };
        await ask(load, "gatherCrowd", { ...here, count: first });
        await ask(load, "disperseCrowd");
        await quiet(child, SETTLE);
        /** @type {Memory} */
        const empty = await ask(child, "memory");
        const seconds = await ask(load, "gatherCrowd", { ...here, count });
        await quiet(child, SETTLE);
        /** @type {Memory} */
        const full = await ask(child, "memory");

        const renames = [];
        for (let run = 0; run < RUNS; run++) {
          await ask(load, "betweenBeats");
          await ask(child, "watch");
          const reached = (await ask(load, "rename", `Renamed ${run}`)) / 1000;
          renames.push({ reached, ...(await ask(child, "blocked")) });
          await quiet(child, SETTLE);
        }
        await ask(child, "watch");
        await wait(REST);
        const rest = await ask(child, "blocked");
        const { refused, cut } = await ask(load, "turnedAway");
        // Before those who are connected: else it would tell each of the others that one is away.
        await servers[kind].stop();
        return { empty, full, seconds, renames, rest, refused, cut };
      });
      const { empty, full, seconds, renames, rest, refused, cut } = result;
      const each = (/** @type {keyof Memory} */ what) => ((full[what] - empty[what]) / 1024 / count).toFixed(1);
      const of = (/** @type {"reached" | "blocked" | "computing"} */ what) => renames.map((rename) => rename[what]);
      rows.push([
        NAMES[kind],
        each("rss"),
        each("heap"),
        each("external"),
        spread(of("reached")),
        spread(of("blocked"), 0),
        spread(of("computing"), 0),
        `${rest.blocked.toFixed(0)}, ${rest.computing.toFixed(0)}`,
        seconds.toFixed(1),
        `${refused}, ${cut}`,
      ]);
    }
    table(
      `Crowd: ${count} people at once. Memory of each, in KiB: of the process, after all was quiet and what nobody holds any more was collected, less what it was
when ${first} people had come and gone. One new name reaches all others: seconds until then, and milliseconds for which the event loop was blocked at
most meanwhile, without collections, and the most that was spent on computing (which other programs of this computer do not add to); median of
${RUNS} (least to most). The same two at rest: in ${REST / 1000} s in which nobody did anything but say that they are there`,
      [
        [
          "",
          "KiB",
          "in heap",
          "external",
          "name reached all",
          "blocked",
          "computing",
          "at rest",
          "s until all had joined",
          "turned away, cut off",
        ],
        ...rows,
        [
          "goal",
          `at most ${GOALS.memory}`,
          "",
          "",
          `at most ${GOALS.reached}`,
          `at most ${GOALS.blocked}`,
          "",
          "",
          "",
          "",
        ],
      ],
    );
  });
}

/** How many files a process of ours may open. */
function openFiles() {
  if (process.platform !== "linux") return Infinity;
  const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync("/proc/self/limits", "latin1")) ?? [];
  return soft === undefined ? Infinity : Number(soft);
}
