/** What every command needs first: a new enough Node, and the packages of package-lock.json. Only Node's own modules here. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder of package.json, with a separator at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Run a command's main function when its file is the one that Node was started with. A failure ends in one
 * readable line and exit code 1; `EARSHOT_DEBUG=1` adds where it came from.
 * @param {string} url the file's `import.meta.url`
 * @param {() => void | Promise<void>} main
 */
export async function command(url, main) {
  const started = process.argv[1];
  if (started === undefined || !existsSync(started) || url !== pathToFileURL(realpathSync(started)).href) return;
  try {
    await main();
  } catch (error) {
    console.error(reason(error));
    if (process.env["EARSHOT_DEBUG"] && error instanceof Error) console.error(error.stack);
    process.exit(1);
  }
}

/** @returns {string} what went wrong, in words */
export function reason(/** @type {unknown} */ error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Install the packages of package-lock.json, unless exactly those are there.
 * @throws {Error} Node is too old, or the installation failed
 */
export function ensureInstalled() {
  checkNode(process.versions.node);
  const why = staleness();
  if (why === undefined) return;
  console.log(`${why}: installing with npm ci (this needs the internet, once) …`);
  // npm leaves development packages out where NODE_ENV is "production", and the build needs them.
  const { status, error } = npm(["ci", "--include=dev", "--include=optional", "--loglevel=error"]);
  if (error !== undefined) throw new Error(`npm could not be started (${error.message}): install Node with npm`);
  if (status !== 0) throw new Error("npm ci failed, see above: check the internet connection, then try again");
}

/**
 * @param {string} version such as 20.12.0
 * @throws {Error} it is older than what package.json asks for
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 12)) return;
  throw new Error(`Earshot needs Node 20.12 or newer, this is ${version}: install a newer one from https://nodejs.org`);
}

/** Why node_modules cannot be used as it is; npm keeps a record in it of what it installed. */
function staleness() {
  const record = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return "Nothing is installed yet";
  return difference(packages(join(root, "package-lock.json")), packages(record));
}

/** @typedef {{integrity?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[]}} Package */

/**
 * Why what is installed is not what is wanted here, if so; right whoever ran npm, and however.
 * @param {Record<string, Package>} wanted by folder
 * @param {Record<string, Package>} found by folder
 * @param {{platform: string, arch: string}} machine
 */
export function difference(wanted, found, machine = process) {
  for (const [path, { integrity, optional, devOptional }] of Object.entries(wanted)) {
    const there = found[path];
    // npm leaves out the optional packages that are for other machines.
    if (there === undefined ? !(optional || devOptional) : there.integrity !== integrity)
      return "package-lock.json has changed";
  }
  if (Object.keys(found).some((path) => wanted[path] === undefined)) return "package-lock.json has changed";
  // A folder that came from another machine holds that machine's binaries, and lacks ours.
  if (Object.values(found).some(({ os, cpu }) => excludes(os, machine.platform) || excludes(cpu, machine.arch)))
    return "The packages were installed for another kind of machine";
  return undefined;
}

/** @returns {Record<string, Package>} by folder; without the project itself, which npm's record lacks */
function packages(/** @type {string} */ lockfile) {
  const { "": _project, ...rest } = JSON.parse(readFileSync(lockfile, "utf8")).packages;
  return rest;
}

/** npm's rule for `os` and `cpu`: a list of what is right, or with "!" of what is not. */
function excludes(/** @type {string[]} */ list = [], /** @type {string} */ value) {
  if (list.includes(`!${value}`)) return true;
  const right = list.filter((entry) => !entry.startsWith("!"));
  return right.length > 0 && !right.includes(value) && !right.includes("any");
}

/** Run npm in the project's folder, its output shown: the one that started us, else the one in the PATH. */
function npm(/** @type {string[]} */ args) {
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  const cli = process.env["npm_execpath"];
  if (cli !== undefined && cli.endsWith("npm-cli.js")) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

await command(import.meta.url, ensureInstalled);
