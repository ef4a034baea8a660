/**
 * The LAN lab's own corner of this machine: network, processes and /run of its own, which vanish with it, so that links can
 * be cut and hosts stopped without touching anything else. `node scripts/lan.mjs -t NAME` runs the tests of that name.
 */
import { spawnSync } from "node:child_process";
import { ensureBrowser, ensureProgram } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { command, root } from "./setup.mjs";

/** Set inside the lab; its tests refuse to run where it is missing. */
export const INSIDE = "EARSHOT_LAN";

/** A program runs in the lab as an argument of these. With whoever started it, and with it, all others in there are killed. */
const ENTER = "setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child --mount-proc".split(" ");

/** `ip netns` keeps its hosts in /run/netns. */
const SET_UP = ["sh", "-c", 'mount -t tmpfs earshot-lan /run && mkdir /run/netns && exec "$@"', "sh"];

/**
 * Why this machine has no lab; nothing where it must have one.
 * @param {NodeJS.Platform} platform
 * @returns {string | undefined}
 */
export function noLab(platform = process.platform, user = process.getuid?.()) {
  if (platform !== "linux") return "it needs Linux's network namespaces";
  return user === 0 ? undefined : "it needs root, for network namespaces";
}

/**
 * The command that runs another one in a lab.
 * @param {string[]} args
 * @returns {[string, ...string[]]}
 * @throws {Error} this machine cannot make one, with what to do about it
 */
export function inLab(args) {
  ensureProgram("ip", "iproute2");
  ensureProgram("unshare", "util-linux");
  const [program, ...enter] = /** @type {[string, ...string[]]} */ ([...ENTER, ...SET_UP]);
  const tried = spawnSync(program, [...enter, "ip", "link", "add", "trial", "type", "veth"], { encoding: "utf8" });
  if (tried.status !== 0) {
    const why = (tried.stderr || String(tried.error ?? "")).trim();
    throw new Error(
      `This machine lets root make no network of its own (${why}): in a container, allow it with --privileged or the capability SYS_ADMIN`,
    );
  }
  return [program, ...enter, ...args];
}

await command(import.meta.url, async () => {
  const reason = noLab();
  if (reason !== undefined) throw new Error(`There is no LAN lab here: ${reason}`);
  await ensureBuilt();
  const [program, ...args] = inLab([
    process.execPath,
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    "lan",
    ...process.argv.slice(2),
  ]);
  const env = { ...process.env, CHROME_PATH: ensureBrowser(), [INSIDE]: "1" };
  process.exitCode = spawnSync(program, args, { cwd: root, env, stdio: "inherit" }).status ?? 1;
});
