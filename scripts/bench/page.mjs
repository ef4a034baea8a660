/** What it takes to open the page: its bytes, and how soon it is seen and answers on a slow phone. */
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "../browser.mjs";
import { BUDGET, laterFiles, pageFiles } from "../page.mjs";
import { startServer } from "../server.mjs";

/** How many times slower than this machine's the phone's processor is. */
const SLOWER = 4;
const VISITS = 5;
const PHONE = { width: 360, height: 740 };

export async function page() {
  bytes("Page, bytes over the wire (brotli) to show the directory:", pageFiles(), `of at most ${BUDGET}`);
  bytes("Later, when there is time for it or it is needed:", laterFiles());
  await speed();
}

/** @param {import("../page.mjs").Sent[]} files */
function bytes(/** @type {string} */ title, files, bound = "") {
  console.log(title);
  for (const { path, bytes } of files) console.log(`${String(bytes).padStart(8)}  ${path}`);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${String(total).padStart(8)}  in all${bound ? `, ${bound}` : ""}\n`);
}

async function speed() {
  const server = await startServer();
  /** @type {Visit[]} */
  const visits = [];
  try {
    for (let round = 0; round < VISITS; round++) visits.push(await visit(server.url));
  } finally {
    await server.stop();
  }
  const line = (/** @type {keyof Visit} */ key, /** @type {string} */ meaning) => {
    const values = visits.map((visit) => visit[key]).sort((a, b) => a - b);
    const [least, middle, most] = [0, VISITS >> 1, VISITS - 1].map((at) => Math.round(values[at] ?? 0));
    console.log(`${String(middle).padStart(8)}  ${meaning} (${least} to ${most})`);
  };
  console.log(
    `Opening it at ${PHONE.width}x${PHONE.height} with a processor ${SLOWER} times slower, nothing cached, from this machine's own server:\n` +
      `median of ${VISITS} in milliseconds since the address was opened (least to most)`,
  );
  line("painted", "first contentful paint");
  line("shown", "directory rendered, with its button Settings");
  line("answered", "interactive: a click on that, as soon as it is there, has opened the settings");
  line("longest", "longest task until then, in milliseconds");
}

/** In milliseconds. @typedef {{painted: number, shown: number, answered: number, longest: number}} Visit */

/** Somebody who has been here before opens the page in a browser that was just started. @returns {Promise<Visit>} */
async function visit(/** @type {string} */ url) {
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: PHONE, isMobile: true });
    await context.addInitScript(() => localStorage.setItem("earshot", JSON.stringify({ name: "Maya" })));
    await context.addInitScript(watch);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.goto(url);
    return await page.evaluate("window.visited");
  } finally {
    await browser.close();
  }
}

/** Runs in the page, before its scripts: looks once a frame whether the button is there, clicks it, and looks for what that opens. */
function watch() {
  const visit = { painted: 0, shown: 0, answered: 0, longest: 0 };
  /** @type {(visit: Visit) => void} */
  let done = () => {};
  Object.assign(window, { visited: new Promise((resolve) => (done = resolve)) });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries())
      if (name === "first-contentful-paint") visit.painted = startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries())
      if (!visit.answered || startTime < visit.answered) visit.longest = Math.max(visit.longest, duration);
  }).observe({ type: "longtask", buffered: true });

  /** @returns {Element | undefined} the first that fits, however deep in shadow roots */
  const find = (/** @type {string} */ selector, /** @type {ParentNode} */ root = document) => {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const element of root.querySelectorAll("*")) {
      const below = element.shadowRoot && find(selector, element.shadowRoot);
      if (below) return below;
    }
    return undefined;
  };
  const look = () => {
    const button = find("earshot-directory") && find('button[aria-label="Settings"]');
    if (button instanceof HTMLElement && !visit.shown) {
      visit.shown = performance.now();
      button.click();
    }
    if (visit.shown && !visit.answered && find("dialog[open]")) visit.answered = performance.now();
    // The observers hear of it a moment later.
    if (visit.answered && visit.painted) setTimeout(() => done(visit), 500);
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
