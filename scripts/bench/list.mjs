/** What a crowd costs a slow phone: the longest task while a thousand people are shown, change, come in and are scrolled past. */
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, ensureBrowser } from "../browser.mjs";
import { startServer } from "../server.mjs";

/** How many times slower than this machine's the phone's processor is. */
const SLOWER = 4;
const ROUNDS = 3;
const PEOPLE = 1_000;
const JOINS = 30;
/** As many as one frame of a full list holds. */
const CHUNK = 500;
const PHONE = { width: 360, height: 740 };
/** In milliseconds: what is to happen at once may take this long here. */
const WAIT = 60_000;

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").CDPSession} Session */
/** @typedef {{id: string, name: string, device: string, status: string, protocol: number}} Person */

/** What is measured, and what it says. */
const MEASURED = {
  first: `${PEOPLE} people shown for the first time`,
  relisted: "the same list again, as after a reconnect",
  change: "one of them changes",
  joins: `${JOINS} come in at once`,
  leaves: `${JOINS} leave at once`,
  scrolled: "the list is flung by twenty screens",
  found: "a letter is typed into the search",
  cleared: "the search is cleared",
};

export async function list() {
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_FLAGS });
  /** @type {Record<string, number[]>} */
  const all = {};
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const [what, length] of Object.entries(await visit(browser, server.url))) (all[what] ??= []).push(length);
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(
    `A crowd on a page of ${PHONE.width}x${PHONE.height} with a processor ${SLOWER} times slower:\n` +
      `the longest task in milliseconds of processor time, median of ${ROUNDS} (least to most)`,
  );
  for (const [what, meaning] of Object.entries(MEASURED)) {
    const sorted = (all[what] ?? []).sort((a, b) => a - b);
    const [least, middle, most] = [0, sorted.length >> 1, sorted.length - 1].map((at) => Math.round(sorted[at] ?? 0));
    console.log(`${String(middle).padStart(8)}  ${meaning} (${least} to ${most})`);
  }
}

/** The real page, at whose socket's other end stands this script. @returns {Promise<Record<string, number>>} */
async function visit(/** @type {import("playwright-core").Browser} */ browser, /** @type {string} */ url) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: PHONE });
  context.setDefaultTimeout(WAIT);
  await context.addInitScript(() => localStorage.setItem("earshot", JSON.stringify({ name: "Maya" })));
  const page = await context.newPage();
  /** @type {(message: object) => void} */
  let say = () => {};
  await page.routeWebSocket(/\/rtc$/, (socket) => {
    say = (message) => socket.send(JSON.stringify(message));
    say({ type: "ready", version: "", id: "maya", token: "token", protocol: 1, iceServers: [], addresses: [url] });
    socket.onMessage((frame) => {
      if (JSON.parse(String(frame)).type === "beat") say({ type: "beat" });
    });
  });
  const peers = (/** @type {object} */ data) => say({ type: "peers", data: { peers: [], gone: [], ...data } });
  await page.goto(url);
  await page.locator("earshot-directory").waitFor();
  peers({ full: true });
  await page.getByText("Nobody else is here yet").waitFor();
  const people = cast(PEOPLE);
  const list = () => {
    for (let at = 0; at < people.length; at += CHUNK)
      peers({ full: at === 0, more: at + CHUNK < people.length, peers: people.slice(at, at + CHUNK) });
  };
  const ask = (/** @type {string} */ what) =>
    page.evaluate(`(() => {
      const { shadowRoot } = document.querySelector("earshot-app").shadowRoot.querySelector("earshot-directory");
      return ${what};
    })()`);
  // A locator would search the whole page, time and again, and be measured, too.
  const until = async (/** @type {string} */ condition) => {
    for (const end = Date.now() + WAIT; !(await ask(condition));) {
      if (Date.now() > end) throw new Error(`Still waiting until ${condition}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const rows = (/** @type {number} */ count) => until(`shadowRoot.querySelector("ul").children.length === ${count}`);
  const shown = (/** @type {string} */ text) => until(`shadowRoot.querySelector("li b").textContent === "${text}"`);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const measure = (/** @type {() => Promise<unknown>} */ act) => longestTask(session, page, act);
  const type = (/** @type {string} */ text) =>
    ask(`(() => {
      const box = shadowRoot.querySelector("earshot-search").shadowRoot.querySelector("input");
      box.value = "${text}";
      box.dispatchEvent(new Event("input"));
    })()`);

  const first = await measure(async () => {
    list();
    await rows(PEOPLE);
  });
  const relisted = await measure(async () => {
    list();
    peers({ peers: [{ ...people[5], name: "000 At the top" }] });
    await shown("000 At the top");
  });
  const change = await measure(async () => {
    peers({ peers: [{ ...people[5], name: "001 At the top again", status: "busy" }] });
    await shown("001 At the top again");
  });
  const extras = cast(JOINS, "extra-");
  const joins = await measure(async () => {
    peers({ peers: extras });
    await rows(PEOPLE + JOINS);
  });
  const leaves = await measure(async () => {
    peers({ gone: extras.map(({ id }) => id) });
    await rows(PEOPLE);
  });
  const scrolled = await measure(() => page.evaluate(scrollDown));
  await page.evaluate("scrollTo(0, 0)");
  const found = await measure(async () => {
    await type("9");
    await until(`shadowRoot.querySelector("ul").children.length < ${PEOPLE}`);
  });
  const cleared = await measure(async () => {
    await type("");
    await rows(PEOPLE);
  });
  await context.close();
  return { first, relisted, change, joins, leaves, scrolled, found, cleared };
}

/** Runs in the page: twenty screens down, by a third of one with every frame, as fast as a finger flings. @returns {Promise<void>} */
function scrollDown() {
  return new Promise((resolve) => {
    const step = () => {
      scrollBy(0, innerHeight / 3);
      if (scrollY > 20 * innerHeight) resolve();
      else requestAnimationFrame(step);
    };
    step();
  });
}

/** People of names that are spread over the alphabet. @returns {Person[]} */
function cast(/** @type {number} */ count, prefix = "person-") {
  const given = ["Aïcha", "Björn", "Chloé", "Dmitri", "Élodie", "Fatima", "Øyvind", "Wei", "Zoë", "Jonas"];
  return Array.from({ length: count }, (_, at) => ({
    id: `${prefix}${at}`,
    name: `${given[(at * 7) % given.length]} ${String((at * 7919) % 10_007).padStart(5, "0")}`,
    device: ["phone", "tablet", "computer"][at % 3] ?? "phone",
    status: at % 5 === 0 ? "busy" : "available",
    protocol: 1,
  }));
}

/**
 * The longest task of the page's main thread while something happens, from the browser's own trace; in milliseconds.
 * @param {Session} session @param {Page} page @param {() => Promise<unknown>} act
 */
async function longestTask(session, page, act) {
  /** @type {{name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: {name?: string}}[]} */
  const events = [];
  const collect = (/** @type {{value: object[]}} */ { value }) => void events.push(.../** @type {any[]} */ (value));
  session.on("Tracing.dataCollected", collect);
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline", "toplevel", "__metadata"] },
  });
  await act();
  // What it has set off, too.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 500))));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  const main = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const threads = new Set(main.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith("RunTask") && threads.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("The browser's trace has no tasks of the page");
  // Of the processor's time, since other programs may want it, too.
  return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
}
