import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const URL_OF_LIMITS = new URL("timeouts.mjs", import.meta.url).href;

/** The limits where the machine's pace is this. @returns {Record<string, number>} */
function at(/** @type {string} */ pace) {
  const show = `const { paced, ...limits } = await import(${JSON.stringify(URL_OF_LIMITS)});
    console.log(JSON.stringify({ ...limits, promised: paced(300) }));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", show], {
    env: { ...process.env, TEST_PACE: pace },
    encoding: "utf8",
  });
  return JSON.parse(stdout);
}

it("limits are whole numbers at any pace, as Node's servers want them", () => {
  for (const limit of Object.values(at("1.63"))) expect(limit).toSatisfy(Number.isInteger);
});

it("limits grow with the pace, and never shrink", () => {
  const quiet = at("1");
  expect(quiet).toMatchObject({ REACTION: 10_000, promised: 300 });
  expect(at("2.5")).toMatchObject({ REACTION: 25_000, promised: 750 });
  for (const pace of ["0.5", "nonsense", ""]) expect(at(pace)).toEqual(quiet);
});
