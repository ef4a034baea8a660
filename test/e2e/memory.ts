/** How much memory a browser takes, as Linux counts it. */
import { readdirSync, readFileSync } from "node:fs";

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
  /** In bytes: what no file could give back, and is not swapped out. */
  readonly own: number;
}

/** Whether it can be told here. */
export const MEMORY_IS_KNOWN = process.platform === "linux";

/** The memory of a browser and of all its pages and helpers, in bytes, by the folder of its profile. */
export function memoryOf(profile: string): number {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/u.test(name) ? read(Number(name)) : []));
  const browser = all.find(({ command }) => command.includes(profile) && !command.includes("--type="));
  if (!browser) throw new Error(`No browser runs with the profile ${profile}`);
  return sum(browser, all);
}

function sum(process: Process, all: readonly Process[]): number {
  const children = all.filter(({ parent }) => parent === process.pid);
  return children.reduce((memory, child) => memory + sum(child, all), process.own);
}

function read(pid: number): Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string): number => Number(new RegExp(`^${name}:\\s*(\\d+)`, "mu").exec(status)?.[1] ?? 0);
    const own = (field("RssAnon") + field("RssShmem")) * 1024;
    return [{ pid, parent: field("PPid"), command: readFileSync(`/proc/${pid}/cmdline`, "utf8"), own }];
  } catch {
    return []; // It has just ended.
  }
}
