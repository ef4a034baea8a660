/**
 * People in the page of one test: each with the parts of a real page and connections that are real, joined by a signaling that the test
 * holds in its hands. Two of them call each other in a fraction of the time that two browsers and a server take.
 */
import { waitUntil } from "@open-wc/testing";
import type { Alerts } from "../alerts.ts";
import { createAlerts } from "../create-alerts.ts";
import { type Client, createClient } from "../create-client.ts";
import { createTabs } from "../create-tabs.ts";
import { DoubleTap } from "../double-tap.ts";
import { Media } from "../media.ts";
import type { AppState, Intent } from "../state.ts";
import type { Tabs } from "../tabs.ts";
import { Talking } from "../talk/talking.ts";
import { User } from "../user.ts";
import { FakeDevices } from "./fake-devices.ts";
import { MemoryStorage } from "./memory-storage.ts";
import { type ScriptedLine, ScriptedSignaling } from "./scripted-signaling.ts";

/** A busy machine may take this long for what is done at once otherwise, in milliseconds; the limit of a test is 20 s. */
const PATIENCE = 10_000;
/** How often it is looked whether something has come about: states are there to be read, statistics have to be gathered. */
const OFTEN = 10;
const SELDOM = 50;

export interface PersonOptions {
  /** A phone has cameras that look two ways. */
  device?: "phone" | "computer";
  /** The browser makes no connections. */
  noWebRTC?: boolean;
  /** Makes the connections of calls in another way. */
  connect?: (configuration: RTCConfiguration) => RTCPeerConnection;
  /** What the browser keeps of an earlier visit; the person gives no name then. */
  storage?: MemoryStorage;
  /** Sounds, notifications and the lock of the screen are those of the test's page. */
  alerts?: boolean;
  /** The browser may have several tabs: this is its first, or one more beside `first`. They hold the locks of the test's page. */
  tab?: "first" | { first: Person };
}

/** What came by the live connection so far: frames decoded and packets, by the number of its section in the description. */
type Received = Readonly<Record<string, number>>;

/** Sections of the description: a voice and a face are offered first, those of the screen after the data channel's. */
export const VOICE = ["0"];
export const FACE = ["0", "1"];
export const SCREEN = ["3", "4"];

export class Person {
  readonly name: string;
  readonly devices = new FakeDevices();
  readonly line: ScriptedLine;
  readonly client: Client;
  /** The connections of calls, in the order in which they were made. */
  readonly connections: RTCPeerConnection[] = [];
  /** The sentences that were shown, in this order. */
  readonly notices: string[] = [];
  /** Where settings and recent calls are kept. */
  readonly storage: MemoryStorage;
  readonly #user: User;
  readonly #alerts: Alerts | undefined;
  readonly #tabs: Tabs | undefined;

  constructor(name: string, signaling: ScriptedSignaling, options: PersonOptions = {}) {
    const { device = "computer", noWebRTC = false, connect, storage, alerts = false, tab } = options;
    const first = typeof tab === "object" ? tab.first : undefined;
    this.name = name;
    this.storage = storage ?? first?.storage ?? new MemoryStorage();
    this.line = first?.line ?? signaling.line(name.toLowerCase());
    const client = createClient({
      device,
      host: "earshot.test",
      languages: ["en"],
      noWebRTC,
      signaling: this.line,
      reloader: { served: (_version, otherwise) => otherwise() },
      loadChat: (options) => Promise.resolve(new Talking({ ...options, ...silentChat })),
      media: new Media(this.devices as unknown as MediaDevices),
      storage: () => this.storage,
      connect: (configuration) => {
        const connection = connect ? connect(configuration) : new RTCPeerConnection(configuration);
        this.connections.push(connection);
        return connection;
      },
    });
    if (!storage && !first) client.memory.remember({ name });
    client.store.subscribe(({ notice }) => {
      if (notice !== undefined && notice !== this.notices.at(-1)) this.notices.push(notice);
    });
    this.client = client;
    const told = alerts ? createAlerts(client) : undefined;
    const { line } = this;
    const way = { start: () => line.connect(client), handOver: () => line.cut() };
    const tabs = tab && createTabs({ ...client, signaling: way, locks: navigator.locks });
    const parts = { ...absent, ...told, ...(tabs && { tabs }) };
    this.#user = new User({ ...client, ...parts, signaling: line, taps: new DoubleTap() });
    this.#tabs = tabs;
    this.#alerts = told?.alerts;
    told?.start();
    if (tabs) void tabs.start();
    else line.connect(client);
  }

