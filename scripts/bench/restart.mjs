/** The server is killed and started again, and everybody returns at once. */
import { ask } from "./ask.mjs";
import { HEADS, interleaved, COLUMN_KEYS } from "./interleaved.mjs";
import { NAMES, withContenders, withLoad } from "./contenders.mjs";
import { RESTARTS, RETURNING } from "./sizes.mjs";
import { ratios, spread, table } from "./statistics.mjs";

const AT_ONCE = 100;

/** @typedef {import("./restart-load.mjs").Return} Return */

export async function restart() {
  await withLoad((load) =>
    withContenders(async (servers, again) => {
      for (const kind of /** @type {import("./contenders.mjs").Kind[]} */ (Object.keys(NAMES)))
        await ask(load, "gatherReturning", { kind, url: servers[kind].url, count: RETURNING, atOnce: AT_ONCE });

      const results = await interleaved(async (kind) => {
        /** @type {Promise<Return>} */
        const back = ask(load, "returned", kind);
        const killed = performance.now();
        const [answers] = await Promise.all([again(kind).then(() => performance.now() - killed), back]);
        return { ...(await back), answers };
      }, RESTARTS);

      const of = (/** @type {keyof typeof results} */ key, /** @type {keyof Return | "answers"} */ what) =>
        results[key].map((result) => result[what]);
      const worst = (/** @type {keyof typeof results} */ key, /** @type {keyof Return} */ what) =>
        String(Math.max(...of(key, what)));
      table(
        `Restart: ${RETURNING} people, the server is killed and started again; seconds since it was killed, median of ${RESTARTS} (least to most).
Back is who is identified and has the list. In all runs together at worst: who did not come back, whose id changed, whom somebody was told
to be gone, and who was missing at last in the list of one of those who keep theirs`,
        [
          [
            "",
            "listens, s",
            "half are back",
            "all are back",
            "of the floor's",
            "attempts each",
            "lost",
            "ids changed",
            "gone",
            "not listed",
          ],
          ...COLUMN_KEYS.map((key) => [
            HEADS[key],
            spread(of(key, "answers").map((time) => time / 1000)),
            ...["half", "all"].map((part) => spread(of(key, /** @type {"half" | "all"} */ (part)))),
            key === "floor" ? "" : spread(ratios(of(key, "all"), of("floor", "all"))),
            spread(of(key, "attempts")),
            ...["lost", "changed", "gone", "unlisted"].map((what) => worst(key, /** @type {keyof Return} */ (what))),
          ]),
        ],
      );
    }),
  );
}
