/**
 * Builds src and public into dist: client/ (what is served), joining/ (what the page without TLS holds), server/,
 * version.json, and build.json, which says from what.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hash, list, prune, put, read } from "./files.mjs";
import { buildJoining } from "./joining.mjs";
import { buildPage } from "./page.mjs";
import { command, ensureInstalled, root } from "./setup.mjs";

const dist = join(root, "dist");

/**
 * What a build leaves for the next one.
 * @typedef {object} Stamp
 * @property {string} inputs hash of everything that the build read
 * @property {string} version the page's
 * @property {Folder} client
 * @property {Folder} joining
 * @property {Folder} server
 *
 * One built folder: its files, and those of the build before that stay, since a page or server started then may
 * still ask for them.
 * @typedef {{files: string[], kept: string[]}} Folder
 */

/**
 * Build, unless the last build was made from the same files.
 * @returns {Promise<string>} the page's version
 * @throws {Error} as `build`
 */
export async function ensureBuilt() {
  const last = readStamp();
  if (last !== undefined && last.inputs === hashInputs() && complete(last)) return last.version;
  console.log("Building …");
  return build();
}

/**
 * Build client, joining and server; what was built before stays as it is if that fails.
 * @returns {Promise<string>} the page's version: a hash of all that is served over TLS, so the same for the same input
 * @throws {Error} esbuild has printed what is wrong, or public/index.html is not as it should be
 */
export async function build() {
  const inputs = hashInputs();
  const last = readStamp();
  const [page, joining, server] = await Promise.all([buildPage(), buildJoining(), buildServer()]).catch(summarize);
  const stamp = {
    inputs,
    version: page.version,
    client: update("client", page.files, last?.client),
    joining: update("joining", joining, last?.joining),
    server: update("server", server, last?.server),
  };
  const json = (/** @type {unknown} */ value) => JSON.stringify(value) + "\n";
  const records = { "version.json": json({ version: page.version }), "build.json": json(stamp) };
  put(dist, new Map(Object.entries(records)));
  return page.version;
}

/**
 * esbuild has printed its errors already, and says them again in its message.
 * @returns {never}
 */
function summarize(/** @type {unknown} */ error) {
  if (error instanceof Error && "errors" in error) throw new Error("The build failed, see above", { cause: error });
  throw error;
}

/** @returns {Promise<Map<string, Uint8Array>>} */
async function buildServer() {
  const esbuild = await import("esbuild");
  const outdir = join(dist, "server");
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ["src/server/main.ts", "src/server/certificate/make-certificate.ts"],
    outdir,
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.12",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  return new Map(outputFiles.map((file) => [file.path.slice(outdir.length + 1), file.contents]));
}

/**
 * @param {string} name
 * @param {Map<string, string | Uint8Array>} files
 * @param {Folder | undefined} last
 * @returns {Folder}
 */
function update(name, files, last = { files: [], kept: [] }) {
  const names = [...files.keys()];
  const same = [...names].sort().join() === [...last.files].sort().join();
  const kept = same ? last.kept : last.files.filter((path) => /-[A-Z0-9]{8}\./.test(path));
  put(join(dist, name), files);
  prune(join(dist, name), [...names, ...kept]);
  return { files: names, kept };
}

/** @returns {Stamp | undefined} none if there is no build, or one of an older kind */
function readStamp() {
  const path = join(dist, "build.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

/** Whether all files of a build are still there. */
function complete(/** @type {Stamp} */ { client, joining, server }) {
  const there = (/** @type {string} */ folder, /** @type {string[]} */ files) =>
    files.every((path) => existsSync(join(dist, folder, path)));
  return there("client", client.files) && there("joining", joining.files) && there("server", server.files);
}

/** A hash of everything that goes into a build, this code included. */
export function hashInputs() {
  const below = ["src", "public"].flatMap((folder) => list(join(root, folder)).map((path) => `${folder}/${path}`));
  const files = below.filter((path) => !path.endsWith(".test.ts"));
  const tools = [
    "scripts/build.mjs",
    "scripts/files.mjs",
    "scripts/joining.mjs",
    "scripts/page.mjs",
    "tsconfig.base.json",
    "package-lock.json",
  ];
  return hash([...files, ...tools].map((path) => read(root, path)));
}

await command(import.meta.url, async () => {
  ensureInstalled();
  const start = performance.now();
  const version = await build();
  console.log(`Built version ${version} in ${Math.round(performance.now() - start)} ms`);
});
