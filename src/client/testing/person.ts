/** One person in the page of a test: the parts of a real page, with connections that are real and devices that are Chromium's fakes. */
import { createAlerts } from "../create-alerts.ts";
import { type Client, createClient } from "../create-client.ts";
import { createTabs } from "../create-tabs.ts";
import { DoubleTap } from "../double-tap.ts";
import { Media } from "../media.ts";
import type { AppState, Intent } from "../state.ts";
import { Talking } from "../talk/talking.ts";
import { User } from "../user.ts";
import { quietChat } from "./chat.ts";
import { FakeDevices } from "./fake-devices.ts";
import { MemoryStorage } from "./memory-storage.ts";
import { type Received, receivedBy } from "./received.ts";
import type { ScriptedLine, ScriptedSignaling } from "./scripted-signaling.ts";
import { SELDOM, until } from "./until.ts";

export interface PersonOptions {
  /** A phone has cameras that look two ways. */
  device?: "phone" | "computer";
  /** The browser makes no connections. */
  noWebRTC?: boolean;
  /** Makes the connections of calls in another way. */
  connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** Keeps conversations in IndexedDB, and not only until the page is closed. */
  keeps?: boolean;
  /** What the browser keeps of an earlier visit; the person gives no name then. */
  storage?: MemoryStorage;
  /** Sounds, notifications and the lock of the screen are those of the test's page. */
  alerts?: boolean;
  /** The browser may have several tabs: this is its first, or one more beside `first`. They hold the locks of the test's page. */
  tab?: "first" | { first: Person };
}

/** How many people there were in this page of a test. */
let people = 0;

/** What a person has open. */
interface Page {
  readonly client: Client;
  readonly user: User;
  readonly told: ReturnType<typeof createAlerts> | undefined;
  readonly tabs: ReturnType<typeof createTabs> | undefined;
}

export class Person {
  readonly name: string;
  readonly devices = new FakeDevices();
  readonly line: ScriptedLine;
  /** The connections of calls and of files, in the order in which they were made. */
  readonly connections: RTCPeerConnection[] = [];
  /** The sentences that were shown, in this order. */
  readonly notices: string[] = [];
  /** Files that were handed to the browser's downloads. */
  readonly saved: File[] = [];
  /** Where settings and recent calls are kept, over a reload. */
  readonly storage: MemoryStorage;
  readonly #options: PersonOptions;
  /** Where conversations are kept, over a reload. */
  readonly #database = `earshot-test-${++people}`;
  #page: Page;

  constructor(name: string, signaling: ScriptedSignaling, options: PersonOptions = {}) {
    const { storage, tab } = options;
    const first = typeof tab === "object" ? tab.first : undefined;
    this.name = name;
    this.#options = options;
    this.storage = storage ?? first?.storage ?? new MemoryStorage();
    this.line = first?.line ?? signaling.line(name.toLowerCase());
    this.#page = this.#load();
    if (!storage && !first) this.client.memory.remember({ name });
    this.#start();
  }

  get id(): string {
    return this.line.id;
  }

  get client(): Client {
    return this.#page.client;
  }

  get state(): AppState {
    return this.client.store.value;
  }

  get phase(): AppState["call"]["phase"] {
    return this.state.call.phase;
  }

  /** The connections that are not closed. */
  get open(): RTCPeerConnection[] {
    return this.connections.filter(({ connectionState }) => connectionState !== "closed");
  }

  /** The connection of the latest call, open or closed; those of files have no voice and no face. */
  get callConnection(): RTCPeerConnection | undefined {
    return this.connections.findLast((connection) => connection.getTransceivers().length > 0);
  }

  /** The name that ICE gave the path that is used, or being found (RFC 8839, 5.4). */
  get path(): string | undefined {
    return /a=ice-ufrag:(\S+)/u.exec(this.callConnection?.localDescription?.sdp ?? "")?.[1];
  }

  /** Wants something, as components say it; false if it could not be done. */
  want(intent: Intent): boolean {
    return this.#page.user.act(intent);
  }

  /** Waits until the state of this page is so. */
  async until(what: string, good: (state: AppState) => unknown): Promise<void> {
    await until(`${what} at ${this.name}`, () => good(this.state));
  }

