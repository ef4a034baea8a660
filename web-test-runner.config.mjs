import { availableParallelism } from "node:os";
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import { BROWSER_FLAGS, findHeadlessShell } from "./scripts/browser.mjs";
import { bundleTests, componentTests, serveBundle } from "./scripts/component-tests.mjs";
import { mediaFeatures } from "./scripts/media-features.mjs";
import { webTestRunnerReporter } from "./scripts/reporters.mjs";
import { TEST, WORK } from "./scripts/timeouts.mjs";

// Nobody touches these pages first.
const AUTOPLAY = "--autoplay-policy=no-user-gesture-required";
// Tests of what is let go of collect garbage: see src/client/testing/collected.ts.
const COLLECT = "--js-flags=--expose-gc";

const files = componentTests(process.env["COMPONENT_TESTS"]);

export default {
  files,
  middleware: [serveBundle(await bundleTests(files), process.env["COMPONENT_GREP"])],
  plugins: [mediaFeatures()],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findHeadlessShell() ?? "",
        headless: "shell",
        args: [...BROWSER_FLAGS, AUTOPLAY, COLLECT],
      },
      // Each page a browser of its own: pages beside each other share no storage, no locks and no focus.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  concurrency: availableParallelism(),
  testFramework: { config: { timeout: TEST } },
  reporters: [defaultReporter(), webTestRunnerReporter()],
  // Its development build says so in every file.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith("Lit is in dev mode"),
  browserStartTimeout: WORK,
  testsStartTimeout: WORK,
  // One file with all its tests.
  testsFinishTimeout: 2 * TEST,
};
