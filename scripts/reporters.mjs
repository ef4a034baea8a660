/** Reporters that leave a stage's real counts, as a `Report` in JSON, in the file that TEST_REPORT names. */
import { writeFileSync } from "node:fs";

/**
 * @typedef {object} Report
 * @property {number} passed
 * @property {number} failed also counts files that could not be read or run at all
 * @property {{name: string, reason?: string | undefined}[]} skipped
 */

/** @returns {Report} */
const empty = () => ({ passed: 0, failed: 0, skipped: [] });

function leave(/** @type {Report} */ report) {
  const path = process.env["TEST_REPORT"];
  if (path) writeFileSync(path, JSON.stringify(report));
}

/** For vitest, which takes the default export of a reporter's file. */
export default class VitestReporter {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly unknown[]} unhandled errors outside any test
   */
  onTestRunEnd(modules, unhandled) {
    const report = empty();
    report.failed += unhandled.length;
    for (const module of modules) {
      // A file that does not load, or a hook that throws, is a failure of its own.
      report.failed += module.errors().length;
      for (const suite of module.children.allSuites()) report.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") report.passed++;
        else if (result.state === "skipped") report.skipped.push({ name: test.fullName, reason: result.note });
        else report.failed++;
      }
    }
    leave(report);
  }
}

/** For web-test-runner. @returns {import("@web/test-runner").Reporter} */
export function webTestRunnerReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const report = empty();
      for (const { errors, passed, testResults } of sessions) {
        const before = report.failed;
        report.failed += errors.length;
        if (testResults) count(testResults, "", report);
        if (!passed && report.failed === before) report.failed++;
      }
      leave(report);
    },
  };
}

function count(
  /** @type {import("@web/test-runner").TestSuiteResult} */ suite,
  /** @type {string} */ prefix,
  /** @type {Report} */ report,
) {
  for (const { name, passed, skipped } of suite.tests) {
    if (skipped) report.skipped.push({ name: `${prefix}${name}` });
    else if (passed) report.passed++;
    else report.failed++;
  }
  for (const child of suite.suites) count(child, `${prefix}${child.name} > `, report);
}
