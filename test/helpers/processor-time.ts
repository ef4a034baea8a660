/** Setup file of the stages with browsers: measures the processor time of each test. Nothing is measured outside of Linux. */
import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** Seconds of processor time of this test, its browsers and its server together, hooks included. */
    processor?: number;
  }
}

/** Clock ticks a second in /proc: USER_HZ, which is 100 on every Linux that Node runs on (proc(5)). */
const TICKS = 100;

interface Process {
  readonly parent: number;
  readonly ticks: number;
}

/** Reads a process's parent and its ticks, those of its ended children included; nothing if it has just ended. */
function read(pid: number): Process | undefined {
  try {
    // The command's name, in parentheses, may hold anything: fields are counted from its end on (proc(5), /proc/pid/stat).
    const [, fields = ""] = /\) (.*)/su.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const numbers = fields.split(" ").map(Number);
    return { parent: numbers[1] ?? 0, ticks: numbers.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) };
  } catch {
    return undefined;
  }
}

/** The processor time of this process and of all that descend from it, in seconds. */
function processorTime(): number {
  const all = new Map<number, Process>();
  for (const name of readdirSync("/proc")) {
    const found = /^\d+$/u.test(name) ? read(Number(name)) : undefined;
    if (found) all.set(Number(name), found);
  }
  const descends = (pid: number): boolean => {
    for (let at = pid; at > 0; at = all.get(at)?.parent ?? 0) if (at === process.pid) return true;
    return false;
  };
  let ticks = 0;
  for (const [pid, found] of all) if (descends(pid)) ticks += found.ticks;
  return ticks / TICKS;
}

if (process.platform === "linux") {
  let before = 0;
  beforeEach(() => {
    before = processorTime();
  });
  // Registered first, and so the last one to run.
  afterEach(({ task }) => {
    task.meta.processor = Math.max(0, processorTime() - before);
  });
}
