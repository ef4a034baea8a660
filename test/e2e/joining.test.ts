/**
 * The page that is served without TLS, and the browser's own judgement of a certificate. What else it does:
 * src/joining/browser/watch-trust.browser.test.ts.
 */
import { type Browser, type BrowserContextOptions, devices, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guidesOf } from "../../src/joining/steps.ts";
import { english } from "../../src/joining/words/english.ts";
import { APP, type Front, startFront } from "./front.ts";
import { launch } from "./browser.ts";
import { REACTION, STARTUP, until } from "./wait.ts";

const guides = guidesOf(english.guides);
const IPHONE = devices["iPhone 14"]?.userAgent ?? "";
const ANDROID = devices["Pixel 7"]?.userAgent ?? "";
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

let front: Front;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  front = await startFront();
  browser = await launch([`--ignore-certificate-errors-spki-list=${front.spki}`]);
});
beforeEach(() => front.trust(false));
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  expect(complaints.splice(0)).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await front?.dispose();
});

/** Come to the address as somebody does who types it without "https://". */
async function come(options: BrowserContextOptions = {}, prepare?: (page: Page) => Promise<void>): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, userAgent: IPHONE, ...options });
  context.setDefaultTimeout(REACTION);
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // What the page tries out fails, until it does not.
    if (message.type() === "error" && !/net::ERR_/u.test(message.text())) complaints.push(message.text());
  });
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!["127.0.0.1", "localhost"].includes(hostname) && protocol !== "data:")
      complaints.push(`request to ${request.url()}`);
  });
  await prepare?.(page);
  await page.goto(`http://${front.host}/`, { timeout: STARTUP });
  return page;
}

/** No timer of the page fires until it is told to. */
async function stopTime(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
}

const title = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text });

/** The devices whose steps are open in a part of the page. */
async function opened(page: Page, part: "install" | "warning"): Promise<string[]> {
  return page.locator(`#${part} details[open] > summary`).allTextContents();
}

describe("where the certificate is not trusted", () => {
  it("offers both ways, for this very device", { tags: "core" }, async () => {
    const page = await come();
    await title(page, "Your browser does not know this laptop yet").waitFor();
    await page.getByRole("link", { name: "Install the certificate" }).click();
    expect(new URL(page.url()).hash).toBe("#install");
    await page.getByText("Certificate Trust Settings").first().waitFor();
    expect(await opened(page, "install")).toEqual([guides.iphone.title]);
    expect(await opened(page, "warning")).toEqual([guides.iphone.title]);
    const shown = await page.locator("figure code").textContent();
    expect(shown?.trim().replaceAll(" ", ":")).toBe(front.fingerprint);

    await page.getByText(guides.linux.title).first().click();
    await page.locator("#install").getByText("Installed by you").waitFor();

    await page.getByRole("link", { name: /^Continue with a warning/u }).click();
    await page.locator("#warning").getByText("visit this website").first().waitFor();
    const onward = page.getByRole("link", { name: "Open Earshot with a warning" });
    expect(await onward.getAttribute("href")).toBe(`https://${front.host}/`);
  });

  it("gives the file away", async () => {
    const page = await come({ userAgent: ANDROID });
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#install").getByRole("link", { name: "Download the certificate" }).first().click(),
    ]);
    expect(file.suggestedFilename()).toBe("earshot-ca.crt");
  });

  it("turns green once it is, in front of the user's eyes, and goes on by itself", { tags: "core" }, async () => {
    const page = await come();
    await status(page, "Once trusted, this page goes on by itself.").waitFor();
    front.trust(true);
    await status(page, "This device trusts Earshot now").waitFor();
    const ground = await page.getByRole("status").evaluate((element) => {
      const { width, height } = element.getBoundingClientRect();
      return {
        colour: getComputedStyle(element).backgroundColor,
        all: [width, height].join() === [innerWidth, innerHeight].join(),
      };
    });
    expect(ground).toEqual({ colour: "rgb(24, 121, 78)", all: true });
    await title(page, APP).waitFor();
    expect(page.url()).toBe(`https://${front.host}/`);
  });
});

describe("where the certificate is trusted", () => {
  it("goes on at once, and leaves nothing to go back to", { tags: "core" }, async () => {
    front.trust(true);
    const page = await come({}, stopTime);
    await title(page, APP).waitFor();
    expect(page.url()).toBe(`https://${front.host}/`);
    // What was there before: the empty page.
    await page.goBack();
    await until(
      "the empty page",
      async () => page.url(),
      (url) => url === "about:blank",
    );
  });
});