  get id(): string {
    return this.line.id;
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

  /** Wants something, as components say it; false if it could not be done. */
  want(intent: Intent): boolean {
    return this.#user.act(intent);
  }

  /** Calls somebody who is in the list. */
  async call(peer: Person, video = true): Promise<void> {
    await this.until(`${peer.name} in the list`, ({ people }) => people.some(({ id }) => id === peer.id));
    this.want({ type: "dial", peer: peer.id, video });
  }

  /** Rings for a call of this person. */
  async rings(caller: Person): Promise<void> {
    await this.until(
      `the call of ${caller.name}`,
      ({ call }) => call.phase === "ringing" && call.peer.id === caller.id,
    );
  }

  /** Waits until the state of this page is so. */
  async until(what: string, good: (state: AppState) => unknown): Promise<void> {
    await until(`${what} at ${this.name}`, () => good(this.state));
  }

  /** The name that ICE gave the path that is used, or being found (RFC 8839, 5.4). */
  get path(): string | undefined {
    return /a=ice-ufrag:(\S+)/u.exec(this.connections.at(-1)?.localDescription?.sdp ?? "")?.[1];
  }

  /** What came so far by the connection that was made last. */
  async received(): Promise<Received> {
    const counts: Record<string, number> = {};
    (await this.open.at(-1)?.getStats())?.forEach((report) => {
      if (report.type !== "inbound-rtp") return;
      counts[report.mid] = report.kind === "video" ? (report.framesDecoded ?? 0) : (report.packetsReceived ?? 0);
    });
    return counts;
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
    await until(`more by ${sections.join(", ")} at ${this.name}`, more, SELDOM);
  }

  /** Waits until no call is on, no device open, and no connection left. */
  async isQuiet(): Promise<void> {
    await this.until("no call", ({ call }) => call.phase === "idle");
    await until(`no live track at ${this.name}`, () => this.devices.live.length === 0);
    await until(`no open connection at ${this.name}`, () => this.open.length === 0);
  }

  /** Closes the page. */
  leave(): void {
    this.#alerts?.leave();
    this.client.leave();
    this.line.leave();
    this.#tabs?.stop();
  }
}

/** What a test file needs: before each test a signaling that knows nobody; after it nothing of anybody's is left open. */
export function stage() {
  const people: Person[] = [];
  let signaling: ScriptedSignaling;

  beforeEach(() => {
    signaling = new ScriptedSignaling();
  });

  afterEach(async () => {
    const all = people.splice(0);
    for (const person of all) person.leave();
    await Promise.all(all.map((person) => person.isQuiet()));
  });

  const join = (name: string, options?: PersonOptions): Person => {
    const person = new Person(name, signaling, options);
    people.push(person);
    return person;
  };

  return {
    get signaling() {
      return signaling;
    },
    /** Somebody comes in. */
    join,
  };
}

/** `callee` takes the call of `caller`, and both are in it. */
export async function accept(callee: Person, caller: Person, video = true): Promise<void> {
  await callee.rings(caller);
  callee.want({ type: "accept", video });
  await areConnected(caller, callee);
}

/** Both wait until they are in a call with each other. */
export async function areConnected(one: Person, other: Person): Promise<void> {
  for (const [person, peer] of [
    [one, other],
    [other, one],
  ] as const)
    await person.until(
      `a call with ${peer.name}`,
      ({ call }) => call.phase === "connected" && call.peer.id === peer.id,
    );
}

/** One calls, the other accepts. */
export async function connect(caller: Person, callee: Person, video = true): Promise<void> {
  await caller.call(callee);
  await accept(callee, caller, video);
}

/** Waits until `good` holds; polls, and fails with `what`. */
export function until(what: string, good: () => unknown, interval = OFTEN): Promise<void> {
  return waitUntil(good, what, { timeout: PATIENCE, interval });
}

/** A chat that nobody looks at, which is kept nowhere. */
const silentChat = {
  tone: () => undefined,
  tell: () => undefined,
  page: { visible: () => true, away: () => false, turned: () => undefined, guard: () => undefined },
  history: {
    load: () => Promise.resolve({ people: [], sending: [] }),
    lines: () => Promise.resolve([]),
    write: () => Promise.resolve(),
  },
};

/** What a page has beside calls, and nobody here wants. */
const absent = {
  alerts: { askNotifications: () => Promise.resolve(), testRing: () => undefined },
  reachability: { stay: () => undefined, tell: () => undefined },
  tabs: { use: () => Promise.resolve() },
  startAnew: () => undefined,
};
