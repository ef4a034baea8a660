/** `npm run dev`: build and serve, and again on every change; open pages reload themselves when the version changes. */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { build, hashInputs } from "./build.mjs";
import { command, ensureInstalled, reason, root } from "./setup.mjs";

/** Editors save in several steps: wait for this long a pause, in milliseconds. */
const PAUSE = 100;

/** @type {import("node:child_process").ChildProcess | undefined} */
let server;
/** What the last build was made of, whether it failed or not. */
let built = "";
let busy = false;
let stopping = false;

await command(import.meta.url, async () => {
  ensureInstalled();
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => void stop());
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const folder of ["src", "public"])
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), PAUSE);
    });
  await refresh();
});

/** Build and restart until nothing has changed meanwhile. */
async function refresh() {
  if (busy) return;
  busy = true;
  for (let inputs = hashInputs(); inputs !== built; inputs = hashInputs()) {
    built = inputs;
    try {
      console.log(`Built version ${await build()}`);
      await restart();
    } catch (error) {
      const next = server ? "the server goes on with the last good build" : "waiting for a change";
      console.error(`${reason(error)}\n${next} …`);
    }
  }
  busy = false;
}

async function restart() {
  await end();
  if (stopping) return;
  const child = spawn(process.execPath, ["--enable-source-maps", join(root, "dist/server/main.js")], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  server = child;
  child.once("exit", (code) => {
    if (server === child) server = undefined;
    if (!stopping && code) console.error(`The server ended with code ${code}. Waiting for a change …`);
  });
}

/** End the server and wait until it is gone, and its port free. */
function end() {
  const child = server;
  if (child === undefined) return;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

async function stop() {
  stopping = true;
  await end();
  process.exit(0);
}
