/** The browser that the tests drive: one that is there, or on Debian, as root, one that is installed for it. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { command } from "./setup.mjs";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
/** Debian's, and Chrome for Testing's. */
const SHELLS = ["chromium-headless-shell", "chrome-headless-shell"];
const MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"];
const WINDOWS_APPS = [
  "Google/Chrome/Application/chrome.exe",
  "Chromium/Application/chrome.exe",
  "Microsoft/Edge/Application/msedge.exe",
];

/** Flags for tests: three fake cameras (the second gives no picture to a call) and a microphone that need no permission, and nothing sent to the browser's maker. */
export const BROWSER_FLAGS = [
  "--use-fake-device-for-media-stream=device-count=3",
  "--use-fake-ui-for-media-stream",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
  // Containers often have a /dev/shm of 64 MB, in which Chromium's tabs crash.
  "--disable-dev-shm-usage",
  // Chromium refuses to run as root with its sandbox.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * The path of a Chromium, Chrome or Edge: CHROME_PATH, else the usual places.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined}
 * @throws {Error} CHROME_PATH names no program
 */
export function findBrowser(env = process.env, platform = process.platform) {
  if (env["CHROME_PATH"]) {
    if (runnable(env["CHROME_PATH"])) return env["CHROME_PATH"];
    throw new Error(`CHROME_PATH is ${env["CHROME_PATH"]}, which is no program: set it to a Chromium, Chrome or Edge`);
  }
  return candidates(env, platform).find(runnable);
}

/**
 * The browser's path; where there is none, it is installed if that can be done without asking.
 * @returns {string}
 * @throws {Error} there is none, with what to do about it
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (!hasApt()) throw new Error(`No Chromium, Chrome or Edge was found: ${advice()}, or set CHROME_PATH to one`);
  console.log("No browser was found: installing Chromium with apt-get …");
  const installed = install("chromium", "fonts-liberation");
  const browser = findBrowser();
  if (browser === undefined)
    throw new Error(
      `apt-get ${installed ? "installed no usable" : "could not install"} Chromium, see above: install one, or set CHROME_PATH`,
    );
  return browser;
}

/**
 * The path of Chromium's headless shell, which draws no window of its own and takes little more than half of a browser's
 * processor time: CHROME_SHELL_PATH, else in the PATH, else a browser as `findBrowser` finds it.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined}
 * @throws {Error} CHROME_SHELL_PATH names no program, or CHROME_PATH would be needed and names none
 */
export function findHeadlessShell(env = process.env, platform = process.platform) {
  return findShell(env) ?? findBrowser(env, platform);
}

/**
 * The headless shell's path; where there is none, it is installed if that can be done without asking, and else replaced
 * by a browser.
 * @returns {string}
 * @throws {Error} there is neither, with what to do about it
 */
export function ensureHeadlessShell() {
  const found = findShell(process.env);
  if (found !== undefined) return found;
  if (hasApt()) {
    console.log("No headless shell was found: installing Chromium's with apt-get …");
    install("chromium-headless-shell", "fonts-liberation");
  }
  return findShell(process.env) ?? ensureBrowser();
}

/** @returns {string | undefined} a headless shell, never a whole browser unless CHROME_SHELL_PATH names one */
function findShell(/** @type {NodeJS.ProcessEnv} */ env) {
  const chosen = env["CHROME_SHELL_PATH"];
  if (!chosen) return candidates(env, "linux", SHELLS).find(runnable);
  if (runnable(chosen)) return chosen;
  throw new Error(`CHROME_SHELL_PATH is ${chosen}, which is no program: set it to a headless shell or a browser`);
}

/**
 * The path of a program in PATH.
 * @returns {string | undefined}
 */
export function findProgram(/** @type {string} */ name) {
  return candidates(process.env, "linux", [name]).find(runnable);
}

/**
 * The path of a Firefox in PATH: Debian's, else another.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return findProgram("firefox-esr") ?? findProgram("firefox");
}

/**
 * Whether there is a program, which on Debian comes with `pack`; installed if that can be done without asking.
 * @returns {boolean}
 */
export function offerProgram(/** @type {string} */ name, /** @type {string} */ pack) {
  if (findProgram(name) !== undefined) return true;
  if (!hasApt()) return false;
  console.log(`There is no ${name}: installing ${pack} with apt-get …`);
  return install(pack) && findProgram(name) !== undefined;
}

/**
 * Make sure that there is a program, as `offerProgram` does.
 * @throws {Error} there is none, with what to do about it
 */
export function ensureProgram(/** @type {string} */ name, /** @type {string} */ pack) {
  if (!offerProgram(name, pack))
    throw new Error(`There is no program ${name}: install ${pack} with your package manager`);
}

/** Packages can be installed here without asking anybody. */
function hasApt() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  return candidates(process.env, "linux", ["apt-get"]).some(runnable);
}

/** Nothing that is there already is removed to make room. */
function install(/** @type {string[]} */ ...packages) {
  const options = ["-yq", "--no-install-recommends", "--no-remove"];
  return run("apt-get", "update", "-q") && run("apt-get", "install", ...options, ...packages);
}

/** @returns {string[]} */
function candidates(
  /** @type {NodeJS.ProcessEnv} */ env,
  /** @type {NodeJS.Platform} */ platform,
  commands = COMMANDS,
) {
  if (platform === "darwin")
    return ["/Applications", join(env["HOME"] ?? "/", "Applications")].flatMap((folder) =>
      MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  if (platform === "win32")
    return [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].flatMap((folder) =>
      folder ? WINDOWS_APPS.map((app) => join(folder, app)) : [],
    );
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function advice() {
  if (process.platform !== "linux") return "install Chrome from https://www.google.com/chrome";
  return "install one with your package manager (on Debian: sudo apt-get install chromium)";
}

function runnable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false; // not there, or not for us
  }
}

function run(/** @type {string} */ program, /** @type {string[]} */ ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return spawnSync(program, args, { env, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}

await command(import.meta.url, () => console.log(ensureBrowser()));
