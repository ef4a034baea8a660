/** The built server on this computer, in a folder of its own: for pictures and measurements. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** In milliseconds. */
const START_WITHIN = 20_000;

/**
 * Start it on a free port of 127.0.0.1; it lasts until it is stopped.
 * @param {Record<string, string>} settings variables of its environment, which win over the ones that are set here
 * @returns {Promise<{url: string, stop(): Promise<void>}>}
 * @throws {Error} it did not start, with what it printed
 */
export async function startServer(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "earshot-server-"));
  const unset = { KEY: "", CERT: "", NAMES: "", ICE_SERVERS: "", METRICS_TOKEN: "" };
  const own = { HOST: "127.0.0.1", PORT: "0", EARSHOT_HOME: folder, LOG_LEVEL: "warn", ...unset };
  const child = spawn(process.execPath, [join(root, "dist/server/main.js")], {
    cwd: folder,
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const stop = async () => {
    child.kill();
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  let printed = "";
  /** @type {Promise<string>} */
  const ready = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const [url] = /https:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (url && printed.includes("Ctrl-C")) resolve(url);
    });
  });
  const late = new Promise((resolve) => setTimeout(resolve, START_WITHIN).unref());
  const url = await Promise.race([ready, exited.then(() => undefined), late.then(() => undefined)]);
  if (url !== undefined) return { url, stop };
  await stop();
  throw new Error(`The server did not start, see above: ${printed}`);
}
