/** The real server over TLS and real Chromium with fake devices, for the end-to-end tests. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from "playwright-core";
import { BROWSER_FLAGS } from "../../scripts/browser.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const START_WITHIN = 20_000;
/** What a page should do at once may take this long on a busy machine. */
const WAIT = 12_000;

/** Where a program runs: as it is, or by way of another one, as one of these arguments. */
export interface Place {
  /** The address of this machine there. */
  readonly address: string;
  /** What comes before a command, so that it runs there. */
  readonly enter: readonly string[];
}

const HERE: Place = { address: "127.0.0.1", enter: [] };

/** A server process of its own, with its own state folder, certificate and port. */
export class Server {
  readonly #place: Place;
  readonly folder = mkdtempSync(join(tmpdir(), "earshot-e2e-"));
  #process: ChildProcess | undefined;
  #url = "";

  constructor(place = HERE) {
    this.#place = place;
  }

  get url(): string {
    return this.#url;
  }

  /** Start, or start again on the same port. `dist` is where the built app is. */
  async start(dist = join(ROOT, "dist")): Promise<void> {
    const port = this.#url ? new URL(this.#url).port : "0";
    const { address, enter } = this.#place;
    const [program, ...args] = [...enter, process.execPath, join(dist, "server/main.js")];
    const server = spawn(program ?? process.execPath, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        HOST: address,
        PORT: port,
        EARSHOT_HOME: this.folder,
        KEY: "",
        CERT: "",
        ICE_SERVERS: "",
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#process = server;
    let printed = "";
    this.#url = await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`The server did not start: ${printed}`)), START_WITHIN);
      const read = (chunk: Buffer): void => {
        printed += chunk.toString();
        const [url] = /https:\/\/[\d.]+:\d+/u.exec(printed) ?? [];
        if (url === undefined || !printed.includes("Ctrl-C")) return;
        clearTimeout(timer);
        resolve(url);
      };
      server.stdout?.on("data", read);
      server.stderr?.on("data", read);
    });
  }

  /** End it as Ctrl-C does, or without a word. */
  async stop(signal: "SIGINT" | "SIGKILL" = "SIGINT"): Promise<void> {
    const server = this.#process;
    this.#process = undefined;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill(signal);
    await exited;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Start a browser; `wrapper` is a program that starts it elsewhere. */
export async function launch(flags: string[] = [], wrapper?: string): Promise<Browser> {
  const executablePath = wrapper ?? process.env["CHROME_PATH"];
  if (!executablePath) throw new Error("No browser: set CHROME_PATH to a Chromium, Chrome or Edge");
  return chromium.launch({ executablePath, args: [...BROWSER_FLAGS, ...flags] });
}

// In every page, before its scripts: what a test wants to count, gathered where the page makes it. Of connections and
// tracks it keeps only what is open: the soak counts what the page itself keeps of calls that are over.
function instrument({ small }: { small: boolean }): void {
  const probe = {
    connections: [] as RTCPeerConnection[],
    tracks: [] as MediaStreamTrack[],
    violations: [] as string[],
    sounds: 0,
  };
  Object.assign(window, { probe });
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
    }
    override close(): void {
      super.close();
      probe.connections = probe.connections.filter((connection) => connection !== this);
    }
  };
  // Absent where the page is not secure, such as about:blank.
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (mediaDevices) {
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const { video } = constraints ?? {};
      const picture = video && small ? { ...(video !== true && video), width: 320, height: 240, frameRate: 15 } : video;
      const stream = await ask({ ...constraints, ...(picture !== undefined && { video: picture }) });
      probe.tracks.push(...stream.getTracks());
      return stream;
    };
  }
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (this: OscillatorNode, when) {
    if (this.context.state === "running") probe.sounds++;
    start.call(this, when);
  };
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    probe.violations.push(`${violatedDirective}: ${blockedURI}`),
  );
}

declare global {
  interface Window {
    probe: { connections: RTCPeerConnection[]; tracks: MediaStreamTrack[]; violations: string[]; sounds: number };
  }
}

