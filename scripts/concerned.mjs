/** Which tests a change can reach: for `npm test -- --changed`, in between. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { componentTests } from "./component-tests.mjs";
import { root } from "./setup.mjs";

/** Files below these beginnings of paths are tried by these test files; the first beginning that fits counts. `*` is all of them. */
/** @type {Record<string, [beginning: string, files: string[]][]>} */
const CONCERNED = {
  e2e: [
    ["src/client/talk/", ["words", "words-firefox", "notifying"]],
    ["src/client/transfers/", ["files", "large", "interop"]],
    ["src/client/words/", ["languages"]],
    ["src/client/components/", ["calls", "directory", "words", "files", "leaving"]],
    ["src/client/tabs", ["tabs"]],
    ["src/client/storage", ["directory", "recents"]],
    ["src/client/memory", ["directory", "recents", "languages"]],
    ["src/client/recents", ["recents"]],
    ["src/client/call-log", ["recents"]],
    ["src/client/ring", ["notifying"]],
    ["src/client/notifier", ["notifying"]],
    ["src/client/alerts", ["notifying"]],
    ["src/client/reload", ["directory", "installed"]],
    ["src/client/back", ["leaving"]],
    ["src/client/awake", ["leaving"]],
    ["src/client/addresses", ["addresses"]],
    ["src/client/moved", ["addresses"]],
    ["src/client/refusal", ["refused"]],
    ["src/client/blocked", ["crowd"]],
    ["src/client/screen-share", ["interop"]],
    ["src/client/devices", ["calls"]],
    ["src/client/", ["calls", "directory", "sitepen", "tabs"]],
    ["src/call/", ["calls", "recents", "sitepen"]],
    ["src/transfer/", ["files", "large"]],
    ["src/protocol/", ["calls", "words", "files", "sitepen", "directory"]],
    ["src/joining/", ["joining", "trust"]],
    ["src/worker/", ["installed", "notifying"]],
    ["src/server/certificate/", ["trust", "joining"]],
    ["src/server/plain", ["joining", "trust"]],
    ["src/server/", ["directory", "calls", "words", "bounds", "sitepen", "refused"]],
    ["scripts/dev", ["dev"]],
    ["scripts/page", ["installed", "dev"]],
    ["public/", ["directory", "installed"]],
    ["test/sitepen/", ["sitepen"]],
  ],
  lan: [
    ["src/client/transfers/", ["handing"]],
    ["src/client/", ["surviving", "ringing"]],
    ["src/call/", ["ending", "ringing"]],
    ["src/server/", ["moving", "ringing"]],
  ],
  fuzz: [
    ["src/server/", ["*"]],
    ["src/protocol/", ["*"]],
    ["test/helpers/", ["*"]],
  ],
};
/** The folder of each stage's tests. */
const FOLDERS = {
  e2e: ["test/e2e/"],
  webkit: ["test/webkit/"],
  lan: ["test/lan/"],
  fuzz: ["test/fuzz/", "test/attacks/"],
};

/**
 * The files that differ from a commit, and those that git does not know yet; without deleted ones.
 * @param {string} [since] a commit; the last one, if left out
 * @throws {Error} this is no clone, or there is no such commit
 */
export function changedFiles(since = "HEAD") {
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
      .split("\n")
      .filter(Boolean);
  const files = [...git("diff", "--name-only", since), ...git("ls-files", "--others", "--exclude-standard")];
  return [...new Set(files)].filter((path) => existsSync(join(root, path))).sort();
}

/**
 * The test files of a stage that are to be run after these changes: themselves, all beside a support file, and what the map says.
 * @param {string} stage
 * @param {readonly string[]} changed
 * @returns {string[]} as arguments for vitest
 */
export function concerned(stage, changed) {
  const folders = FOLDERS[/** @type {keyof typeof FOLDERS} */ (stage)] ?? [];
  const map = CONCERNED[stage] ?? [];
  const found = changed.flatMap((path) => {
    const folder = folders.find((folder) => path.startsWith(folder));
    if (folder) return path.endsWith(".test.ts") ? [path] : [folder];
    if (/\.test\.\w+$/u.test(path)) return [];
    const [, names = []] = map.find(([beginning]) => path.startsWith(beginning)) ?? [];
    return names.flatMap((name) => (name === "*" ? folders : folders.map((folder) => `${folder}${name}.test.ts`)));
  });
  return [...new Set(found)].filter((path) => existsSync(join(root, path))).sort();
}

/**
 * The tests in the browser, by the graph of their imports, that these files are part of.
 * @param {readonly string[]} changed
 * @returns {Promise<string[]>}
 */
export async function componentTestsOf(changed) {
  // Not at the top: `npm test` loads this file before any package is installed.
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    entryPoints: componentTests(),
    absWorkingDir: root,
    bundle: true,
    splitting: false,
    format: "esm",
    outdir: "test/output/none",
    write: false,
    metafile: true,
    packages: "external",
    logLevel: "silent",
  });
  return Object.values(metafile.outputs)
    .filter(({ inputs }) => changed.some((path) => path in inputs))
    .map(({ entryPoint }) => entryPoint ?? "")
    .filter(Boolean)
    .sort();
}
