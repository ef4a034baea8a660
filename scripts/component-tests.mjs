/** The tests that run in a browser, and how they come to it: bundled once, not module by module for each file of tests. */
import { statSync } from "node:fs";
import { join, relative } from "node:path";
import { list } from "./files.mjs";
import { root } from "./setup.mjs";

/** What several tests have in common is served below this path, under names with a hash. */
const SHARED = "shared-by-tests";

/**
 * What is served, by path of the URL: each test under the path of its source, such as /src/client/link.browser.test.ts.
 * @typedef {Map<string, {type: "js" | "json", contents: string}>} Bundle
 */

/**
 * The tests that need a browser, by their paths from the project's folder on. Those of connections, files and sounds
 * come first, since they mostly wait while others work beside them; and long files before short ones.
 * @param {string} only if not empty, these alone: paths between commas or line ends
 */
export function componentTests(only = "") {
  if (only !== "") return only.split(/[,\n]/).map((path) => path.trim());
  const all = list(join(root, "src")).map((path) => `src/${path}`);
  const first = longestFirst(all.filter((path) => path.endsWith(".browser.test.ts")));
  const components = all.filter((path) => path.startsWith("src/client/components/") && path.endsWith(".test.ts"));
  return [...new Set([...first, ...longestFirst(components)])];
}

function longestFirst(/** @type {string[]} */ paths) {
  const size = new Map(paths.map((path) => [path, statSync(join(root, path)).size]));
  return paths.sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0));
}

/**
 * Bundle these tests, and the workers that they start; what several share is in files of its own. Source maps lead from
 * a failure to the source.
 * @param {string[]} tests
 * @returns {Promise<Bundle>}
 * @throws {Error} esbuild has printed what is wrong
 */
export async function bundleTests(tests) {
  const esbuild = await import("esbuild");
  const workers = list(join(root, "src/client")).filter((path) => path.endsWith("-worker.ts"));
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [...tests, ...workers.map((path) => `src/client/${path}`)],
    outbase: root,
    outdir: root,
    outExtension: { ".js": ".ts" },
    chunkNames: `${SHARED}/[name]-[hash]`,
    tsconfig: "src/client/tsconfig.json",
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.TEST_PACE": JSON.stringify(process.env["TEST_PACE"] ?? "1") },
    // As the page is built, but for Lit's own checks.
    conditions: ["browser", "development"],
    // The test runner serves this one itself.
    external: ["/__web-dev-server__*"],
    sourcemap: true,
    logLevel: "warning",
  });
  return new Map(
    outputFiles.map(({ path, text }) => [
      `/${relative(root, path).replaceAll("\\", "/")}`,
      { type: path.endsWith(".map") ? "json" : "js", contents: text },
    ]),
  );
}

/**
 * Serve a bundle: as a middleware, so that the test runner does not read all of it once more for each file of tests.
 * @param {Bundle} bundle
 * @param {string} pattern a regular expression for the full names of the tests to run, their parts joined with a space; all if empty
 * @returns {import("@web/test-runner").Middleware}
 */
export function serveBundle(bundle, pattern = "") {
  const choice = pattern === "" ? "" : `\n;(${keepTests.toString()})(mocha.suite, ${JSON.stringify(pattern)});`;
  return (context, next) => {
    const file = bundle.get(context.path);
    if (file === undefined) return next();
    context.type = file.type;
    // Named by its contents: a page that has it need not ask whether it is still the same.
    if (context.path.startsWith(`/${SHARED}/`)) context.set("cache-control", "max-age=86400, immutable");
    context.body = context.path.endsWith(".test.ts") ? file.contents + choice : file.contents;
    return undefined;
  };
}

/**
 * In the browser, once the tests are known: keep those whose full names fit. Mocha's own `grep` would leave the others in
 * the results, as if they had failed.
 * @typedef {{tests: {fullTitle(): string}[], suites: Suite[]}} Suite
 * @param {Suite} suite
 * @param {string} pattern
 */
export function keepTests(suite, pattern) {
  suite.tests = suite.tests.filter((test) => new RegExp(pattern, "u").test(test.fullTitle()));
  suite.suites.forEach((child) => keepTests(child, pattern));
}
