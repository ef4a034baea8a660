import { describe, expect, it } from "vitest";
import { checkNode, difference } from "./setup.mjs";

describe("checkNode", () => {
  it("takes 20.12 and everything newer", () => {
    for (const version of ["20.12.0", "20.20.2", "22.0.0", "24.1.0"]) expect(() => checkNode(version)).not.toThrow();
  });

  it("refuses what is older, and says what is needed", () => {
    for (const version of ["20.11.1", "18.20.0", "9.99.0"])
      expect(() => checkNode(version)).toThrow(`needs Node 20.12 or newer, this is ${version}`);
  });
});

describe("difference", () => {
  const machine = { platform: "linux", arch: "x64" };
  const wanted = {
    "node_modules/ws": { integrity: "a" },
    "node_modules/esbuild-linux": { integrity: "b", optional: true, os: ["linux"], cpu: ["x64"] },
    "node_modules/esbuild-mac": { integrity: "c", optional: true, os: ["darwin"], cpu: ["arm64"] },
  };
  const { "node_modules/esbuild-mac": mac, ...installed } = wanted;

  it("is none when only other machines' optional packages are missing", () => {
    expect(difference(wanted, installed, machine)).toBeUndefined();
  });

  it("sees a package that is missing, changed or no longer wanted", () => {
    const { "node_modules/ws": _ws, ...missing } = installed;
    const changed = { ...installed, "node_modules/ws": { integrity: "other" } };
    const surplus = { ...installed, "node_modules/old": { integrity: "d" } };
    for (const found of [missing, changed, surplus])
      expect(difference(wanted, found, machine)).toBe("package-lock.json has changed");
  });

  it("sees packages that were installed on another machine", () => {
    const foreign = { "node_modules/ws": { integrity: "a" }, "node_modules/esbuild-mac": mac };
    expect(difference(wanted, foreign, machine)).toMatch("another kind of machine");
  });
});
