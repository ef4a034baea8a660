import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { REACTION } from "./timeouts.mjs";
import { processorTime, watchProcessorTime } from "./processor-time.mjs";

/** Works for 0.6 s in a child of its own, and ends only when it is told to. */
const WORK = `require("child_process").spawn(process.execPath, ["-e", "while (process.cpuUsage().user < 600_000); process.stdin.resume()"], { stdio: "inherit" });
process.stdin.resume();`;

it.runIf(process.platform === "linux")(
  "counts what a child of a child takes, while it lives and afterwards",
  async () => {
    const child = spawn(process.execPath, ["-e", WORK], { stdio: ["pipe", "inherit", "inherit"] });
    const stop = watchProcessorTime(child.pid);
    await expect.poll(() => processorTime(child.pid), { timeout: REACTION }).toBeGreaterThan(0.6);
    // The watch looks while both live.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    child.stdin.end();
    child.kill();
    await once(child, "exit");
    expect(stop()).toBeGreaterThan(0.6);
  },
);
