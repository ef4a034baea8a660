import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "./browser.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-browser-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function program(/** @type {string} */ name, mode = 0o755) {
  writeFileSync(join(folder, name), "");
  chmodSync(join(folder, name), mode);
  return join(folder, name);
}

describe("findBrowser", () => {
  it("prefers CHROME_PATH", () => {
    program("chromium");
    const chosen = program("mine");
    expect(findBrowser({ CHROME_PATH: chosen, PATH: folder }, "linux")).toBe(chosen);
  });

  it("says so when CHROME_PATH is no program", () => {
    for (const path of [folder, join(folder, "missing"), program("plain", 0o644)].slice(0, process.getuid ? 3 : 2))
      expect(() => findBrowser({ CHROME_PATH: path, PATH: "" }, "linux")).toThrow(`CHROME_PATH is ${path}`);
  });

  it("searches the PATH, whatever else is in it", () => {
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, "linux")).toBeUndefined();
    const edge = program("microsoft-edge");
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, "linux")).toBe(edge);
    const chromium = program("chromium");
    expect(findBrowser({ PATH: `/nowhere:${folder}` }, "linux")).toBe(chromium);
  });
});
