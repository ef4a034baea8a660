import { esbuildPlugin } from "@web/dev-server-esbuild";
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import { BROWSER_FLAGS, findBrowser } from "./scripts/browser.mjs";
import { webTestRunnerReporter } from "./scripts/reporters.mjs";

// Nobody touches these pages first.
const AUTOPLAY = "--autoplay-policy=no-user-gesture-required";

export default {
  files: ["src/client/components/**/*.test.ts", "src/**/*.browser.test.ts"],
  // As the page is built.
  nodeResolve: { exportConditions: ["browser", "development"] },
  plugins: [esbuildPlugin({ ts: true, target: "es2022", tsconfig: "src/client/tsconfig.json" })],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: findBrowser() ?? "", args: [...BROWSER_FLAGS, AUTOPLAY] } }),
  ],
  // A busy machine is no failure.
  testFramework: { config: { timeout: 20_000 } },
  reporters: [defaultReporter(), webTestRunnerReporter()],
  // Its development build says so in every file.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith("Lit is in dev mode"),
  // A busy machine may need long to start a browser.
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
};
