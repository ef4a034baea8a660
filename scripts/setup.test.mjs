import { readFileSync } from "node:fs";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { checkNode, difference, root } from "./setup.mjs";

describe("commands of package.json", () => {
  it("load on a bare clone: no module that they import at once is from a package", async () => {
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
    const commands = Object.values(scripts).flatMap((line) => /^node (scripts\/\S+)/u.exec(line)?.[1] ?? []);
    expect(commands).toContain("scripts/start.mjs");
    expect(commands).toContain("scripts/test.mjs");
    const { metafile } = await build({
      entryPoints: commands,
      absWorkingDir: root,
      bundle: true,
      write: false,
      outdir: "test/output/none",
      platform: "node",
      format: "esm",
      packages: "external",
      metafile: true,
    });
    const loaded = new Set(commands);
    const missing = [];
    for (const file of loaded)
      for (const { path, kind, external } of metafile.inputs[file]?.imports ?? []) {
        if (kind !== "import-statement" || path.startsWith("node:")) continue;
        if (external) missing.push(`${file} imports ${path}`);
        else loaded.add(path);
      }
    expect(loaded).toContain("scripts/setup.mjs");
    expect(missing).toEqual([]);
  });
});

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
