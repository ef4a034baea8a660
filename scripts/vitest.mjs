/** Runs one of vitest's projects as a plan has it. */
import { concerned } from "./concerned.mjs";
import { suite } from "./stages.mjs";

/** @typedef {import("./reporters.mjs").Outcome} Outcome */

/**
 * `core`: `npm test` runs only the tests of this project that have that tag. `related`: vitest itself knows which of its tests import
 * a file that has changed. `files`: the files whose paths hold one of these.
 * @param {string} project
 * @param {import("./stages.mjs").Plan} plan
 * @param {{core?: boolean, related?: boolean, files?: string[]} & import("./stages.mjs").Where} options
 * @returns {Promise<import("./reporters.mjs").Report>}
 */
export async function vitest(
  project,
  { all, changed, again },
  { core = false, related = false, files = [], ...where } = {},
) {
  const args = ["node_modules/vitest/vitest.mjs"];
  const onlyCore = core && !all && !again;
  if (again) {
    args.push("run", ...filesOf(again), "-t", patternOf(again));
  } else if (changed) {
    const reached = related ? changed.filter((path) => /\.(ts|mjs|json|md)$/u.test(path)) : concerned(project, changed);
    if (reached.length === 0) return { tests: [] };
    args.push(...(related ? ["related", "--run"] : ["run"]), ...reached, "--passWithNoTests");
  } else {
    args.push("run", ...files);
  }
  if (onlyCore) args.push("--tags-filter", "core");
  // Vitest leaves one processor to itself otherwise: with two, unit tests took 1.8 times as long. Files of other
  // projects are not parallel.
  args.push("--maxWorkers=100%", "--project", project, "--reporter=default", "--reporter=./scripts/reporters.mjs");
  const env = { ...where.env, TEST_CHOSEN: again || onlyCore ? "1" : "" };
  return suite(project, args, { ...where, env, none: changed !== undefined });
}

/** The files of these tests, each once. */
export const filesOf = (/** @type {readonly Outcome[]} */ tests) => [...new Set(tests.map(({ file }) => file))];

/**
 * A regular expression for the full names of these tests, whose parts vitest joins with a space. It fits all tests if
 * one of them is a file that did not load.
 */
function patternOf(/** @type {readonly Outcome[]} */ tests) {
  if (tests.some(({ name }) => name === "")) return "";
  const names = tests.map(({ name }) => name.replaceAll(" > ", " ").replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"));
  return `^(${names.join("|")})$`;
}
