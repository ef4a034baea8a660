import { release } from "node:os";
import { describe, expect, it } from "vitest";
import { isWsl2, runsInWsl2 } from "./wsl.ts";

describe("isWsl2", () => {
  it.each([
    ["5.15.90.1-microsoft-standard-WSL2", true],
    ["Linux version 5.10.102.1-microsoft-standard-WSL2 (oe-user@oe-host) (gcc) #1 SMP", true],
    ["6.6.36-custom-WSL2+", true],
    ["4.4.0-19041-Microsoft", false],
    ["Linux version 4.4.0-19041-Microsoft (Microsoft@Microsoft.com) (gcc version 5.4.0)", false],
    ["6.1.0-21-amd64", false],
  ])("of %s is %s", (kernel, is) => {
    expect(isWsl2(kernel)).toBe(is);
  });

  it("agrees with the kernel here", () => {
    expect(runsInWsl2()).toBe(isWsl2(release()));
  });
});
