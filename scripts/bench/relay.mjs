/** What it costs to pass an offer of 2 KB on, and how long that takes. */
import { ask } from "./ask.mjs";
import { NAMES, withContenders, withLoad } from "./contenders.mjs";
import { cpuOf } from "./cpu.mjs";
import { COLUMN_KEYS, HEADS, interleaved } from "./interleaved.mjs";
import { printProfile } from "./profile.mjs";
import { OFFERS, PAIRS, RUNS, SECONDS } from "./sizes.mjs";
import { ratios, spread, table } from "./statistics.mjs";

/** @typedef {import("./contenders.mjs").Kind} Kind */

/** Offers a second in all, when latency is measured. */
const RATE = 500;
const GOAL = 1.3;

export async function relay() {
  await withLoad((load) =>
    withContenders(async (servers) => {
      const kinds = /** @type {Kind[]} */ (Object.keys(NAMES));
      for (const kind of kinds) await ask(load, "openPairs", { kind, url: servers[kind].url, pairs: PAIRS });
      for (const kind of kinds) await ask(load, "flood", { kind, offers: OFFERS });

      const cpu = await interleaved(async (kind) => {
        const before = await cpuOf(servers[kind].child);
        await ask(load, "flood", { kind, offers: OFFERS });
        return (((await cpuOf(servers[kind].child)) - before) * 1000) / OFFERS;
      });
      const rows = COLUMN_KEYS.map((key) => {
        const over = key === "floor" ? "" : spread(ratios(cpu[key], cpu.floor));
        return [HEADS[key], spread(cpu[key], 1), over, key === "ours" ? `at most ${GOAL}` : ""];
      });
      table(
        `Relay: processor time of the server for an offer of 2 KB, ${PAIRS} pairs, ${OFFERS} offers a run; median of ${RUNS} runs (least to most)`,
        [["", "µs", "of the floor's", "goal"], ...rows],
      );

      const waits = await interleaved((kind) => ask(load, "pace", { kind, rate: RATE, seconds: SECONDS }));
      const latencies = COLUMN_KEYS.map((key) => {
        const [p50, p99] = /** @type {const} */ (["p50", "p99"]).map((part) => waits[key].map((run) => run[part]));
        return [HEADS[key], spread(p50 ?? []), spread(p99 ?? [])];
      });
      table(`Latency of the same at ${RATE} offers a second in all, in milliseconds`, [
        ["", "p50", "p99"],
        ...latencies,
      ]);

      if (process.env["BENCH_PROFILE"]) {
        for (const kind of /** @type {const} */ (["floor", "ours"])) {
          await ask(servers[kind].child, "profile");
          await ask(load, "flood", { kind, offers: OFFERS });
          printProfile(NAMES[kind], await ask(servers[kind].child, "profiled"), OFFERS);
        }
      }
    }),
  );
}