export interface OpenOptions {
  size?: { width: number; height: number };
  /** Runs in the page before its scripts. */
  prepare?: () => void;
  /** Another path of this origin: the page there is "not found", and empty. */
  path?: string;
  /** Pictures as large as the page asks for. They are small otherwise: encoding them is most of what a test costs. */
  fullSize?: boolean;
  /** What the browser says that it is: a phone, say. */
  userAgent?: string;
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
    { size = { width: 1280, height: 800 }, prepare, path, userAgent, fullSize = false }: OpenOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      viewport: size,
      ...(userAgent !== undefined && { userAgent }),
    });
    context.setDefaultTimeout(WAIT);
    await context.addInitScript(instrument, { small: !fullSize });
    if (prepare) await context.addInitScript(prepare);
    const person = new Person(name, context, await context.newPage());
    person.#watch(person.page, server);
    await person.page.goto(server.url + (path ?? ""), { timeout: START_WITHIN });
    return person;
  }

  /** One more tab of the same browser, and so the same person. */
  async anotherTab(server: { readonly url: string }): Promise<Person> {
    const tab = new Person(this.name, this.context, await this.context.newPage(), this.complaints);
    this.#watch(tab.page, server);
    await tab.page.goto(server.url, { timeout: START_WITHIN });
    return tab;
  }

  #watch(page: Page, server: { readonly url: string }): void {
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      // The server is stopped on purpose now and then.
      const expected = /WebSocket connection|ERR_CONNECTION_REFUSED|404/u.test(message.text());
      if (message.type() === "error" && !expected) this.complaints.push(message.text());
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

  async call(name: string): Promise<void> {
    await this.button(`Call ${name}`).click();
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

  /** Frames of the other that were decoded so far, and audio packets received, in the live connection. */
  async received(): Promise<{ video: number; audio: number }> {
    return this.page.evaluate(async () => {
      const live = window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").at(-1);
      const counts = { video: 0, audio: 0 };
      (await live?.getStats())?.forEach((report) => {
        if (report.type !== "inbound-rtp") return;
        if (report.kind === "video") counts.video += report.framesDecoded ?? 0;
        else counts.audio += report.packetsReceived ?? 0;
      });
      return counts;
    });
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

export interface Stage {
  readonly server: Server;
  /** Open the page in a browser of its own, without joining. */
  visit(name: string, options?: OpenOptions): Promise<Person>;
  /** Open it and give a name. */
  join(name: string, options?: OpenOptions): Promise<Person>;
}

/** What a test file needs: before each test a server that knows nobody, after it no page that complained. */
export function stage(): Stage {
  const server = new Server();
  const people: Person[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  beforeEach(() => server.start());
  afterEach(async () => {
    const complaints = people.flatMap(({ name, complaints }) => complaints.map((complaint) => `${name}: ${complaint}`));
    const open = people.filter(({ page }) => !page.isClosed());
    const violations = await Promise.all(open.map((person) => person.violations()));
    await Promise.all(people.splice(0).map(({ context }) => context.close()));
    await server.stop();
    expect(complaints).toEqual([]);
    expect(violations.flat()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server.dispose();
  });
  const visit: Stage["visit"] = async (name, options) => {
    const person = await Person.open(browser, server, name, options);
    people.push(person);
    return person;
  };
  const join: Stage["join"] = async (name, options) => {
    const person = await visit(name, options);
    await person.join();
    return person;
  };
  return { server, visit, join };
}

/** Wait until `probe` gives something for which `good` holds; polls, and fails with what it last saw. */
export async function until<T>(
  what: string,
  probe: () => Promise<T>,
  good: (value: T) => boolean,
  ms = WAIT,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (good(value)) return value;
    if (Date.now() > end)
      throw new Error(`Still waiting for ${what} after ${ms} ms; last seen: ${JSON.stringify(value)?.slice(-400)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** More frames of the other arrive, video and audio or only one of them. */
export async function framesGoOn(
  person: Person,
  kinds: ("video" | "audio")[] = ["video", "audio"],
  ms = WAIT,
): Promise<void> {
  const before = await person.received();
  await until(
    `${kinds.join(" and ")} at ${person.name}`,
    () => person.received(),
    (now) => kinds.every((kind) => now[kind] > before[kind] + 5),
    ms,
  );
}
