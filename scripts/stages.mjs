/** Runs stages of tests, tries failed tests once more, and prints the line at the end that counts all of them. */
import { AsyncLocalStorage } from "node:async_hooks";
import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { measurePace } from "./pace.mjs";
import { watchProcessorTime } from "./processor-time.mjs";
import { ensureInstalled, reason, root } from "./setup.mjs";
import { counts, dearest, judge } from "./tally.mjs";

/** @typedef {import("./reporters.mjs").Outcome} Outcome */
/** @typedef {import("./reporters.mjs").Report} Report */

/**
 * What of a stage is to be run.
 * @typedef {object} Plan
 * @property {boolean} all every test there is, instead of those that must never break
 * @property {string[]} [changed] only what a change of these files can reach
 * @property {Outcome[]} [again] only these tests, which have failed
 */

/**
 * @typedef {object} Stage
 * @property {string} title
 * @property {boolean} [browsers] its tests share the machine with browsers
 * @property {boolean} [clock] it mostly waits, and runs beside the stages that need the processors; its output is shown at its end
 * @property {boolean} [onlyAll] it belongs to `npm run test:all` alone
 * @property {(plan: Plan) => Promise<Report>} run
 */

/** Every test of the run with its outcome and its cost; and those that passed only when they were run again. */
const OUTCOMES = join(root, "test/output/outcomes.json");
const UNSTEADY = join(root, "test/output/unsteady.json");

const scratch = mkdtempSync(join(tmpdir(), "earshot-test-"));

/** The stage in which a program is started: the environment that it adds, and the file that takes the output, if not the terminal. */
/** @type {AsyncLocalStorage<{env: NodeJS.ProcessEnv, output: number | undefined}>} */
const current = new AsyncLocalStorage();

/**
 * Runs the named stages, or all of them, each even if an earlier one failed: those that need the processors one after the other, and
 * those that mostly wait beside them. The last line is always
 * `N passed, N failed, N skipped`; the exit code is 1 if anything failed.
 * @param {Record<string, Stage>} stages
 * @param {{only?: string[], all?: boolean, changed?: string[] | undefined, shaken?: boolean, prepare?: (names: string[]) => Promise<void>}} options
 *   `prepare` installs and builds what these stages share, before any of them runs
 * @throws {Error} there is no such stage
 */
export async function runStages(stages, { only = [], all = false, changed, shaken = false, prepare } = {}) {
  for (const name of only)
    if (!stages[name]) throw new Error(`There is no stage ${name}: choose from ${Object.keys(stages).join(", ")}`);
  const chosen = only.length > 0 ? only : Object.keys(stages).filter((name) => all || !stages[name]?.onlyAll);
  const stopShaking = shaken ? shake() : undefined;
  /** @type {(Outcome & {stage: string, browsers: boolean, again?: "passed" | "failed"})[]} */
  const tests = [];
  try {
    ensureInstalled();
    await prepare?.(chosen);
    const runAll = async (/** @type {string[]} */ names, /** @type {boolean} */ aside) => {
      for (const name of names) {
        const stage = stages[name];
        if (!stage) continue;
        const found = await runStage(stage, { all, ...(changed && { changed }) }, aside);
        tests.push(...found.map((test) => ({ ...test, stage: name, browsers: stage.browsers ?? false })));
      }
    };
    const waiting = chosen.filter((name) => stages[name]?.clock);
    const working = chosen.filter((name) => !stages[name]?.clock);
    await Promise.all([runAll(working, false), runAll(waiting, working.length > 0)]);
  } catch (error) {
    console.error(reason(error));
    tests.push({ name: "Installation", file: "", state: "failed", stage: "", browsers: false });
  } finally {
    stopShaking?.();
    rmSync(scratch, { recursive: true });
  }
  conclude(tests);
}

/**
 * Runs a stage, and its failed tests once more. `aside`: beside others, so that the output is kept until the end.
 * @returns {Promise<(Outcome & {again?: "passed" | "failed"})[]>}
 */