  /** Waits until somebody is in the list, with this status. */
  async sees(person: Person, status = "available"): Promise<void> {
    const isSo = ({ people }: AppState) => people.some((one) => one.id === person.id && one.status === status);
    await this.until(`${person.name} ${status}`, isSo);
  }

  /** Calls somebody who is in the list, or comes into it. */
  async call(peer: Person, video = true): Promise<void> {
    await this.until(`${peer.name} in the list`, ({ people }) => people.some(({ id }) => id === peer.id));
    this.want({ type: "dial", peer: peer.id, video });
  }

  /** Waits until it rings for a call of this person. */
  async rings(caller: Person): Promise<void> {
    await this.until(
      `the call of ${caller.name}`,
      ({ call }) => call.phase === "ringing" && call.peer.id === caller.id,
    );
  }

  /** What came so far by the connection of the latest call. */
  received(): Promise<Received> {
    return receivedBy(this.callConnection);
  }

  /** How many frames of the other's camera were decoded so far. */
  async frames(): Promise<number> {
    return (await this.received())["1"] ?? 0;
  }

  /** Waits until more has come by all these sections: pictures that were decoded, or packets of sound. */
  async gets(...sections: string[]): Promise<void> {
    const before = await this.received();
    const more = async () => {
      const now = await this.received();
      return sections.every((section) => (now[section] ?? 0) > (before[section] ?? 0) + 2);
    };
    await until(`more by ${sections.join(", ")} at ${this.name}`, more, { interval: SELDOM });
  }

  /** Waits until no call is on, no device open, and no connection left. */
  async isQuiet(): Promise<void> {
    await this.until("no call", ({ call }) => call.phase === "idle");
    await until(`no live track at ${this.name}`, () => this.devices.live.length === 0);
    await until(`no open connection at ${this.name}`, () => this.open.length === 0);
  }

  /** Loads the page anew: what is kept is all that is left of the last one. */
  reload(): void {
    this.leave();
    this.#page = this.#load();
    this.#start();
  }

  /** Closes the page. */
  leave(): void {
    const { client, told, tabs } = this.#page;
    told?.alerts.leave();
    client.leave();
    this.line.leave();
    tabs?.stop();
  }

  /** Throws away what this browser has kept. */
  forget(): void {
    if (this.#options.keeps) indexedDB.deleteDatabase(this.#database);
  }

  #load(): Page {
    const { device = "computer", noWebRTC = false, alerts = false, tab } = this.#options;
    const { line } = this;
    const chat = quietChat({
      database: this.#options.keeps ? this.#database : undefined,
      connect: (configuration) => this.#connect(configuration),
      save: (file) => this.saved.push(file),
    });
    const client = createClient({
      device,
      host: "earshot.test",
      languages: ["en"],
      noWebRTC,
      signaling: line,
      reloader: { served: (_version, otherwise) => otherwise() },
      loadChat: (options) => Promise.resolve(new Talking({ ...options, ...chat })),
      media: new Media(this.devices as unknown as MediaDevices),
      storage: () => this.storage,
      connect: (configuration) => this.#connect(configuration),
    });
    client.store.subscribe(({ notice }) => {
      if (notice !== undefined && notice !== this.notices.at(-1)) this.notices.push(notice);
    });
    const told = alerts ? createAlerts(client) : undefined;
    const way = { start: () => line.connect(client), handOver: () => line.cut() };
    const tabs = tab && createTabs({ ...client, signaling: way, locks: navigator.locks });
    const parts = { ...absent, ...told, ...(tabs && { tabs }) };
    const user = new User({ ...client, ...parts, signaling: line, taps: new DoubleTap() });
    return { client, user, told, tabs };
  }

  #start(): void {
    const { client, told, tabs } = this.#page;
    told?.start();
    if (tabs) void tabs.start();
    else this.line.connect(client);
  }

  #connect(configuration: RTCConfiguration): RTCPeerConnection {
    const { connect } = this.#options;
    const connection = connect ? connect(configuration) : new RTCPeerConnection(configuration);
    this.connections.push(connection);
    return connection;
  }
}

/** What a page has beside its client, and nobody here wants. */
const absent = {
  alerts: { askNotifications: () => Promise.resolve(), testRing: () => undefined },
  reachability: { stay: () => undefined, tell: () => undefined },
  tabs: { use: () => Promise.resolve() },
  startAnew: () => undefined,
};
