import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findWebKit, noWebKit } from "./webkit.mjs";

/** @type {string} */
let folder;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "earshot-webkit-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A library folder in which WebKit's browser is at this path. */
function libraries(/** @type {string} */ ...path) {
  mkdirSync(join(folder, ...path, "webkit2gtk-4.1"), { recursive: true });
  const browser = join(folder, ...path, "webkit2gtk-4.1", "MiniBrowser");
  writeFileSync(browser, "");
  return browser;
}
const everything = (/** @type {string} */ name) => `/bin/${name}`;

describe("findWebKit", () => {
  it("finds the browser where Debian puts it, and where others do", () => {
    expect(findWebKit([join(folder, "missing"), folder], everything)).toBeUndefined();
    const debians = libraries("riscv64-linux-gnu");
    const programs = { driver: "/bin/WebKitWebDriver", display: "/bin/Xvfb" };
    expect(findWebKit([join(folder, "missing"), folder], everything)).toEqual({ ...programs, browser: debians });
    const others = libraries();
    expect(findWebKit([folder], everything)).toEqual({ ...programs, browser: others });
  });

  it("is not satisfied with less than all of them", () => {
    libraries();
    for (const missing of ["WebKitWebDriver", "Xvfb"])
      expect(findWebKit([folder], (name) => (name === missing ? undefined : `/bin/${name}`))).toBeUndefined();
  });
});

describe("noWebKit", () => {
  it("says why there is none: another system, or nothing installed", () => {
    const found = { driver: "a", display: "b", browser: "c" };
    expect(noWebKit("linux", () => found)).toBeUndefined();
    expect(noWebKit("darwin", () => found)).toContain("Linux");
    expect(noWebKit("linux", () => undefined)).toContain("webkit2gtk-driver and xvfb");
  });
});
