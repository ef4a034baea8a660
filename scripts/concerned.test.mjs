import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { componentTestsOf, concerned } from "./concerned.mjs";
import { root } from "./setup.mjs";

describe("concerned", () => {
  it("runs a test file that has changed, and by the map what tries a changed folder", () => {
    expect(concerned("e2e", ["test/e2e/tabs.test.ts", "src/client/words/german.ts"])).toEqual([
      "test/e2e/languages.test.ts",
      "test/e2e/tabs.test.ts",
    ]);
  });

  it("runs all of a stage when a support file of it has changed", () => {
    expect(concerned("lan", ["test/lan/lab.ts"])).toEqual(["test/lan/"]);
    expect(concerned("fuzz", ["src/server/gate.ts"])).toEqual(["test/attacks/", "test/fuzz/"]);
  });

  it("runs nothing for a unit test, a document, or a folder that the stage does not reach", () => {
    expect(concerned("e2e", ["src/client/tabs.test.ts", "README.md", "scripts/bench.mjs"])).toEqual([]);
  });

  it("names only test files that exist", () => {
    const source = readFileSync(join(root, "scripts/concerned.mjs"), "utf8");
    const part = (/** @type {string} */ from, /** @type {string} */ to) =>
      source.slice(source.indexOf(`  ${from}: [`), source.indexOf(`  ${to}`));
    for (const [stage, next] of [
      ["e2e", "lan: ["],
      ["lan", "fuzz: ["],
    ])
      for (const [, names = ""] of part(stage ?? "", next ?? "").matchAll(/", \[([^\]]*)\]\]/gu))
        for (const [, name] of names.matchAll(/"([^"]+)"/gu))
          expect(existsSync(join(root, `test/${stage}/${name}.test.ts`)), `${stage}: ${name}`).toBe(true);
  });
});

describe("componentTestsOf", () => {
  it("finds the tests that import a file, by whatever way", async () => {
    const found = await componentTestsOf(["src/client/components/qr.ts"]);
    expect(found).toContain("src/client/components/qr.test.ts");
    expect(found).toContain("src/client/components/invite.test.ts");
    expect(found).not.toContain("src/client/components/incoming.test.ts");
    expect(await componentTestsOf(["src/server/main.ts"])).toEqual([]);
  });
});
