/** One person at a real Chromium with fake devices: what they do, see and get. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { BROWSER_FLAGS } from "../../scripts/browser.mjs";
import type { AppState, Intent } from "../../src/client/state.ts";
import { countReceived, instrument, type Received } from "./probe.ts";
import { browserPath } from "./browser.ts";
import { REACTION, STARTUP, until } from "./wait.ts";

export interface OpenOptions {
  size?: { width: number; height: number };
  /** Runs in the page before its scripts. */
  prepare?: () => void;
  /** Another path of this origin: the page there is "not found", and empty. */
  path?: string;
  /** What the browser says that it is: a phone, say. */
  userAgent?: string;
  /** The browser's language: "de-DE". */
  locale?: string;
  /** What the user has allowed before, such as `notifications`. */
  permissions?: string[];
  /** Pass the certificate's warning by, as a user would; it is the default. */
  insecure?: boolean;
  /** In the whole Chromium: for what its headless shell lacks, such as a screen that is kept on. */
  whole?: boolean;
  /** The page knows the name from an earlier visit, and joins by itself. */
  returning?: boolean;
}

function contextOf({
  size = { width: 1280, height: 800 },
  userAgent,
  locale,
  permissions,
  insecure = true,
}: OpenOptions): BrowserContextOptions {
  return {
    ignoreHTTPSErrors: insecure,
    viewport: size,
    ...(userAgent !== undefined && { userAgent }),
    ...(locale !== undefined && { locale }),
    ...(permissions && { permissions }),
  };
}

/** One person at one browser of their own. */
export class Person {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong in the page: uncaught errors, console errors, requests to another host. */
  readonly complaints: string[];

  private constructor(name: string, context: BrowserContext, page: Page, complaints: string[] = []) {
    this.name = name;
    this.context = context;
    this.page = page;
    this.complaints = complaints;
  }

  /** Open the page, without joining. */
  static async open(
    browser: Browser,
    server: { readonly url: string },
    name: string,
    options: OpenOptions = {},
  ): Promise<Person> {
    return Person.in(await browser.newContext(contextOf(options)), server, name, options);
  }

  /** As `open`, in a browser of its own, which keeps what it keeps on the disk, in the folder `profile`. */
  static async openOnDisk(
    profile: string,
    server: { readonly url: string },
    name: string,
    options: OpenOptions = {},
  ): Promise<Person> {
    const launch = { executablePath: browserPath(), args: BROWSER_FLAGS };
    const context = await chromium.launchPersistentContext(profile, { ...launch, ...contextOf(options) });
    return Person.in(context, server, name, options);
  }

  private static async in(
    context: BrowserContext,
    server: { readonly url: string },
    name: string,
    { prepare, path, returning = false }: OpenOptions,
  ): Promise<Person> {
    context.setDefaultTimeout(REACTION);
    await context.addInitScript(instrument);
    if (returning) await context.addInitScript(rememberName, name);
    if (prepare) await context.addInitScript(prepare);
    const person = new Person(name, context, await context.newPage());
    person.#watch(person.page, server);
    await person.page.goto(server.url + (path ?? ""), { timeout: STARTUP, waitUntil: "domcontentloaded" });
    return person;
  }

  /** One more tab of the same browser, and so the same person. */
  async anotherTab(server: { readonly url: string }): Promise<Person> {
    const tab = new Person(this.name, this.context, await this.context.newPage(), this.complaints);
    this.#watch(tab.page, server);
    await tab.page.goto(server.url, { timeout: STARTUP });
    return tab;
  }

