/** Reporters that write the outcome of each test, as a `Report` in JSON, into the file that TEST_REPORT names. */
import { writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { root } from "./setup.mjs";

/**
 * One test and how it ended.
 * @typedef {object} Outcome
 * @property {string} name its full name; empty for a failure outside of any test, such as a file that does not load
 * @property {string} file relative to the project's folder, with "/"; empty if no file is to blame
 * @property {"passed" | "failed" | "skipped"} state
 * @property {string} [reason] why it was skipped
 * @property {number} [seconds]
 * @property {number} [processor] seconds of processor time of the test, its browsers and its server together
 */

/**
 * What a stage leaves.
 * @typedef {object} Report
 * @property {Outcome[]} tests
 * @property {number} [processor] seconds of processor time of the whole stage
 */

function leave(/** @type {Outcome[]} */ tests) {
  const path = process.env["TEST_REPORT"];
  if (path) writeFileSync(path, JSON.stringify({ tests }));
}

const fileOf = (/** @type {string} */ path) => relative(root, resolve(root, path)).replaceAll("\\", "/");

/**
 * A skipped test with the reason that it gives, or that its condition (`skipIf`) does not hold. A run of chosen tests (TEST_CHOSEN)
 * passes over the others without a word.
 * @returns {Outcome[]}
 */
function skipped(/** @type {string} */ file, /** @type {string} */ name, /** @type {string | undefined} */ reason) {
  if (!reason && process.env["TEST_CHOSEN"]) return [];
  return [{ name, file, state: "skipped", reason: reason || `not for ${process.platform}, or not for this user` }];
}

/** For vitest, which takes the default export of a reporter's file. */
export default class VitestReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandled errors outside any test
   */
  onTestRunEnd(modules, unhandled) {
    /** @type {Outcome[]} */
    const tests = unhandled.map(() => ({ name: "", file: "", state: "failed" }));
    for (const module of modules) {
      const file = fileOf(module.moduleId);
      // A file that does not load, or a hook that throws, is a failure of its own.
      const broken = [module, ...module.children.allSuites()].flatMap((part) => part.errors());
      tests.push(...broken.map(() => /** @type {const} */ ({ name: "", file, state: "failed" })));
      for (const test of module.children.allTests()) {
        const { state, ...result } = test.result();
        if (state === "skipped") {
          tests.push(...skipped(file, test.fullName, /** @type {{note?: string}} */ (result).note));
          continue;
        }
        const seconds = (test.diagnostic()?.duration ?? 0) / 1000;
        const { processor } = /** @type {{processor?: number}} */ (test.meta());
        // What is pending at the end has not passed.
        const outcome = state === "passed" ? "passed" : "failed";
        tests.push({
          name: test.fullName,
          file,
          state: outcome,
          seconds,
          ...(processor !== undefined && { processor }),
        });
      }
    }
    leave(tests);
  }
}

/** For web-test-runner. @returns {import("@web/test-runner").Reporter} */
export function webTestRunnerReporter() {
  return {
    onTestRunFinished({ sessions }) {
      leave(
        sessions.flatMap(({ testFile, errors, passed, testResults }) => {
          const file = fileOf(testFile);
          /** @type {Outcome[]} */
          const tests = errors.map(() => ({ name: "", file, state: "failed" }));
          if (testResults) tests.push(...outcomes(testResults, "", file));
          if (!passed && tests.every(({ state }) => state !== "failed"))
            tests.push({ name: "", file, state: "failed" });
          return tests;
        }),
      );
    },
  };
}

/** @returns {Outcome[]} */
function outcomes(
  /** @type {import("@web/test-runner").TestSuiteResult} */ suite,
  /** @type {string} */ prefix,
  /** @type {string} */ file,
) {
  return [
    ...suite.tests.flatMap((test) => {
      const name = `${prefix}${test.name}`;
      if (test.skipped) return skipped(file, name, undefined);
      return [{ name, file, state: test.passed ? "passed" : "failed", seconds: (test.duration ?? 0) / 1000 }];
    }),
    ...suite.suites.flatMap((child) => outcomes(child, `${prefix}${child.name} > `, file)),
  ];
}
