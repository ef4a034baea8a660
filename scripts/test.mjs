/**
 * `npm test`: every stage, each even if an earlier one failed; `npm test -- check` (or unit, components, e2e, lan)
 * runs that one. The last line is always `N passed, N failed, N skipped`.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { INSIDE, inLab, noLab } from "./lan.mjs";
import { checkPageSize } from "./page.mjs";
import { command, ensureInstalled, reason, root } from "./setup.mjs";

/** @typedef {import("./reporters.mjs").Report} Report */

const scratch = mkdtempSync(join(tmpdir(), "earshot-test-"));

/** @type {Record<string, [title: string, run: () => Promise<Report>][]>} */
const STAGES = {
  check: [
    ["Types", () => script("check:types")],
    ["Lint", () => script("check:lint")],
    ["Format", () => script("check:format")],
    ["Page size", pageSize],
  ],
  unit: [["Unit and model tests", () => vitest("unit")]],
  components: [["Component tests", components]],
  e2e: [["End-to-end tests", endToEnd]],
  lan: [["LAN lab", lan]],
};

await command(import.meta.url, async () => {
  const [only] = process.argv.slice(2);
  const stages = only === undefined ? Object.values(STAGES).flat() : STAGES[only];
  if (stages === undefined)
    throw new Error(`There is no stage ${only}: choose one of ${Object.keys(STAGES).join(", ")}`);
  /** @type {Report} */
  const total = { passed: 0, failed: 0, skipped: [] };
  try {
    ensureInstalled();
  } catch (error) {
    stages.splice(0, stages.length, ["Installation", () => Promise.reject(error)]);
  }
  for (const [title, run] of stages) {
    console.log(`\n== ${title}`);
    const start = performance.now();
    const { passed, failed, skipped } = await run().catch(failure);
    total.passed += passed;
    total.failed += failed;
    total.skipped.push(...skipped);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`== ${title}: ${passed} passed, ${failed} failed, ${skipped.length} skipped in ${seconds} s`);
  }
  rmSync(scratch, { recursive: true });
  console.log("");
  for (const { name, reason } of total.skipped) console.log(`Skipped: ${name}${reason ? ` (${reason})` : ""}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
});

/** @returns {Report} */
function failure(/** @type {unknown} */ error) {
  console.error(reason(error));
  return { passed: 0, failed: 1, skipped: [] };
}

/** One of package.json's scripts, counted as one check. */
async function script(/** @type {string} */ name) {
  const code = await run("npm", ["run", "--silent", name], { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`npm run ${name} failed, see above`);
  return { passed: 1, failed: 0, skipped: [] };
}

async function pageSize() {
  await ensureBuilt();
  console.log(checkPageSize());
  return { passed: 1, failed: 0, skipped: [] };
}

async function endToEnd() {
  await ensureBuilt();
  process.env["CHROME_PATH"] = ensureBrowser();
  return vitest("e2e");
}

async function lan() {
  const why = noLab();
  if (why !== undefined) {
    console.log(`The LAN lab is skipped: ${why}`);
    return { passed: 0, failed: 0, skipped: [{ name: "LAN lab", reason: why }] };
  }
  await ensureBuilt();
  process.env["CHROME_PATH"] = ensureBrowser();
  return vitest("lan", inLab, { [INSIDE]: "1" });
}

async function components() {
  process.env["CHROME_PATH"] = ensureBrowser();
  return suite("components", ["node_modules/@web/test-runner/dist/bin.js"]);
}

/** @typedef {(command: [string, ...string[]]) => [string, ...string[]]} Wrap how a command is run somewhere else */

/** @type {Wrap} */
const here = (command) => command;

function vitest(/** @type {string} */ project, wrap = here, env = {}) {
  const reporters = ["--reporter=default", "--reporter=./scripts/reporters.mjs"];
  return suite(project, ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters], wrap, env);
}

/**
 * A test runner with one of our reporters. Its own word is not enough: a run that reports nothing or ran nothing has
 * failed, and so has one that ends with an error although all that it counted passed.
 * @returns {Promise<Report>}
 */
async function suite(/** @type {string} */ name, /** @type {string[]} */ args, wrap = here, env = {}) {
  const path = join(scratch, `${name}.json`);
  const [program, ...rest] = wrap([process.execPath, ...args]);
  const code = await run(program, rest, { env: { ...process.env, ...env, TEST_REPORT: path } });
  if (!existsSync(path)) throw new Error(`The run ended with code ${code} and without a report`);
  /** @type {Report} */
  const report = JSON.parse(readFileSync(path, "utf8"));
  if (report.passed + report.failed === 0) throw new Error("Not one test was run");
  if (code === 0 || report.failed > 0) return report;
  console.error(`The run ended with code ${code} although no test failed`);
  return { ...report, failed: 1 };
}

/** @returns {Promise<number | string>} the exit code, or the signal that ended it */
function run(
  /** @type {string} */ program,
  /** @type {string[]} */ args,
  /** @type {import("node:child_process").SpawnOptions} */ options = {},
) {
  return new Promise((resolve, reject) => {
    spawn(program, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options })
      .once("error", reject)
      .once("exit", (code, signal) => resolve(code ?? signal ?? 1));
  });
}
