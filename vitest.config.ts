import { defineConfig } from "vitest/config";
import { findBrowser, findHeadlessShell } from "./scripts/browser.mjs";
import { REACTION, TEST, WORK } from "./scripts/timeouts.mjs";

/** A thousand cases may take as long as one thing that a page does at once. */
const FUZZ_TIMEOUT = TEST + (Number(process.env["FUZZ_CASES"] ?? 20_000) / 1_000) * REACTION;

/** For `expect.poll`. */
const POLLS = { poll: { timeout: REACTION } };

/** What all tests with people at browsers have in common. */
const WITH_BROWSERS = {
  environment: "node",
  env: { CHROME_PATH: findBrowser() ?? "", CHROME_SHELL_PATH: findHeadlessShell() ?? "" },
  // Real calls in real browsers: two at once only slow each other down (measured, on two cores).
  fileParallelism: false,
  setupFiles: ["test/helpers/processor-time.ts"],
  testTimeout: TEST,
  hookTimeout: TEST,
};

export default defineConfig({
  test: {
    tags: [{ name: "core", description: "Of the tests with people at browsers: one that `npm test` runs, too" }],
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          unstubGlobals: true,
          unstubEnvs: true,
          setupFiles: ["test/helpers/nothing-left.ts"],
          testTimeout: WORK,
          hookTimeout: WORK,
          expect: POLLS,
          include: ["src/**/*.test.ts", "test/model/**/*.test.ts", "scripts/**/*.test.mjs"],
          // These need a browser: see web-test-runner.config.mjs.
          exclude: ["src/client/components/**", "src/**/*.browser.test.ts"],
        },
      },
      {
        test: {
          name: "fuzz",
          environment: "node",
          include: ["test/fuzz/**/*.test.ts", "test/attacks/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: FUZZ_TIMEOUT,
          hookTimeout: FUZZ_TIMEOUT,
        },
      },
      {
        // One worker for all files, which keeps the browser: see test/e2e/browser.ts.
        test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], isolate: false, ...WITH_BROWSERS },
      },
      {
        // As above.
        test: { name: "webkit", include: ["test/webkit/**/*.test.ts"], isolate: false, ...WITH_BROWSERS },
      },
      { test: { name: "lan", include: ["test/lan/**/*.test.ts"], ...WITH_BROWSERS } },
    ],
  },
});