async function runStage(/** @type {Stage} */ stage, /** @type {Plan} */ plan, /** @type {boolean} */ aside) {
  const pace = await measurePace();
  const path = join(scratch, "aside.log");
  const output = aside ? openSync(path, "w") : undefined;
  const title = `${stage.title}${aside ? ", beside the others" : ""}`;
  console.log(`\n== ${title} (time limits x ${pace.toFixed(1)})`);
  const start = performance.now();
  const env = { TEST_PACE: pace.toFixed(2) };
  const { tests, processor } = await current.run({ env, output }, () => runTwice(stage, plan));
  if (output !== undefined) {
    closeSync(output);
    console.log(`\n== ${title}\n${readFileSync(path, "utf8")}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { passed, failed, skipped } = counts(tests);
  const cost = processor === undefined ? "" : `, ${processor.toFixed(1)} s of processor time`;
  console.log(`== ${stage.title}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s${cost}`);
  return tests;
}

/** @returns {Promise<{tests: (Outcome & {again?: "passed" | "failed"})[], processor?: number | undefined}>} */
async function runTwice(/** @type {Stage} */ stage, /** @type {Plan} */ plan) {
  const { tests, processor } = await stage.run(plan).catch(failure);
  const failed = tests.filter(({ state, file }) => state === "failed" && file !== "");
  if (failed.length === 0 || failed.length > MOST_AGAIN) return { tests, processor };
  console.log(`\n-- ${stage.title}: ${failed.length} failed, and run once more by themselves`);
  const second = await stage.run({ ...plan, again: failed }).catch(failure);
  /** @type {(Outcome & {again?: "passed" | "failed"})[]} */
  const again = tests.map((test) => {
    if (!failed.includes(test)) return test;
    // A file that did not load has no test to be found again: all of its tests count.
    const same = second.tests.filter(
      ({ file, name }) => file === test.file && (test.name === "" || name === test.name),
    );
    const passed = same.length > 0 && same.every(({ state }) => state === "passed");
    return { ...test, again: passed ? "passed" : "failed" };
  });
  return { tests: again, processor: processor === undefined ? undefined : processor + (second.processor ?? 0) };
}

/** If more tests than this fail, the code is broken, and running them again would only take time. */
const MOST_AGAIN = 20;

/** Prints which tests cost most, which were skipped, which were unsteady, and the last line. */
function conclude(/** @type {Parameters<typeof judge>[0]} */ tests) {
  console.log(`\n${dearest(tests)}`);
  for (const { name, file, reason } of tests.filter(({ state }) => state === "skipped"))
    console.log(`Skipped: ${name} (${file}): ${reason}`);
  const { failed, unsteady, forgiven } = judge(tests, process.env["CI"] === "true");
  for (const { name, file, again } of failed)
    console.log(`Failed: ${name || "outside of any test"} (${file})${again === "failed" ? ", and failed again" : ""}`);
  for (const test of unsteady)
    console.log(
      `Unsteady: ${test.name || "outside of any test"} (${test.file}): failed, then passed by itself; ` +
        (forgiven.includes(test) ? "counts as passed here (CI=true)" : "counts as failed"),
    );
  mkdirSync(dirname(OUTCOMES), { recursive: true });
  writeFileSync(OUTCOMES, JSON.stringify(tests));
  rmSync(UNSTEADY, { force: true });
  if (unsteady.length > 0) {
    const named = unsteady.map(({ stage, file, name }) => ({ stage, file, name, outcomes: ["failed", "passed"] }));
    writeFileSync(UNSTEADY, `${JSON.stringify(named, undefined, 2)}\n`);
    console.log(`They are named in ${UNSTEADY}`);
  }
  const { passed, skipped } = counts(tests);
  const lost = failed.length + unsteady.length - forgiven.length;
  process.exitCode = lost > 0 ? 1 : 0;
  console.log(`${passed + forgiven.length} passed, ${lost} failed, ${skipped} skipped`);
}

/** @returns {Report} */
function failure(/** @type {unknown} */ error) {
  console.error(reason(error));
  return { tests: [{ name: reason(error).split("\n")[0] ?? "", file: "", state: "failed" }] };
}

/** Keeps every processor busy until the returned function is called. */
function shake() {
  const hogs = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }),
  );
  const stop = () => hogs.forEach((hog) => hog.kill("SIGKILL"));
  process.once("exit", stop);
  console.log(`${hogs.length} processes keep the processors busy meanwhile`);
  return stop;
}

/** One of package.json's scripts, counted as one check. @returns {Promise<Report>} */
export async function script(/** @type {string} */ name) {
  const { code, processor } = await run("npm", ["run", "--silent", name]);
  if (code !== 0) throw new Error(`npm run ${name} failed, see above`);
  return { tests: [{ name, file: "", state: "passed" }], processor };
}

/**
 * How a run differs from the plain one: by its environment, and by a command that runs it somewhere else. Where nothing may be
 * concerned by a change, a run of no test is no failure.
 * @typedef {{env?: NodeJS.ProcessEnv, wrap?: (command: string[]) => [string, ...string[]], none?: boolean}} Where
 */

/**
 * A test runner with one of our reporters. Its own word is not enough: a run that reports nothing or ran nothing has
 * failed, and so has one that ends with an error although all that it counted passed.
 * @returns {Promise<Report>}
 */
export async function suite(
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {Where} */ {
    env = {},
    wrap = (command) => /** @type {[string, ...string[]]} */ (command),
    none = false,
  } = {},
) {
  const path = join(scratch, `${name}.json`);
  rmSync(path, { force: true });
  const [program, ...rest] = wrap([process.execPath, ...args]);
  const { code, processor } = await run(program, rest, { ...env, TEST_REPORT: path });
  if (!existsSync(path)) throw new Error(`The run ended with code ${code} and without a report`);
  const { tests } = /** @type {Report} */ (JSON.parse(readFileSync(path, "utf8")));
  const { passed, failed } = counts(tests);
  if (passed + failed === 0 && !none) throw new Error("Not one test was run");
  if (code === 0 || failed > 0) return { tests, processor };
  console.error(`The run ended with code ${code} although no test failed`);
  return { tests: [...tests, { name: `${name} ended with code ${code}`, file: "", state: "failed" }], processor };
}

/**
 * Runs a program to its end, as a part of the current stage.
 * @returns {Promise<{code: number | string, processor: number | undefined}>} the exit code, or the signal that ended it; and
 * the processor time in seconds, where it is known
 */
function run(/** @type {string} */ program, /** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ more = {}) {
  const { env, output = "inherit" } = current.getStore() ?? {};
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ["ignore", output, output],
      env: { ...process.env, ...env, ...more },
      // npm is a script there.
      shell: process.platform === "win32" && program === "npm",
    });
    const processor = watchProcessorTime(child.pid);
    child.once("error", reject).once("exit", (code, signal) => {
      resolve({ code: code ?? signal ?? 1, processor: processor() });
    });
  });
}
