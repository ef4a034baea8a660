/** One page that talks, without a browser: its ways, its clock, what it keeps, and whether it is looked at are the test's. */
import type { Connected } from "../../src/call/call.ts";
import type { Notice } from "../../src/client/board.ts";
import { preferencesOf } from "../../src/client/preferences.ts";
import { type AppState, nothingOpen, nothingSaid } from "../../src/client/state.ts";
import { Store } from "../../src/client/store.ts";
import { noTalk, type Talk, type TalkLine, type Transfer } from "../../src/client/talk-state.ts";
import type { Entry } from "../../src/client/talk/book.ts";
import type { Clock } from "../../src/client/talk/clock.ts";
import type { History } from "../../src/client/talk/history.ts";
import type { Page } from "../../src/client/talk/page.ts";
import {
  type Changes,
  interrupted,
  type KeptLine,
  type KeptPerson,
  type Stored,
} from "../../src/client/talk/stored.ts";
import { Talking } from "../../src/client/talk/talking.ts";
import type { Transfers, TransfersOptions } from "../../src/client/transfers/transfers.ts";
import type { Peer } from "../../src/protocol/messages.ts";
import { Clock as Time } from "../model/clock.ts";

/** All that can be done without time passing is done. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** What is kept, as a browser does it. */
export class MemoryHistory implements History {
  people = new Map<string, KeptPerson>();
  kept = new Map<string, KeptLine>();
  forbidden = false;

  async load(): Promise<Stored> {
    if (this.forbidden) throw new Error("forbidden");
    const people = [...this.people.values()].sort((a, b) => b.order - a.order);
    const sending = [...this.kept.values()].filter((line) => line.sending === 1);
    return {
      people: people.map((person) => ({
        person,
        mids: this.#of(person.id).map(({ mid }) => mid),
        last: this.#of(person.id).at(-1),
      })),
      sending,
    };
  }

  async lines(peer: string): Promise<readonly Entry[]> {
    return this.#of(peer).map(interrupted);
  }

  async write({ people, lines, gone, lost }: Changes): Promise<void> {
    if (this.forbidden) throw new Error("forbidden");
    for (const id of gone) {
      this.people.delete(id);
      for (const { mid } of this.#of(id)) this.kept.delete(`${id} ${mid}`);
    }
    for (const [peer, mid] of lost) this.kept.delete(`${peer} ${mid}`);
    for (const line of lines) this.kept.set(`${line.peer} ${line.mid}`, line);
    for (const person of people) this.people.set(person.id, person);
  }

  #of(peer: string): KeptLine[] {
    return [...this.kept.values()].filter((line) => line.peer === peer).sort((a, b) => a.order - b.order);
  }
}

/** What was asked of transfers, by method, and their options. */
class NoTransfers implements Pick<Transfers, keyof Transfers> {
  readonly asked: unknown[][];
  constructor(asked: unknown[][]) {
    this.asked = asked;
  }
  #note =
    (method: string) =>
    (...args: unknown[]): void =>
      void this.asked.push([method, ...args]);
  offer = this.#note("offer");
  answer = this.#note("answer");
  hold = this.#note("hold");
  cancel = this.#note("cancel");
  again = this.#note("again");
  save = this.#note("save");
  received = this.#note("received");
  delivered = this.#note("delivered");
  refused = this.#note("refused");
  relisted = this.#note("relisted");
  forget = this.#note("forget");
  leave = this.#note("leave");
}

export interface Said {
  readonly type: string;
  readonly data?: unknown;
  readonly mid?: string;
}

export class TestPage {
  readonly time: Time;
  readonly store: Store<AppState>;
  readonly talking: Talking;
  /** What was said, by which way, to whom. */
  readonly said: { way: "channel" | "server"; peer: string; message: Said }[] = [];
  readonly asked: unknown[][] = [];
  /** What `Transfers` was given. */
  moving!: TransfersOptions;
  /** Whether the ways work; what is said by them is lost otherwise. */
  channel = false;
  online = true;
  visible = true;
  guarded = false;
  tones = 0;
  notices: readonly Notice[] = [];
  published = 0;
  #turned: (() => void)[] = [];

  constructor(
    id: string,
    { time = new Time(), history = new MemoryHistory() }: { time?: Time; history?: History } = {},
  ) {
    // Not at the beginning of time: lines have moments.
    if (time.now === 0) time.now = 1_000_000;
    this.time = time;
    this.store = new Store<AppState>(stateOf(id));
    const clock: Clock = { now: () => time.now, after: (ms, act) => time.after(ms, act) };
    const page: Page = {
      visible: () => this.visible,
      away: () => !this.visible,
      turned: (listener) => this.#turned.push(listener),
      guard: (on) => (this.guarded = on),
    };
    this.store.subscribe(() => this.published++);
    this.talking = new Talking({
      store: this.store,
      iceServers: () => [],
      byChannel: (peer, message) => this.channel && this.#say("channel", peer, message),
      byServer: (message) => this.online && this.#say("server", message.data.target ?? "", message),
      tone: () => this.tones++,
      tell: (notices) => (this.notices = notices),
      page,
      clock,
      history,
      transfers: (options) => {
        this.moving = options;
        return new NoTransfers(this.asked);
      },
    });
  }

  turn(visible: boolean): void {
    this.visible = visible;
    for (const listener of this.#turned) listener();
  }

  async pass(ms: number): Promise<void> {
    this.time.runUntil(this.time.now + ms);
    await settled();
  }

  /** What was said of this type. */
  saidOf(type: string): { way: "channel" | "server"; peer: string; message: Said }[] {
    return this.said.filter(({ message }) => message.type === type);
  }

  /** Somebody says something by the server. */
  hear(source: string, type: string, data: object): void {
    this.talking.arrived({ message: { type, data: { source, ...data } } });
  }

  talk(peer: string): Talk | undefined {
    return this.store.value.talks.find(({ id }) => id === peer);
  }

  lines(peer: string): readonly TalkLine[] {
    return this.talk(peer)?.lines ?? [];
  }

  texts(peer: string): string[] {
    return this.lines(peer).map((line) => (line.kind === "text" ? line.text : `${line.files.length} files`));
  }

  #say(way: "channel" | "server", peer: string, message: object): boolean {
    this.said.push({ way, peer, message: message as Said });
    return true;
  }
}

export const peer = (id: string, more: Partial<Peer> = {}): Peer => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  status: "available",
  protocol: 1,
  ...more,
});

export const inCallWith = (id: string, legacy = false): Connected => ({
  phase: "connected",
  direction: "outgoing",
  call: "c1",
  since: 0,
  peer: { id, name: id, legacy },
});

export function transferOf(peerId: string, more: Partial<Transfer> = {}): Transfer {
  const files = [{ name: "a.png", type: "image/png", size: 10, moved: 0, whole: false }];
  const basis = { mid: "f1", direction: "incoming", phase: "offered", shown: false, moved: 0, total: 10 } as const;
  return { ...basis, peer: { id: peerId, name: peerId }, files, ...more };
}

function stateOf(id: string): AppState {
  return {
    connection: "online",
    name: id,
    id,
    people: [peer("ada"), peer("bo"), peer("cy")].filter((each) => each.id !== id),
    alike: false,
    toldAlike: false,
    blocked: [],
    call: { phase: "idle" },
    ...noTalk,
    media: nothingOpen,
    theirs: nothingSaid,
    preferences: preferencesOf({}, ["en"]),
    offerNotifications: false,
    soundLocked: false,
    recents: [],
    leaving: false,
    host: "192.168.1.23:3000",
    stranded: false,
    addresses: [],
  };
}
