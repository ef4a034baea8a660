/** Stages of tests, one after the other, and the line at the end that counts them all. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled, reason, root } from "./setup.mjs";

/** @typedef {import("./reporters.mjs").Report} Report */
/** @typedef {Record<string, [title: string, run: () => Promise<Report>][]>} Stages */

const scratch = mkdtempSync(join(tmpdir(), "earshot-test-"));

/**
 * Run the stage that the command line names, else every one, each even if an earlier one failed. The last line is always
 * `N passed, N failed, N skipped`; the exit code is 1 if anything failed.
 * @param {Stages} stages
 * @throws {Error} there is no such stage
 */
export async function runStages(stages) {
  const [only] = process.argv.slice(2);
  const chosen = only === undefined ? Object.values(stages).flat() : stages[only];
  if (chosen === undefined)
    throw new Error(`There is no stage ${only}: choose one of ${Object.keys(stages).join(", ")}`);
  /** @type {Report} */
  const total = { passed: 0, failed: 0, skipped: [] };
  try {
    ensureInstalled();
  } catch (error) {
    chosen.splice(0, chosen.length, ["Installation", () => Promise.reject(error)]);
  }
  for (const [title, run] of chosen) {
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
}

/** @returns {Report} */
function failure(/** @type {unknown} */ error) {
  console.error(reason(error));
  return { passed: 0, failed: 1, skipped: [] };
}

/** One of package.json's scripts, counted as one check. @returns {Promise<Report>} */
export async function script(/** @type {string} */ name) {
  const code = await run("npm", ["run", "--silent", name], { shell: process.platform === "win32" });
  if (code !== 0) throw new Error(`npm run ${name} failed, see above`);
  return { passed: 1, failed: 0, skipped: [] };
}

/**
 * How a run differs from the plain one: by its environment, and by a command that runs it somewhere else.
 * @typedef {{env?: NodeJS.ProcessEnv, wrap?: (command: string[]) => [string, ...string[]]}} Where
 */

/**
 * One of vitest's projects: all of it, or the files whose paths hold one of `files`.
 * @param {string} project
 * @param {{files?: string[]} & Where} options
 */
export function vitest(project, { files = [], ...where } = {}) {
  const reporters = ["--reporter=default", "--reporter=./scripts/reporters.mjs"];
  return suite(project, ["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters, ...files], where);
}

/**
 * A test runner with one of our reporters. Its own word is not enough: a run that reports nothing or ran nothing has
 * failed, and so has one that ends with an error although all that it counted passed.
 * @returns {Promise<Report>}
 */
export async function suite(
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {Where} */ { env = {}, wrap = (command) => /** @type {[string, ...string[]]} */ (command) } = {},
) {
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
