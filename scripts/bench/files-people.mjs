/** People with a browser of their own each, whose profile is on the disk: where a page is private, the browser keeps its files in memory. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "../browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** In milliseconds: what is to happen at once may take this long on a busy machine. */
export const WAIT = 60_000;
/** The pages ask for no device before files are handed over; addresses of local names are not found on every machine. */
const FLAGS = [...BROWSER_FLAGS, "--disable-features=WebRtcHideLocalIpsWithMdns"];

/** Ada hands over; Bob keeps on the disk, and Cleo in memory. @typedef {{ada: Page, bob: Page, cleo: Page}} People */

/**
 * Let them open the page and see each other, use their pages, and close them whatever happens.
 * @param {string} url
 * @param {(people: People) => Promise<unknown>} use
 */
export async function withPeople(url, use) {
  /** @type {{page: Page, close(): Promise<void>}[]} */
  const all = [];
  try {
    for (const name of ["Ada", "Bob", "Cleo"]) all.push(await open(url, name));
    const [ada, bob, cleo] = /** @type {[Page, Page, Page]} */ (all.map(({ page }) => page));
    await sees(ada, "Bob");
    await sees(ada, "Cleo");
    for (const page of [bob, cleo]) await sees(page, "Ada");
    await use({ ada, bob, cleo });
  } finally {
    await Promise.all(all.map(({ close }) => close()));
  }
}

function sees(/** @type {Page} */ page, /** @type {string} */ name) {
  return page.getByRole("button", { name: `Call ${name}`, exact: true }).waitFor();
}

async function open(/** @type {string} */ url, /** @type {string} */ name) {
  const profile = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: FLAGS,
    ignoreHTTPSErrors: true,
    // What is received is kept; the copy in the downloads is no part of it.
    acceptDownloads: false,
  });
  context.setDefaultTimeout(WAIT);
  await context.addInitScript(prepare, name);
  const page = await context.newPage();
  await page.goto(url);
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, close };
}

/** Runs in the page, before its scripts: somebody who has been here before, and whose connections can be looked into. */
function prepare(/** @type {string} */ name) {
  // Without its worker a page keeps what it receives in memory.
  if (name === "Cleo")
    addEventListener("DOMContentLoaded", () => document.querySelector('link[rel="worker"]')?.remove());
  if (localStorage.getItem("earshot") === null) localStorage.setItem("earshot", JSON.stringify({ name }));
  /** @type {RTCPeerConnection[]} */
  const connections = [];
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(/** @type {RTCConfiguration | undefined} */ configuration) {
      super(configuration);
      connections.push(this);
    }
  };
  const app = () => document.querySelector("earshot-app");
  window.bench = {
    connections,
    want: (intent) => void app().dispatchEvent(new CustomEvent("intent", { detail: intent })),
    idOf: (name) => app().store.value.people.find((/** @type {{name: string}} */ person) => person.name === name)?.id,
    until(find, patience) {
      const { store } = app();
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`the page did not come to it: ${String(find)}`)), patience);
        const look = () => {
          const found = find([...store.value.transfers.values()]);
          if (!found) return;
          clearTimeout(timer);
          stop();
          resolve(found);
        };
        const stop = store.subscribe(look);
        look();
      });
    },
  };
}
