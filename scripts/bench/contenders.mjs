/** The servers that are compared: ours, the floor, and the PeerJS server; and the process that loads them. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { end, startServer } from "../server.mjs";

/** @typedef {import("../server.mjs").Running} Running */
/** @typedef {"floor" | "ours" | "peerjs"} Kind */

/** What it is called in a table. @type {Record<Kind, string>} */
export const NAMES = { floor: "floor", ours: "Earshot", peerjs: "PeerJS" };

/** Nobody is to be sent away, though all come from one address. */
const LIMITS = { MAX_PEERS: "100000", MAX_PER_ADDRESS: "100000", MESSAGE_RATE: "0" };

const beside = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const FLAGS = ["--expose-gc", "--import", new URL("probe.mjs", import.meta.url).href];

/**
 * Start all three, use them, and stop them whatever happens. `again` kills one without a warning, and starts it at the same
 * address with what it has kept on disk.
 * @template T
 * @param {(servers: Record<Kind, Running>, again: (kind: Kind) => Promise<void>) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withContenders(use) {
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  // Ctrl-C ends this process at once, and the servers with it.
  process.once("exit", clear);
  /** @type {Record<Kind, (port: string) => Promise<Running>>} */
  const start = {
    ours: (port) => startServer({ ...LIMITS, PORT: port }, { folder, flags: FLAGS }),
    floor: (port) => startScript("floor.mjs", [folder, port]),
    peerjs: (port) => startScript("peerjs.mjs", [folder, port]),
  };
  /** @type {Partial<Record<Kind, Running>>} */
  const servers = {};
  try {
    // Ours first: it makes the certificate, which the others show too.
    for (const kind of /** @type {const} */ (["ours", "floor", "peerjs"])) servers[kind] = await start[kind]("0");
    const all = /** @type {Record<Kind, Running>} */ (servers);
    return await use(all, async (kind) => {
      await all[kind].stop("SIGKILL");
      all[kind] = await start[kind](new URL(all[kind].url).port);
    });
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    process.off("exit", clear);
    clear();
  }
}

/** @returns {Promise<Running>} */
async function startScript(/** @type {string} */ name, /** @type {string[]} */ args) {
  const child = fork(beside(name), args, { execArgv: FLAGS });
  const exited = once(child, "exit");
  /** @type {Running["stop"]} */
  const stop = (signal) => end(child, exited, signal);
  const [message] = await Promise.race([once(child, "message"), exited]);
  if (typeof message?.url === "string") return { url: message.url, child, stop };
  throw new Error(`${name} did not start, see above`);
}

/**
 * Start the process whose people load the servers, use it, and stop it whatever happens.
 * @template T
 * @param {(load: import("node:child_process").ChildProcess) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withLoad(use) {
  const child = fork(beside("load.mjs"), { execArgv: ["--max-old-space-size=4096"] });
  const exited = once(child, "exit");
  try {
    return await use(child);
  } finally {
    await end(child, exited);
  }
}
