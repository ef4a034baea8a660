/** The built server on this computer, in a folder of its own: for pictures and measurements. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** In milliseconds. */
const START_WITHIN = 20_000;
/** How long it may take to say its goodbyes, in milliseconds; then it is killed. */
const STOP_WITHIN = 5_000;

/**
 * A server that runs. `stop` ends it by that signal, SIGTERM if none is given, and is done when it has ended.
 * @typedef {{url: string, child: import("node:child_process").ChildProcess, stop(signal?: NodeJS.Signals): Promise<void>}} Running
 */

/**
 * Start it on a free port of 127.0.0.1; it lasts until it is stopped.
 * @param {Record<string, string>} settings variables of its environment, which win over the ones that are set here
 * @param {{folder?: string, flags?: string[]}} [options] a folder for its files, which stays when it stops; flags for Node
 * @returns {Promise<Running>}
 * @throws {Error} it did not start, with what it printed
 */
export async function startServer(settings = {}, { folder: kept, flags = [] } = {}) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "earshot-server-"));
  const unset = { KEY: "", CERT: "", NAMES: "", ICE_SERVERS: "", METRICS_TOKEN: "" };
  const own = { HOST: "127.0.0.1", PORT: "0", EARSHOT_HOME: folder, LOG_LEVEL: "warn", ...unset };
  const child = spawn(process.execPath, [...flags, join(root, "dist/server/main.js")], {
    cwd: folder,
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  /** @type {Running["stop"]} */
  const stop = async (signal) => {
    await end(child, exited, signal);
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  };
  let printed = "";
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    child.stdout?.on("data", (chunk) => {
      printed += chunk;
      const [url] = /https:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url && printed.includes("Ctrl-C")) resolve(url);
    });
  });
  const late = new Promise((resolve) => setTimeout(resolve, START_WITHIN).unref());
  const url = await Promise.race([ready, exited.then(() => undefined), late.then(() => undefined)]);
  if (url !== undefined) return { url, child, stop };
  await stop();
  throw new Error(`The server did not start, see above: ${printed}`);
}

/**
 * End a process that we started.
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<unknown>} exited
 * @param {NodeJS.Signals} signal
 */
export async function end(child, exited, signal = "SIGTERM") {
  child.kill(signal);
  const stuck = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN);
  await exited;
  clearTimeout(stuck);
}
