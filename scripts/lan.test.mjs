import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { inLab, noLab } from "./lan.mjs";

describe("the LAN lab", () => {
  it("is for root on Linux, and elsewhere says why not", () => {
    expect(noLab("linux", 0)).toBeUndefined();
    expect(noLab("linux", 1000)).toContain("root");
    expect(noLab("darwin", 0)).toContain("Linux");
  });

  it.skipIf(noLab() !== undefined)("has a network of its own, in which nothing is connected", () => {
    const [program, ...args] = inLab(["ip", "-o", "-4", "addr"]);
    expect(execFileSync(program, args, { encoding: "utf8" })).toBe("");
  });
});
