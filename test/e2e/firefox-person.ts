/** One person at a real Firefox with fake devices, as Person is at Chromium. Its driver knows no roles: they are looked for in the page. */
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import { findShown, type Role, ROLES } from "../helpers/roles.ts";
import { countReceived, instrument, pathName, type Received } from "./probe.ts";
import { STARTUP, until } from "./wait.ts";

export class FirefoxPerson {
  readonly name: string;
  readonly page: Page;

  private constructor(name: string, page: Page) {
    this.name = name;
    this.page = page;
  }

  /** Open the page, as on a first visit, and give a name. `prepare` runs in the page before its scripts. */
  static async join(browser: Browser, url: string, name: string, prepare?: () => void): Promise<FirefoxPerson> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(instrument);
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(url, { timeout: STARTUP });
    const person = new FirefoxPerson(name, page);
    await person.type("Your name", name);
    await person.press("Join");
    await person.waitFor("button", "Settings");
    return person;
  }

  /** Wait for what has this role and, if given, this name. */
  async waitFor(role: Role, name?: string): Promise<ElementHandle<HTMLElement>> {
    const there = await until(`${role} ${name ?? ""} at ${this.name}`, () => this.#find(role, name), Boolean);
    return there as ElementHandle<HTMLElement>;
  }

  /** Wait until something with this role reads so; and until nothing does. */
  async reads(role: Role, text: RegExp, wanted = true): Promise<void> {
    const what = `${role} ${wanted ? "with" : "without"} ${text} at ${this.name}`;
    await until(
      what,
      () => this.#texts(role),
      (texts) => texts.some((read) => text.test(read)) === wanted,
    );
  }

  /** Press a button, as a mouse does. */
  async press(name: string): Promise<void> {
    const button = await this.waitFor("button", name);
    await button.click();
  }

  /** Type into a text field that may hold something already. */
  async type(name: string, text: string): Promise<void> {
    const field = await this.waitFor("textbox", name);
    await field.evaluate((element) => (element as HTMLInputElement).select());
    await field.type(text);
  }

  received(): Promise<Received> {
    return this.page.evaluate(countReceived);
  }

  path(): Promise<string | undefined> {
    return this.page.evaluate(pathName);
  }

  /** Close the page, and forget all that it has kept. */
  async leave(): Promise<void> {
    await this.page.browserContext().close();
  }

  /** What the content security policy has stopped. */
  violations(): Promise<string[]> {
    return this.page.evaluate(() => window.probe.violations);
  }

  async #find(role: Role, name?: string): Promise<ElementHandle<HTMLElement> | undefined> {
    const found = await this.page.evaluateHandle(
      (elements, name) => elements.find(({ label }) => name === undefined || label === name)?.element,
      await this.#all(role),
      name,
    );
    return (found.asElement() as ElementHandle<HTMLElement> | null) ?? undefined;
  }

  async #texts(role: Role): Promise<string[]> {
    return this.page.evaluate((elements) => elements.map(({ text }) => text), await this.#all(role));
  }

  #all(role: Role) {
    return this.page.evaluateHandle(findShown, ROLES[role]);
  }
}
