import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { guardOf, KeepAwake } from "./awake.ts";

let folder: string;
const { PATH = "" } = process.env;
const say = vi.fn();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-awake-"));
  process.env["PATH"] = `${folder}${delimiter}${PATH}`;
  say.mockReset();
});
afterEach(() => {
  process.env["PATH"] = PATH;
  rmSync(folder, { recursive: true });
});

/** Put a shell script in the place of `program`; what it logs is in `log()`. */
function put(program: string, script: string): void {
  const path = join(folder, program);
  writeFileSync(path, `#!/bin/sh\nlog() { echo "$@" >> '${join(folder, "log")}'; }\n${script}\n`);
  chmodSync(path, 0o755);
}
const log = () => (existsSync(join(folder, "log")) ? readFileSync(join(folder, "log"), "utf8").trim().split("\n") : []);
const until = (condition: () => boolean) => vi.waitUntil(condition, { timeout: REACTION, interval: 20 });

function isGone(pid: number): boolean {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
}

/** As the real one: runs its last argument until that ends. */
const INHIBIT = `log "$@"; for last; do :; done; "$last"; log ended`;
const HELD = "--what=idle:sleep --who=Earshot --why=Calls are on --mode=block cat";

describe.skipIf(process.platform === "win32")("KeepAwake", () => {
  it("holds sleep off while calls are on", async () => {
    put("systemd-inhibit", INHIBIT);
    const awake = new KeepAwake(say, "linux");
    awake.set(false);
    awake.set(true);
    awake.set(true);
    await until(() => log().length > 0);
    awake.set(false);
    await until(() => log().length > 1);
    awake.set(true);
    await until(() => log().length > 2);
    awake.set(false);
    await until(() => log().length > 3);
    expect(log()).toEqual([HELD, "ended", HELD, "ended"]);
    expect(say).not.toHaveBeenCalled();
  });

  it("does so on macOS with its own program", async () => {
    put("caffeinate", `trap 'log ended; exit' TERM; log "$@"; while :; do sleep 0.05; done`);
    const awake = new KeepAwake(say, "darwin");
    awake.set(true);
    await until(() => log().length > 0);
    awake.set(false);
    await until(() => log().length > 1);
    expect(log()).toEqual([`-i -w ${process.pid}`, "ended"]);
    expect(say).not.toHaveBeenCalled();
  });

  it.each([
    [
      "refuses",
      "echo 'Failed to inhibit: Access denied' >&2; echo more >&2; exit 1",
      " (Failed to inhibit: Access denied)",
    ],
    ["ends without a word", "exit 0", ""],
  ])("says once that the program %s", async (_, script, words) => {
    put("systemd-inhibit", `log $$; ${script}`);
    const awake = new KeepAwake(say, "linux");
    awake.set(true);
    await until(() => say.mock.calls.length > 0);
    expect(say.mock.calls).toEqual([
      [
        `This computer may fall asleep in the middle of a call, so keep an eye on it: systemd-inhibit has ended${words}.`,
      ],
    ]);
    awake.set(true);
    awake.set(false);
    awake.set(true);
    await until(() => log().length > 1);
    await until(() => isGone(Number(log()[1])));
    // Whatever that one had to say has been heard when one that started later has ended.
    await once(spawn("true"), "close");
    expect(say).toHaveBeenCalledTimes(1);
  });

  it("says that there is no such program", async () => {
    process.env["PATH"] = folder;
    new KeepAwake(say, "linux").set(true);
    await until(() => say.mock.calls.length > 0);
    expect(say.mock.calls).toEqual([[expect.stringMatching(/: systemd-inhibit cannot be started \(.*ENOENT\)\.$/)]]);
  });

  it("does nothing on Windows", () => {
    expect(guardOf("win32", 1)).toBeUndefined();
    new KeepAwake(say, "win32").set(true);
    expect(say).not.toHaveBeenCalled();
  });

  /** A process of its own that holds sleep off and then does `more`. */
  async function run(more: string): Promise<ChildProcess> {
    const entry = JSON.stringify(join(import.meta.dirname, "awake.ts"));
    const { outputFiles } = await build({
      stdin: {
        contents: `import { KeepAwake } from ${entry}; new KeepAwake(console.log, "linux").set(true); ${more}`,
        resolveDir: import.meta.dirname,
      },
      bundle: true,
      write: false,
      format: "esm",
      platform: "node",
    });
    writeFileSync(join(folder, "main.mjs"), outputFiles[0]!.contents);
    return spawn(process.execPath, [join(folder, "main.mjs")], { stdio: "inherit" });
  }

  it("lets go when the process is killed", async () => {
    put("systemd-inhibit", INHIBIT);
    const child = await run("setInterval(() => {}, 1000)");
    await until(() => log().length > 0);
    child.kill("SIGKILL");
    await until(() => log().length > 1);
    expect(log()).toEqual([HELD, "ended"]);
  });

  it("keeps no process running", async () => {
    put("systemd-inhibit", INHIBIT);
    expect(await once(await run(""), "close")).toEqual([0, null]);
    await until(() => log().includes("ended"));
  });

  it("gets along with the real program", async ({ skip }) => {
    rmSync(folder, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), "earshot-awake-"));
    const list = () => execFileSync("systemd-inhibit", ["--list", "--no-pager"], { encoding: "utf8", stdio: "pipe" });
    const awake = new KeepAwake(say, "linux");
    awake.set(true);
    let held = false;
    await until(() => {
      if (say.mock.calls.length > 0) return true;
      try {
        held = list().includes("Earshot");
      } catch {
        // Without systemd's own daemon it fails; then the line comes.
      }
      return held;
    });
    awake.set(false);
    if (held) await until(() => !list().includes("Earshot"));
    else skip((say.mock.calls[0] as [string])[0]);
  });
});
