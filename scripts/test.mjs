/**
 * `npm test`: what must never break, in under ten minutes. `npm run test:all`: every test there is. `npm run test:shaken`: either of
 * them (`-- --all`) beside a program that keeps the processors busy. Names of stages choose these alone: `npm test -- unit e2e`.
 * `npm test -- --changed` runs only what the uncommitted changes can reach, `--since REF` what has changed since then.
 */
import { parseArgs } from "node:util";
import { ensureBrowser, ensureHeadlessShell, findFirefox, offerProgram } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { changedFiles, componentTestsOf } from "./concerned.mjs";
import { INSIDE, inLab, noLab } from "./lan.mjs";
import { checkPageSize } from "./page.mjs";
import { command } from "./setup.mjs";
import { runStages, script, suite } from "./stages.mjs";
import { filesOf, vitest } from "./vitest.mjs";
import { noWebKit, offerWebKit } from "./webkit.mjs";

/** @typedef {import("./reporters.mjs").Report} Report */
/** @typedef {import("./stages.mjs").Plan} Plan */
/** @typedef {import("./stages.mjs").Stage} Stage */

/** How much of what is tried at random `npm test` tries; `test:all` tries as much as the tests do by themselves. */
const FEWER = { MODEL_SCHEDULES: "5000", FUZZ_CASES: "2000" };

/** @type {Record<string, Stage>} */
const STAGES = {
  check: { title: "Types, lint, format and page size", run: check },
  unit: { title: "Unit and model tests", run: unit },
  fuzz: { title: "Attacks and fuzz", clock: true, run: fuzz },
  components: { title: "Component tests", browsers: true, run: components },
  e2e: { title: "End-to-end tests", browsers: true, run: endToEnd },
  webkit: { title: "The page in WebKit", browsers: true, onlyAll: true, run: webkit },
  lan: { title: "LAN lab", browsers: true, clock: true, run: lan },
};

await command(import.meta.url, () => {
  const { values, positionals } = parseArgs({
    options: {
      all: { type: "boolean" },
      shaken: { type: "boolean" },
      changed: { type: "boolean" },
      since: { type: "string" },
    },
    allowPositionals: true,
  });
  const changed = values.changed || values.since !== undefined ? changedFiles(values.since) : undefined;
  if (changed) console.log(`Changed: ${changed.join(", ") || "nothing"}`);
  const { all = false, shaken = false } = values;
  return runStages(STAGES, { only: positionals, all, shaken, changed, prepare: (names) => prepare(names, all) });
});

/** Installs the browsers and builds the app, for stages that may run beside each other. */
async function prepare(/** @type {string[]} */ names, /** @type {boolean} */ all) {
  const needs = (/** @type {string[]} */ ...stages) => stages.some((stage) => names.includes(stage));
  if (needs("check", "e2e", "webkit", "lan")) await ensureBuilt();
  if (needs("webkit")) offerWebKit();
  if (needs("components", "e2e", "webkit")) process.env["CHROME_SHELL_PATH"] = ensureHeadlessShell();
  // The whole browser is for several hosts, notifications, installed pages and certificate stores.
  if (needs("e2e", "lan")) process.env["CHROME_PATH"] = ensureBrowser();
  // Where these are missing, tests say so.
  if (!needs("e2e") || process.platform !== "linux") return;
  offerProgram("certutil", "libnss3-tools");
  if (all && findFirefox() === undefined) offerProgram("firefox-esr", "firefox-esr");
}

/**
 * All three at once: the formatter works on one processor, the others mostly on more.
 * @returns {Promise<Report>}
 */
async function check() {
  const reports = await Promise.all(
    ["check:types", "check:lint", "check:format"].map((name) =>
      script(name).catch((error) => {
        console.error(error.message);
        return failedCheck(name);
      }),
    ),
  );
  console.log(checkPageSize());
  return {
    tests: [...reports.flatMap(({ tests }) => tests), { name: "page size", file: "", state: "passed" }],
    processor: reports.reduce((sum, { processor = 0 }) => sum + processor, 0),
  };
}

/** @returns {Report} */
function failedCheck(/** @type {string} */ name) {
  return { tests: [{ name, file: "", state: "failed" }] };
}

/** @returns {Promise<Report>} */
async function unit(/** @type {Plan} */ plan) {
  return vitest("unit", plan, { env: plan.all ? {} : FEWER, related: true });
}

/** @returns {Promise<Report>} */
async function fuzz(/** @type {Plan} */ plan) {
  return vitest("fuzz", plan, { env: plan.all ? {} : FEWER });
}

/** @returns {Promise<Report>} */
async function components(/** @type {Plan} */ plan) {
  const files = plan.again ? filesOf(plan.again) : plan.changed && (await componentTestsOf(plan.changed));
  if (files?.length === 0) return { tests: [] };
  const titles = plan.again?.map(({ name }) => name) ?? [];
  const env = {
    COMPONENT_TESTS: files?.join("\n") ?? "",
    // Of a file that did not load, all tests are run.
    TEST_GREP: titles.includes("") ? "" : titles.join("\n"),
    TEST_CHOSEN: plan.again ? "1" : "",
  };
  return suite("components", ["node_modules/@web/test-runner/dist/bin.js"], { env });
}

/** @returns {Promise<Report>} */
async function endToEnd(/** @type {Plan} */ plan) {
  return vitest("e2e", plan, { core: true });
}

/** @returns {Promise<Report>} */
async function webkit(/** @type {Plan} */ plan) {
  const why = noWebKit();
  if (why !== undefined) return { tests: [{ name: "The page in WebKit", file: "", state: "skipped", reason: why }] };
  return vitest("webkit", plan);
}

/** @returns {Promise<Report>} */
async function lan(/** @type {Plan} */ plan) {
  const why = noLab();
  if (why !== undefined) return { tests: [{ name: "LAN lab", file: "", state: "skipped", reason: why }] };
  return vitest("lan", plan, { core: true, wrap: inLab, env: { [INSIDE]: "1" } });
}
