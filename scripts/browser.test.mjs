import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ensureHeadlessShell, findBrowser, findHeadlessShell } from "./browser.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-browser-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function program(/** @type {string} */ name, mode = 0o755, content = "") {
  writeFileSync(join(folder, name), content);
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

describe("findHeadlessShell", () => {
  it("prefers CHROME_SHELL_PATH, then a shell in the PATH, then a browser", () => {
    const find = (/** @type {NodeJS.ProcessEnv} */ more = {}) => findHeadlessShell({ PATH: folder, ...more }, "linux");
    expect(find()).toBeUndefined();
    const browser = program("chromium");
    expect(find()).toBe(browser);
    const testing = program("chrome-headless-shell");
    expect(find()).toBe(testing);
    const shell = program("chromium-headless-shell");
    expect(find()).toBe(shell);
    expect(find({ CHROME_PATH: browser })).toBe(shell);
    const chosen = program("mine");
    expect(find({ CHROME_SHELL_PATH: chosen })).toBe(chosen);
  });

  it("says so when CHROME_SHELL_PATH is no program", () => {
    program("chromium-headless-shell");
    expect(() => findHeadlessShell({ CHROME_SHELL_PATH: folder, PATH: folder }, "linux")).toThrow(
      `CHROME_SHELL_PATH is ${folder}`,
    );
  });
});

// Packages are installed by root on Linux alone: elsewhere nothing is.
describe.runIf(process.platform === "linux" && process.getuid?.() === 0)("ensureHeadlessShell", () => {
  beforeEach(() => {
    vi.stubEnv("PATH", folder);
    vi.stubEnv("CHROME_PATH", undefined);
    vi.stubEnv("CHROME_SHELL_PATH", undefined);
    vi.spyOn(console, "log").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  /** An apt-get that notes how it was called, and has these packages, each with a program of its name. */
  function apt(/** @type {string[]} */ ...packages) {
    const put = packages.map(
      (name) => `case "$*" in *" ${name} "*) : >${folder}/${name}; /bin/chmod +x ${folder}/${name};; esac`,
    );
    program(
      "apt-get",
      0o755,
      `#!/bin/sh\necho "$1" >>${folder}/called\n[ "$1" = install ] || exit 0\n${put.join("\n")}\n`,
    );
  }

  it("installs nothing where there is a shell", () => {
    apt("chromium-headless-shell");
    const shell = program("chromium-headless-shell");
    expect(ensureHeadlessShell()).toBe(shell);
    expect(existsSync(join(folder, "called"))).toBe(false);
  });

  it("installs the shell alone where there is none", () => {
    apt("chromium-headless-shell", "chromium");
    program("chromium-browser");
    expect(ensureHeadlessShell()).toBe(join(folder, "chromium-headless-shell"));
    expect(readFileSync(join(folder, "called"), "utf8")).toBe("update\ninstall\n");
    expect(existsSync(join(folder, "chromium"))).toBe(false);
  });

  it("takes a browser where no shell can be had, and installs one if there is none", () => {
    apt("chromium");
    const browser = program("google-chrome");
    expect(ensureHeadlessShell()).toBe(browser);
    rmSync(browser);
    expect(ensureHeadlessShell()).toBe(join(folder, "chromium"));
  });
});
