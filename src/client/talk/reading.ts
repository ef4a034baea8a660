/** Which conversations are on the screen: what comes there is read; of what comes elsewhere the user is told. */
import type { FilesLine, TextLine } from "../talk-state.ts";
import { edited, find, opened, type Person, tidied } from "./book.ts";
import type { Conversations } from "./conversations.ts";
import type { News } from "./news.ts";
import type { Page } from "./page.ts";

export interface ReadingOptions {
  conversations: Conversations;
  news: News;
  page: Page;
  person(peer: string): Person;
  /** The conversations on the screen are others, from now on these. */
  shown(peers: ReadonlySet<string>): void;
}

export class Reading {
  readonly #options: ReadingOptions;
  #onScreen: ReadonlySet<string> = new Set();

  constructor(options: ReadingOptions) {
    this.#options = options;
    options.page.turned(() => this.#turned());
  }

  isOn(peer: string): boolean {
    return this.#onScreen.has(peer);
  }

  /** This conversation is on the screen, or no longer. */
  show(peer: string, on: boolean): void {
    const others = [...this.#onScreen].filter((each) => each !== peer);
    this.#onScreen = new Set(on ? [...others, peer] : others);
    this.#options.shown(this.#onScreen);
    if (on) this.#open(peer);
    else this.#options.conversations.change((book) => tidied(book, peer));
  }

  /** The conversations are others now: what is on the screen is among them, and whole. */
  again(): void {
    for (const peer of this.#onScreen) this.#open(peer);
  }

  /** This line of somebody's is new. */
  arrived(peer: string, line: TextLine | FilesLine): void {
    const { conversations, news, page } = this.#options;
    if (this.isOn(peer) && page.visible()) return;
    conversations.change((book) => edited(book, peer, ({ unread }) => ({ unread: unread + 1 })));
    news.add(peer, find(conversations.book, peer)?.name ?? "", line);
  }

  #open(peer: string): void {
    const { conversations, person } = this.#options;
    conversations.change((book) => opened(book, person(peer)));
    conversations.fill(peer);
    this.#read(peer);
  }

  #turned(): void {
    this.#options.news.seen();
    for (const peer of this.#onScreen) this.#read(peer);
  }

  #read(peer: string): void {
    const { conversations, news, page } = this.#options;
    if (!page.visible()) return;
    conversations.change((book) => edited(book, peer, { unread: 0 }));
    news.read(peer);
  }
}
