import { defineConfig } from "vitest/config";
import { findBrowser } from "./scripts/browser.mjs";

const E2E_TIMEOUT = 60_000;
/** As long as so many cases may take, should nothing hang. */
const FUZZ_TIMEOUT = 120_000 + 30 * Number(process.env["FUZZ_CASES"] ?? 0);
/** A lost call takes 20 s to be given up, and starting many browsers takes long too. */
const LAN_TIMEOUT = 120_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          // A busy machine is no failure.
          testTimeout: 20_000,
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
        test: {
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.test.ts"],
          env: { CHROME_PATH: findBrowser() ?? "" },
          // Real calls in real browsers: two at once only slow each other down (measured, on two cores).
          fileParallelism: false,
          testTimeout: E2E_TIMEOUT,
          hookTimeout: E2E_TIMEOUT,
        },
      },
      {
        test: {
          name: "lan",
          environment: "node",
          include: ["test/lan/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: LAN_TIMEOUT,
          hookTimeout: LAN_TIMEOUT,
        },
      },
    ],
  },
});
