/**
 * Random schedules of some people who call each other while sockets die, pages are reloaded and opened elsewhere, paths
 * fail and the server restarts. Whatever happens, the rules hold. A failure prints its seed: `MODEL_SEED=n
 * MODEL_SCHEDULES=1` repeats it.
 */
import { describe, expect, it } from "vitest";
import { REACTION, TEST } from "../../scripts/timeouts.mjs";
import { checkAll } from "./rules.ts";
import { run } from "./schedule.ts";

const SCHEDULES = Number(process.env["MODEL_SCHEDULES"] ?? 100_000);
const SEED = Number(process.env["MODEL_SEED"] ?? 1);
/** A schedule takes about 1 ms; a thousand of them may take as long as one thing that a page does at once. */
const TIMEOUT = TEST + (SCHEDULES / 1_000) * REACTION;

describe("calls between several people", () => {
  it(
    `end well in ${SCHEDULES} random schedules from seed ${SEED}`,
    () => {
      const reasons = new Set<string>();
      for (let seed = SEED; seed < SEED + SCHEDULES; seed++) {
        try {
          const world = run(seed);
          checkAll(world);
          for (const { recents } of world.people) for (const { ended } of recents) reasons.add(ended.reason);
        } catch (error) {
          throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
        }
      }
      // The schedules are worth nothing if they never get anywhere.
      if (SCHEDULES >= 1_000)
        expect([...reasons].sort()).toEqual(
          ["busy", "cancelled", "declined", "failed", "gone", "hung-up", "lost", "no-answer", "replaced"].sort(),
        );
    },
    TIMEOUT,
  );
});
