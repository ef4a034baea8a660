/** Windows Subsystem for Linux: version 2 is a virtual machine behind Windows' own address translation. */
import { readFileSync } from "node:fs";
import { platform, release } from "node:os";

/** Whether this is what a kernel of WSL2 calls itself; version 1 uses Windows' own interfaces, as if there were none. */
export function isWsl2(kernel: string): boolean {
  return /microsoft-standard|wsl2/i.test(kernel);
}

/** Whether this process runs in WSL2. */
export function runsInWsl2(): boolean {
  return platform() === "linux" && (isWsl2(release()) || isWsl2(kernelVersion()));
}

/** The kernel's words about itself; nothing where it does not tell, as in some sandboxes. */
function kernelVersion(): string {
  try {
    return readFileSync("/proc/version", "utf8");
  } catch {
    return "";
  }
}
