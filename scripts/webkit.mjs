/**
 * The third engine of the tests: WebKitGTK, which Debian packs with its driver. It shows a page on a display only:
 * Xvfb is one.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { findProgram, offerProgram } from "./browser.mjs";

/** Where distributions put what is in no PATH: Debian in a folder for each kind of processor, as x86_64-linux-gnu. */
const LIBRARIES = ["/usr/lib", "/usr/libexec", "/usr/lib64"];

/** @typedef {{driver: string, display: string, browser: string}} WebKit paths of WebKit's driver, of Xvfb and of the browser */

/**
 * WebKit's programs, if all of them are there.
 * @returns {WebKit | undefined}
 */
export function findWebKit(libraries = LIBRARIES, find = findProgram) {
  const driver = find("WebKitWebDriver");
  const display = find("Xvfb");
  const browser = findMiniBrowser(libraries);
  return driver !== undefined && display !== undefined && browser !== undefined
    ? { driver, display, browser }
    : undefined;
}

/**
 * Why this machine has no WebKit for tests; nothing where it has one.
 * @param {NodeJS.Platform} platform
 * @param {() => WebKit | undefined} find
 * @returns {string | undefined}
 */
export function noWebKit(platform = process.platform, find = findWebKit) {
  if (platform !== "linux") return "WebKitGTK's driver is for Linux";
  return find() ? undefined : "WebKitGTK's driver or Xvfb is not installed (on Debian: webkit2gtk-driver and xvfb)";
}

/**
 * Install WebKit's programs where they are missing and that can be done without asking: `noWebKit` says what came of
 * it.
 */
export function offerWebKit() {
  if (process.platform !== "linux" || findWebKit() !== undefined) return;
  offerProgram("WebKitWebDriver", "webkit2gtk-driver");
  offerProgram("Xvfb", "xvfb");
}

/** WebKitGTK's own small browser, which its driver starts for tests; the one for GTK 3, which needs no more than X. */
function findMiniBrowser(/** @type {string[]} */ libraries) {
  const there = libraries.filter((folder) => existsSync(folder));
  const places = there.flatMap((folder) => [
    folder,
    ...readdirSync(folder)
      .filter(isTriplet)
      .map((name) => join(folder, name)),
  ]);
  return places.map((place) => join(place, "webkit2gtk-4.1", "MiniBrowser")).find((path) => existsSync(path));
}

const isTriplet = (/** @type {string} */ name) => name.includes("-linux-");
