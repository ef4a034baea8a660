/** Keeps the conversations in IndexedDB. Rejects where the browser does not allow that, or has no room: all goes on without. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { MOST_LINES, MOST_PEOPLE, type Entry } from "./book.ts";
import {
  type Changes,
  interrupted,
  type KeptLine,
  type KeptPerson,
  readLines,
  readPeople,
  type Stored,
} from "./stored.ts";

/** Where they are. main.ts deletes it by this name. */
export const DATABASE = "earshot";
/** Raise it with each change of the stores, and see `upgrade`. */
const VERSION = 1;

interface Schema extends DBSchema {
  people: { key: string; value: KeptPerson };
  lines: {
    key: [peer: string, mid: string];
    value: KeptLine;
    indexes: { order: [peer: string, order: number]; sending: number };
  };
}

type Database = IDBPDatabase<Schema>;

/** What a page remembers of its conversations. */
export interface History {
  load(): Promise<Stored>;
  /** All lines of one person, oldest first. */
  lines(peer: string): Promise<readonly Entry[]>;
  /** Keep these changes, all or none. */
  write(changes: Changes): Promise<void>;
}

export class BrowserHistory implements History {
  readonly #name: string;
  #opened: Promise<Database> | undefined;
  /** Another page deletes the database, or brings a newer version of it: this one must not stand in its way, nor begin it anew. */
  #ceded = false;

  constructor(name = DATABASE) {
    this.#name = name;
  }

  async load(): Promise<Stored> {
    const db = await this.#open();
    const transaction = db.transaction(["people", "lines"]);
    const lines = transaction.objectStore("lines");
    const kept = readPeople(await transaction.objectStore("people").getAll());
    const latest = kept.sort((a, b) => b.order - a.order).slice(0, MOST_PEOPLE);
    const people = latest.map(async (person) => {
      const keys = await lines.index("order").getAllKeys(linesOf(person.id));
      const mids = keys.map(([, mid]) => mid).slice(-MOST_LINES);
      const [last] = readLines([await lines.get([person.id, mids.at(-1) ?? ""])]);
      return { person, mids, last };
    });
    const sending = lines.index("sending").getAll();
    return { people: await Promise.all(people), sending: readLines(await sending) };
  }

  async lines(peer: string): Promise<readonly Entry[]> {
    const db = await this.#open();
    return readLines(await db.getAllFromIndex("lines", "order", linesOf(peer))).map(interrupted);
  }

  async write({ people, lines, gone, lost }: Changes): Promise<void> {
    if (this.#ceded) return;
    const db = await this.#open();
    const transaction = db.transaction(["people", "lines"], "readwrite");
    const store = transaction.objectStore("lines");
    const who = transaction.objectStore("people");
    await Promise.all([
      ...gone.flatMap((id) => [who.delete(id), store.delete(IDBKeyRange.bound([id], [id, []]))]),
      ...lost.map(([peer, mid]) => store.delete([peer, mid])),
      ...lines.map((line) => store.put(line)),
      ...people.map((person) => who.put(person)),
      transaction.done,
    ]);
  }

  #open(): Promise<Database> {
    if (this.#ceded) return Promise.reject(new Error("another page has taken the history over"));
    this.#opened ??= this.#connect();
    return this.#opened;
  }

  async #connect(): Promise<Database> {
    try {
      return await openDB<Schema>(this.#name, VERSION, {
        upgrade,
        blocking: (_now, _next, event) => {
          this.#ceded = true;
          (event.target as IDBDatabase).close();
        },
        // The browser has closed it, as when its data is cleared: what comes next opens it anew.
        terminated: () => (this.#opened = undefined),
      });
    } catch (error) {
      this.#opened = undefined;
      throw error;
    }
  }
}

/** From the version that is there, 0 for none, to this one: one step after the other. */
function upgrade(db: Database, from: number): void {
  if (from < 1) {
    db.createObjectStore("people", { keyPath: "id" });
    const lines = db.createObjectStore("lines", { keyPath: ["peer", "mid"] });
    lines.createIndex("order", ["peer", "order"]);
    lines.createIndex("sending", "sending");
  }
}

/** By their order, whatever that is. */
const linesOf = (peer: string): IDBKeyRange => IDBKeyRange.bound([peer, -Infinity], [peer, Infinity]);
