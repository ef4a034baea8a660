/** Some people with their pages, the real directory and the paths between them, in time that is computed. */
import type { Call, CallEvent } from "../../src/call/call.ts";
import { Clock } from "./clock.ts";
import type { Page } from "./page.ts";
import { Paths } from "./paths.ts";
import { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { Server } from "./server.ts";

const TRACE = process.env["MODEL_TRACE"] !== undefined;

export class World {
  readonly clock = new Clock();
  readonly random: Random;
  readonly server: Server;
  readonly paths: Paths;
  readonly people: readonly Person[];
  /** Calls about which somebody was asked, in this order. */
  readonly prompts: string[] = [];
  /** Calls whose offer has reached the server. */
  readonly offered = new Set<string>();
  /** The page that each offer came to. */
  readonly offeredTo = new Map<string, Page | "two pages">();
  /** Calls that came to somebody who was calling the caller: both wanted one, and nobody was called in vain. */
  readonly crossed = new Set<string>();
  /** The page that dialled each call. */
  readonly dialler = new Map<string, Page>();
  #calls = 0;

  constructor(random: Random, names: readonly string[]) {
    this.random = random;
    this.server = new Server(this);
    this.paths = new Paths(this);
    this.people = names.map((name) => new Person(name, this));
    for (const person of this.people) person.open();
  }

  person(id: string): Person {
    return this.people.find((person) => person.id === id) as Person;
  }

  /** An id in no order, as nanoid's are: the lower one wins when two people dial each other. */
  callId(): string {
    return `${this.random.between(1_000, 9_999)}-${this.#calls++}`;
  }

  dial(page: Page, other: Person): void {
    const call = this.callId();
    this.dialler.set(call, page);
    // From another page, they are in a call with each other: the answer to that is an answer to this.
    const together = page.person.pages.some(({ call }) => call.phase !== "idle" && call.peer.id === other.id);
    if (together) this.crossed.add(call);
    page.dispatch({ type: "dial", call, peer: other.party, video: true });
  }

  /** What happened, for whoever repeats one schedule: `MODEL_TRACE=1`. */
  note(what: string): void {
    if (TRACE) console.log(`${this.clock.now} ${what}`);
  }

  trace(page: Page, before: Call, event: CallEvent): void {
    if (!TRACE || (before === page.call && event.type !== "received" && event.type !== "relisted")) return;
    const { person, call } = page;
    const which = person.pages.indexOf(page) > 0 ? `${person.id}'` : person.id;
    this.note(`${which}: ${stateOf(before)} + ${wordsOf(event)} -> ${stateOf(call)}`);
  }
}

function stateOf(call: Call): string {
  return call.phase === "idle" ? "idle" : `${call.phase} ${call.call}`;
}

function wordsOf(event: CallEvent): string {
  if (event.type !== "received") return JSON.stringify(event);
  const { type, data } = event.message;
  return `${type} ${"reason" in data ? String(data.reason) : ""} ${data.call} from ${event.from.id}`;
}
