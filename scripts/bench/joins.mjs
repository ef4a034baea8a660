/** What a thousand people cost who join one after another, and stay. */
import { ask } from "./ask.mjs";
import { NAMES, withContenders, withLoad } from "./contenders.mjs";
import { cpuOf, quiet } from "./cpu.mjs";
import { COLUMN_KEYS, HEADS, interleaved } from "./interleaved.mjs";
import { JOINS, RUNS } from "./sizes.mjs";
import { ratios, spread, table } from "./statistics.mjs";

/** More than the floor's own, in milliseconds of processor time. */
const GOAL = 1;
const WARM_UP = 200;

export async function joins() {
  await withLoad((load) =>
    withContenders(async (servers) => {
      const run = async (/** @type {import("./contenders.mjs").Kind} */ kind, count = JOINS) => {
        const { url, child } = servers[kind];
        const before = await cpuOf(child);
        const { frames, bytes } = await ask(load, "joinOneByOne", { kind, url, count });
        const cpu = (await cpuOf(child)) - before;
        await ask(load, "leaveAll");
        await quiet(child);
        return { each: cpu / count, all: cpu / 1000, frames, bytes };
      };
      for (const kind of /** @type {import("./contenders.mjs").Kind[]} */ (Object.keys(NAMES)))
        await run(kind, WARM_UP);
      const results = await interleaved((kind) => run(kind));

      const of = (/** @type {keyof typeof results} */ key, /** @type {"each" | "all" | "frames" | "bytes"} */ what) =>
        results[key].map((result) => result[what]);
      const floor = of("floor", "each");
      const rows = COLUMN_KEYS.map((key) => {
        const each = of(key, "each");
        const beyond = each.map((value, at) => value - (floor[at] ?? Number.NaN));
        return [
          HEADS[key],
          spread(of(key, "all")),
          spread(each),
          key === "floor" ? "" : spread(ratios(each, floor)),
          key === "floor" ? "" : spread(beyond),
          key === "ours" ? `at most ${GOAL}` : "",
          spread(of(key, "frames"), 0),
          spread(of(key, "bytes").map((bytes) => bytes / 1_000_000)),
        ];
      });
      table(
        `Joins: ${JOINS} people one after another, all staying; processor time of the server, and what all of them received; median of ${RUNS} runs (least to most)`,
        [["", "s in all", "ms a join", "of the floor's", "ms beyond it", "goal", "frames", "MB"], ...rows],
      );
    }),
  );
}
