/** The page that is served without TLS, in a real browser. */
import axeCore from "axe-core";
import { type Browser, type BrowserContextOptions, devices, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { guidesOf } from "../../src/joining/steps.ts";
import { chinese } from "../../src/joining/words/chinese.ts";
import { english } from "../../src/joining/words/english.ts";
import { french } from "../../src/joining/words/french.ts";
import { german } from "../../src/joining/words/german.ts";
import { APP, type Front, startFront } from "./front.ts";
import { launch } from "./browser.ts";
import { REACTION, STARTUP, until } from "./wait.ts";

const guides = guidesOf(english.guides);
const IPHONE = devices["iPhone 14"]?.userAgent ?? "";
const ANDROID = devices["Pixel 7"]?.userAgent ?? "";
const MAC = devices["Desktop Safari"]?.userAgent ?? "";
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

let front: Front;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  front = await startFront();
  browser = await launch([`--ignore-certificate-errors-spki-list=${front.spki}`]);
});
beforeEach(() => {
  front.trust(false);
  front.names = [];
  front.ownCertificate = false;
});
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

  it("looks again at once when the user comes back to the page", async () => {
    const page = await come({}, stopTime);
    await status(page, "Once trusted").waitFor();
    front.trust(true);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await status(page, "This device trusts Earshot now").waitFor();
    await page.clock.runFor(1_000);
    await title(page, APP).waitFor();
  });

  it("tells a laptop that is gone from one that is not trusted", async () => {
    const page = await come();
    await status(page, "Once trusted").waitFor();
    await front.vanish();
    try {
      await status(page, "The laptop cannot be reached").waitFor();
    } finally {
      await front.appear();
    }
    await status(page, "Once trusted").waitFor();
    front.trust(true);
    await title(page, APP).waitFor();
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

  it("goes by the laptop's name where that is known, and by the address where it is not", async () => {
    front.trust(true);
    const named = front.host.replace("127.0.0.1", "localhost");
    front.names = ["localhost:1", named];
    const page = await come();
    await title(page, APP).waitFor();
    expect(page.url()).toBe(`https://${named}/`);

    front.names = ["localhost:1"];
    const other = await come();
    await title(other, APP).waitFor();
    expect(other.url()).toBe(`https://${front.host}/`);
  });
});

describe("the plain page", () => {
  it("is of use without a script", async () => {
    const page = await come({ javaScriptEnabled: false, userAgent: ANDROID });
    await title(page, "Your browser does not know this laptop yet").waitFor();
    await page.locator("#install").getByText("Trusted credentials").first().waitFor();
    const visible = await page.locator("#install li:visible, #warning li:visible").allTextContents();
    const { install, warning, lacking } = guides["android-chrome"];
    expect(visible).toHaveLength(install.length + warning.length + lacking.length);
    await page.getByRole("link", { name: "Open Earshot with a warning" }).waitFor();
    // Nothing is claimed that only a script could know.
    expect(await page.getByRole("status").isVisible()).toBe(false);
    await page.locator("#help").getByText("This Wi-Fi has no internet").click();
    await page.getByText("Use this network as is").waitFor();
  });

  it("speaks the browser's language, and another one that is chosen, also without a script", async () => {
    const page = await come({ locale: "de-DE", javaScriptEnabled: false });
    await title(page, german.choice.title).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("de");
    await page.getByText("Deutsch").first().click();
    await page.getByRole("link", { name: "Français" }).click();
    await title(page, french.choice.title).waitFor();
    expect(await opened(page, "install")).toEqual([french.guides.devices.iphone.title]);
    expect(await page.getByRole("link", { name: "Français", includeHidden: true }).getAttribute("aria-current")).toBe(
      "true",
    );
  });

  it("says in the reader's language what its script finds out", async () => {
    const page = await come({ locale: "zh-CN" }, (page) => page.clock.setFixedTime(new Date("2021-03-04T10:00:00")));
    await status(page, chinese.script.untrusted).waitFor();
    await page.getByRole("alert").getByText(chinese.script.clock).waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/它显示 2021年.*；电脑显示 .*年/u);
  });

  it("finds an iPad out that says it is a Mac", async () => {
    const page = await come({ userAgent: MAC }, async (page) => {
      await page.addInitScript(() => Object.defineProperty(navigator, "maxTouchPoints", { value: 5 }));
    });
    await status(page, "Once trusted").waitFor();
    for (const part of ["install", "warning"] as const) {
      expect(await opened(page, part)).toEqual([guides.iphone.title]);
      expect(await page.locator(`#${part} summary`).first().textContent()).toBe(guides.iphone.title);
    }
    const mac = await come({ userAgent: MAC, hasTouch: false });
    await status(mac, "Once trusted").waitFor();
    expect(await opened(mac, "install")).toEqual([guides.macos.title]);
  });

  it.each(["2021-03-04T10:00:00", "2099-03-04T10:00:00"])("says that a clock is wrong that says %s", async (time) => {
    const page = await come({}, (page) => page.clock.setFixedTime(new Date(time)));
    const notice = page.getByRole("alert");
    await notice.getByText("This device's clock is wrong").waitFor();
    const text = (await notice.textContent()) ?? "";
    expect(text).toContain(time.slice(0, 4));
    expect(text).toContain(String(new Date().getFullYear()));
    // Set right, it is not mentioned any more.
    await page.clock.setFixedTime(new Date());
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await notice.waitFor({ state: "hidden" });
  });

  it("says nothing of a clock that is right", async () => {
    const page = await come();
    await status(page, "Once trusted").waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  it("has nothing to install where the operator has brought a certificate", async () => {
    front.ownCertificate = true;
    const page = await come();
    const open = page.getByRole("link", { name: "Open Earshot", exact: true });
    await open.waitFor();
    expect(await open.getAttribute("href")).toBe(`https://${front.host}/`);
    expect(await page.getByText("Install the certificate").count()).toBe(0);
    await page.getByText("If your browser warns").click();
    await page.getByText("visit this website").first().waitFor();
  });

  it.each(["light", "dark"] as const)("is accessible in the %s, in each of its states", async (colorScheme) => {
    const look = { colorScheme, reducedMotion: "reduce" } as const;
    const page = await come(look, (page) => page.clock.setFixedTime(new Date("2021-03-04T10:00:00")));
    await status(page, "Once trusted").waitFor();
    await page.evaluate(() => {
      for (const each of document.querySelectorAll("details")) each.open = true;
    });
    expect(await violations(page)).toEqual([]);
    await front.vanish();
    await status(page, "cannot be reached").waitFor();
    expect(await violations(page)).toEqual([]);
    await front.appear();
    // It does not get away before it was looked at.
    await page.route(`https://${front.host}/`, () => undefined);
    front.trust(true);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await status(page, "This device trusts Earshot now").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("fits a narrow phone, and every target a finger", async () => {
    for (const [userAgent, locale] of [
      [IPHONE, "en-GB"],
      [ANDROID, "en-GB"],
      [ANDROID, "de-DE"],
      [IPHONE, "fr-FR"],
    ] as const) {
      const page = await come({ userAgent, locale, viewport: { width: 320, height: 568 } });
      await page.locator("[data-state=untrusted]").waitFor();
      await page.evaluate(() => {
        for (const each of document.querySelectorAll("details")) each.open = true;
      });
      const { wide, small } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll("a, summary")]
          .map((element) => ({ height: element.getBoundingClientRect().height, text: element.textContent }))
          .filter(({ height }) => height < 44),
      }));
      expect({ wide, small }).toEqual({ wide: 0, small: [] });
    }
  });
});

/** What axe finds wrong. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" | ")}`);
  });
}
