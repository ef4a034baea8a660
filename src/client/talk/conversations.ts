/** Holds the conversations of this page, in step with what is kept of them. */
import { bounded, type Book, edited, filled, find } from "./book.ts";
import type { Clock } from "./clock.ts";
import type { History } from "./history.ts";
import { bookOf, changesBetween, isNothing, type Stored } from "./stored.ts";

/** How long the browser may take to open what is kept, in milliseconds: some never do. */
const PATIENCE = 4_000;

export interface ConversationsOptions {
  history: History;
  clock: Clock;
  /** The conversation with this person cannot go. */
  needed(peer: string): boolean;
  /** They are others now. */
  changed(): void;
  /** The conversation with this person has given way to others. */
  left(peer: string): void;
  /** This browser keeps nothing. */
  unsaved(): void;
}

export class Conversations {
  readonly #options: ConversationsOptions;
  #book: Book = [];
  /** What is kept. */
  #kept: Book = [];
  /** Raised by `begin` and `end`: what was begun before means nothing any more. */
  #run = 0;
  #keeps = false;
  #told = false;
  readonly #filling = new Set<string>();

  constructor(options: ConversationsOptions) {
    this.#options = options;
  }

  get book(): Book {
    return this.#book;
  }

  /** Read what is kept. Undefined where nothing is to be had: what is here stays, and goes with the page. */
  async begin(): Promise<Stored | undefined> {
    const run = ++this.#run;
    const stored = await this.#load();
    if (run !== this.#run) return undefined;
    this.#keeps = stored !== undefined;
    if (stored) {
      const before = this.#book;
      this.#book = this.#kept = bookOf(stored);
      if (before.length + this.#book.length > 0) this.#options.changed();
    } else this.#unsaved();
    return stored;
  }

  /** Another page goes on: it alone writes from now on. */
  end(): void {
    this.write();
    this.#run++;
    this.#keeps = false;
  }

  change(change: (book: Book) => Book): void {
    const { needed, changed, left } = this.#options;
    const before = this.#book;
    const wanted = change(before);
    this.#book = bounded(wanted, needed);
    if (this.#book === before) return;
    for (const { id } of wanted) if (!find(this.#book, id)) left(id);
    changed();
  }

  /** All lines of this conversation are wanted. */
  fill(peer: string): void {
    const conversation = find(this.#book, peer);
    if (!conversation || conversation.whole || this.#filling.has(peer)) return;
    this.#filling.add(peer);
    void this.#fill(peer).finally(() => this.#filling.delete(peer));
  }

  /** Keep what has changed. */
  write(): void {
    if (!this.#keeps) return;
    const changes = changesBetween(this.#kept, this.#book);
    this.#kept = this.#book;
    if (!isNothing(changes)) this.#options.history.write(changes).catch(() => this.#unsaved());
  }

  async #fill(peer: string): Promise<void> {
    const run = this.#run;
    this.write();
    try {
      const lines = await this.#options.history.lines(peer);
      if (run !== this.#run) return;
      // What is kept has them as well.
      this.#kept = filled(this.#kept, peer, lines);
      this.change((book) => filled(book, peer, lines));
    } catch {
      // What is here is all that there is, then.
      if (run === this.#run) this.change((book) => edited(book, peer, { whole: true }));
      this.#unsaved();
    }
  }

  async #load(): Promise<Stored | undefined> {
    const { history, clock } = this.#options;
    const patience = new Promise<undefined>((resolve) => void clock.after(PATIENCE, () => resolve(undefined)));
    const load = history.load().catch(() => undefined);
    return Promise.race([load, patience]);
  }

  /** Said once. */
  #unsaved(): void {
    if (this.#told) return;
    this.#told = true;
    this.#options.unsaved();
  }
}
