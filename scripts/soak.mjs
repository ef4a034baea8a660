/** `npm run soak`: the long runs of tests that `npm test` runs short; `npm run soak -- model` (or fuzz, calls, large) runs that one. */
import { ensureHeadlessShell } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { command } from "./setup.mjs";
import { runStages } from "./stages.mjs";
import { vitest } from "./vitest.mjs";

/** @typedef {import("./stages.mjs").Plan} Plan */

const { MODEL_SCHEDULES = "1000000", SOAK_CALLS = "200", FUZZ_CASES = "1000000", LARGE_MB = "2048" } = process.env;

/** @type {Record<string, import("./stages.mjs").Stage>} */
const STAGES = {
  fuzz: { title: `Fuzz: ${FUZZ_CASES} cases`, run: fuzz },
  model: { title: `Model test: ${MODEL_SCHEDULES} schedules`, run: model },
  calls: { title: `Calls in a row: ${SOAK_CALLS}`, run: calls },
  large: { title: `A file of ${LARGE_MB} MiB`, run: large },
};

await command(import.meta.url, () => runStages(STAGES, { only: process.argv.slice(2), all: true }));

function model(/** @type {Plan} */ plan) {
  return vitest("unit", plan, { files: ["test/model"], env: { MODEL_SCHEDULES } });
}

function calls(/** @type {Plan} */ plan) {
  return inBrowsers(plan, "test/e2e/soak", { SOAK_CALLS });
}

function large(/** @type {Plan} */ plan) {
  return inBrowsers(plan, "test/e2e/large", { LARGE_MB });
}

async function inBrowsers(/** @type {Plan} */ plan, /** @type {string} */ file, /** @type {NodeJS.ProcessEnv} */ env) {
  await ensureBuilt();
  process.env["CHROME_SHELL_PATH"] = ensureHeadlessShell();
  return vitest("e2e", plan, { files: [file], env });
}

function fuzz(/** @type {Plan} */ plan) {
  return vitest("fuzz", plan, { files: ["test/fuzz"], env: { FUZZ_CASES } });
}
