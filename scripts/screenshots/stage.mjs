/** Where pictures are taken: a browser, the server, and pages of people's devices. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { devices } from "playwright-core";
import { reason, root } from "../setup.mjs";
import { DEVICES, fileOf, looks } from "./looks.mjs";
import { NOT_YET } from "./not-yet.mjs";
import { portrait } from "./portrait.mjs";
import { screen } from "./screen.mjs";
import { instrument } from "./trouble.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("./cast.mjs").Person} Person */
/** @typedef {import("playwright-core").BrowserContextOptions} ContextOptions */

export const ALL = join(root, "test/output/screenshots");
/** By which the server is found here, too, as if it were another computer. */
export const NAME = "laptop.local";
/** What people would read in a home network, in place of this machine's own address in the server's list. */
const ADDRESSES = ["https://192.168.1.20:3000", "https://[fd12:3456:789a::20]:3000", "https://laptop.local:3000"];
const SHOWN = ADDRESSES.map((address) => `"${address}"`).join();
/** In milliseconds: a busy machine may take this long for what should be there at once. */
const WAIT = 30_000;
/** Enough for an encoder to have come up to its full quality. */
const FRAMES = 40;

export class Stage {
  /** What could not be taken, and why. @type {string[]} */ failures = [];
  /** @type {import("playwright-core").Browser} */ #browser;
  #url;
  #device;

  /**
   * @param {import("playwright-core").Browser} browser
   * @param {string} url the server's
   * @param {import("./looks.mjs").Device} device on which the views are taken
   */
  constructor(browser, url, device) {
    this.#browser = browser;
    this.#url = url;
    this.#device = device;
  }

  get url() {
    return this.#url;
  }

  /** Where the server is, by a name that is not this computer's own. */
  get named() {
    return this.#url.replace("127.0.0.1", NAME);
  }

  get device() {
    return this.#device;
  }

  /**
   * Take a view, once it has been brought about. If that fails, it is noted by its name, and the tour goes on.
   * @param {Page | undefined} page the one that `prepare` opens, if there is none yet
   * @param {string} view
   * @param {() => Promise<unknown>} prepare
   * @param {{extremes?: boolean, wake?: boolean}} options in the extreme sizes, too; with a finger on the screen, before which controls come back
   */
  async view(page, view, prepare = async () => {}, { extremes = false, wake = false } = {}) {
    if (NOT_YET.has(view)) return console.log(`${view}: not taken, see not-yet.mjs`);
    let shown = page;
    try {
      const opened = await prepare();
      shown ??= /** @type {Page} */ (opened);
      for (const look of looks(this.#device, extremes)) {
        await shown.setViewportSize(look.size);
        await shown.emulateMedia({ colorScheme: look.scheme });
        if (wake) await wakeUp(shown);
        await shoot(shown, join(ALL, fileOf(view, look)));
      }
    } catch (error) {
      const [first] = reason(error).split("\n");
      this.failures.push(`${view} (${this.#device}): ${first}`);
      console.error(`FAILED ${view}: ${first}`);
    } finally {
      await shown?.setViewportSize(DEVICES[this.#device].size).catch(() => undefined); // the page may be gone
    }
  }

  /**
   * The app, on this person's device: before they have given a name, or as on a later visit.
   * @param {Person} person
   * @param {{joined?: boolean, settings?: object, prepare?: () => void, at?: string, context?: ContextOptions}} options
   * @returns {Promise<Page>}
   */
  async open(person, { joined = false, settings = {}, prepare, at = this.#url, context = {} } = {}) {
    const page = await this.blank(person, context);
    if (joined || Object.keys(settings).length > 0) {
      // Of all its pages: a second tab is the same person.
      const script = { ...(joined && { name: person.name }), toldAsleep: true, ...settings };
      await page.context().addInitScript(remember, script);
    }
    if (prepare) await page.addInitScript(prepare);
    await page.context().routeWebSocket(/\/rtc$/, (socket) => {
      const own = [this.#url, this.named].map((url) => `"${url}"`).join();
      socket.connectToServer().onMessage((frame) => socket.send(String(frame).replaceAll(own, SHOWN)));
    });
    await page.goto(at);
    if (joined) await page.locator("earshot-directory").waitFor();
    return page;
  }

  /**
   * A page on this person's device, at nothing yet.
   * @param {Person} person
   * @param {ContextOptions} options
   * @returns {Promise<Page>}
   */
  async blank({ device, colours }, options = {}) {
    // On large screens everybody is at a computer.
    const kind = this.#device === "computer" ? "Desktop Chrome" : device;
    const { userAgent } = /** @type {{userAgent: string}} */ (devices[kind]);
    const { size } = DEVICES[this.#device];
    const look = { viewport: size, colorScheme: /** @type {const} */ ("light"), userAgent };
    const context = await this.#browser.newContext({ ignoreHTTPSErrors: true, ...look, ...options });
    context.setDefaultTimeout(WAIT);
    await context.addInitScript(portrait, { colours });
    await context.addInitScript(screen);
    return context.newPage();
  }

  /**
   * A page whose sockets obey, at nothing yet: see trouble.mjs.
   * @param {Person} person
   * @param {{refuse?: boolean, joined?: boolean}} options
   * @returns {Promise<Page>}
   */
  async obedient(person, { refuse = false, joined = false } = {}) {
    const page = await this.blank(person);
    await page.addInitScript(instrument, { refuse });
    if (joined) await page.addInitScript(remember, { name: person.name, toldAsleep: true });
    return page;
  }
}

/** Runs in the page: these are its settings from an earlier visit; what it has kept since then stays. */
function remember(/** @type {object} */ settings) {
  localStorage["earshot"] ??= JSON.stringify(settings);
}

/** Give a name, as on a first visit. */
export async function enter(/** @type {Page} */ page, /** @type {string} */ name) {
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Join" }).click();
}

/** Say something in the chat. */
export async function say(/** @type {Page} */ page, /** @type {string} */ text) {
  await page.getByRole("textbox", { name: "Message" }).fill(text);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Wait until a picture has come and moves. */
export async function frames(/** @type {Page} */ page, /** @type {string} */ label, count = FRAMES) {
  const video = page.locator(`video[aria-label="${label}"]`).first();
  const end = Date.now() + WAIT;
  const seen = () =>
    video.evaluate((element) => /** @type {HTMLVideoElement} */ (element).getVideoPlaybackQuality().totalVideoFrames);
  while ((await seen()) < count) {
    if (Date.now() > end) throw new Error(`There is no picture of ${label}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function shoot(/** @type {Page} */ page, /** @type {string} */ path) {
  mkdirSync(dirname(path), { recursive: true });
  const { length } = await page.screenshot({ path, animations: "disabled", caret: "initial" });
  console.log(`${path.slice(root.length)}  ${Math.ceil(length / 1024)} KiB`);
}

/** Where nothing is touched by it. */
async function wakeUp(/** @type {Page} */ page) {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 3);
  await page.mouse.move(width / 2 + 4, height / 3 + 4);
}