  #watch(page: Page, server: { readonly url: string }): void {
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      // The server is stopped on purpose now and then, also while it answers. Chromium notes that a service worker did
      // not come, or is not wanted without a warning.
      const expected = /WebSocket connection|ERR_CONNECTION_RE(FUSED|SET)|404|fetching the script/u;
      if (message.type() === "error" && !expected.test(message.text())) this.complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/u.test(request.url()))
        this.complaints.push(`request to ${request.url()}`);
    });
  }

  /** Give a name, as on a first visit, and wait for the directory. */
  async join(): Promise<void> {
    await this.page.getByRole("textbox", { name: "Your name" }).fill(this.name);
    await this.page.getByRole("button", { name: "Join" }).click();
    await this.joined();
  }

  /** Wait for the directory. */
  async joined(): Promise<void> {
    await this.button("Settings").waitFor();
  }

  get list(): Locator {
    return this.page.getByRole("list", { name: "People nearby" });
  }

  button(name: string): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  inCallWith(name: string): Locator {
    return this.page.getByRole("region", { name: `Call with ${name}` });
  }

  status(text: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: text });
  }

  /** In the list; an open conversation has such a button, too. */
  async call(name: string): Promise<void> {
    await this.button(`Call ${name}`).first().click();
  }

  /** Answer the call that rings, and wait until both are in it. */
  async accept(caller: Person, how = "Accept"): Promise<void> {
    await this.prompt(caller.name).waitFor();
    await this.button(how).click();
    await caller.inCallWith(this.name).waitFor();
    await this.inCallWith(caller.name).waitFor();
  }

  /** The prompt for a call from `name`. */
  prompt(name: string): Locator {
    return this.page.getByRole("dialog", { name: `${name} is calling` });
  }

  /** What came from the other so far, in the live connection. */
  async received(): Promise<Received> {
    return this.page.evaluate(countReceived);
  }

  /** Tracks that are still live: a camera's light. */
  async liveTracks(): Promise<number> {
    return this.page.evaluate(() => {
      const { probe } = window;
      probe.tracks = probe.tracks.filter(({ readyState }) => readyState === "live");
      return probe.tracks.length;
    });
  }

  /** Tones that were really sounded so far. */
  async sounds(): Promise<number> {
    return this.page.evaluate(() => window.probe.sounds);
  }

  /** Tones that sound at this moment. */
  async sounding(): Promise<number> {
    return this.page.evaluate(() => window.probe.sounding);
  }

  /** Want something that has no button, or one elsewhere, as components say it. */
  async want(intent: Intent): Promise<void> {
    await this.page.evaluate(
      (detail) => void document.querySelector("earshot-app")?.dispatchEvent(new CustomEvent("intent", { detail })),
      intent,
    );
  }

  /** The id by which the server knows somebody else. */
  async idOf(name: string): Promise<string> {
    await this.button(`Call ${name}`).first().waitFor();
    return this.page.evaluate((name) => {
      const app = document.querySelector("earshot-app") as unknown as { store: { value: AppState } };
      return app.store.value.people.find((person) => person.name === name)?.id ?? "";
    }, name);
  }

  /** Closes all pages of this browser, each of which says goodbye to the server, and forgets what it has kept. */
  async leave(): Promise<void> {
    await Promise.all(this.context.pages().map((page) => page.close()));
    await this.context.close();
  }

  async openConnections(): Promise<number> {
    return this.page.evaluate(
      () => window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").length,
    );
  }

  /** What the content security policy has stopped. */
  async violations(): Promise<string[]> {
    return this.page.evaluate(() => window.probe.violations);
  }
}

/** Runs in the page, before its scripts: its user has given a name on an earlier visit (see `src/client/settings.ts`). */
function rememberName(name: string): void {
  // Forbidden where the page is not secure, such as about:blank.
  if (location.protocol !== "https:" || localStorage.getItem("earshot") !== null) return;
  localStorage.setItem("earshot", JSON.stringify({ name }));
}

/** Frames and audio packets that must arrive before media counts as flowing. Pictures come 5 times a second: see `instrument`. */
const FLOWING = { video: 2, audio: 5 } as const;

/** More frames of the other arrive, video and audio or only one of them. */
export async function framesGoOn(
  person: { readonly name: string; received(): Promise<Received> },
  kinds: ("video" | "audio")[] = ["video", "audio"],
  ms = REACTION,
): Promise<void> {
  const before = await person.received();
  await until(
    `${kinds.join(" and ")} at ${person.name}`,
    () => person.received(),
    (now) => kinds.every((kind) => now[kind] > before[kind] + FLOWING[kind]),
    ms,
  );
}
