import { esbuildPlugin } from "@web/dev-server-esbuild";
import { defaultReporter } from "@web/test-runner";
import { chromeLauncher } from "@web/test-runner-chrome";
import { BROWSER_FLAGS, findBrowser } from "./scripts/browser.mjs";
import { webTestRunnerReporter } from "./scripts/reporters.mjs";

export default {
  files: "src/client/components/**/*.test.ts",
  nodeResolve: true,
  plugins: [esbuildPlugin({ ts: true, target: "es2022", tsconfig: "src/client/tsconfig.json" })],
  browsers: [chromeLauncher({ launchOptions: { executablePath: findBrowser() ?? "", args: BROWSER_FLAGS } })],
  reporters: [defaultReporter(), webTestRunnerReporter()],
  // Its development build says so in every file.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith("Lit is in dev mode"),
  testsFinishTimeout: 120_000,
};
