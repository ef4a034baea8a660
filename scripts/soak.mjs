/** `npm run soak`: the long runs of tests that `npm test` runs short; `npm run soak -- model` (or fuzz, calls, large) runs that one. */
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { command } from "./setup.mjs";
import { runStages, vitest } from "./stages.mjs";

const { MODEL_SCHEDULES = "1000000", SOAK_CALLS = "200", FUZZ_CASES = "1000000", LARGE_MB = "2048" } = process.env;

/** @type {import("./stages.mjs").Stages} */
const STAGES = {
  fuzz: [[`Fuzz: ${FUZZ_CASES} cases`, fuzz]],
  model: [[`Model test: ${MODEL_SCHEDULES} schedules`, model]],
  calls: [[`Calls in a row: ${SOAK_CALLS}`, calls]],
  large: [[`A file of ${LARGE_MB} MiB`, large]],
};

await command(import.meta.url, () => runStages(STAGES));

function model() {
  return vitest("unit", { files: ["test/model"], env: { MODEL_SCHEDULES } });
}

function calls() {
  return inBrowsers("test/e2e/soak", { SOAK_CALLS });
}

function large() {
  return inBrowsers("test/e2e/large", { LARGE_MB });
}

async function inBrowsers(/** @type {string} */ file, /** @type {NodeJS.ProcessEnv} */ env) {
  await ensureBuilt();
  process.env["CHROME_PATH"] = ensureBrowser();
  return vitest("e2e", { files: [file], env });
}

function fuzz() {
  return vitest("fuzz", { files: ["test/fuzz"], env: { FUZZ_CASES } });
}
