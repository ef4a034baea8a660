/** Words and files between people: joins the parts of this folder and of transfers. Loaded after the page. */
import { nanoid } from "nanoid";
import { type FilesMessage, KEEP_TEXT, type TalkMessage } from "../../protocol/talk.ts";
import type { Notice } from "../board.ts";
import type { Arrival, Refused, TalkPart } from "../correspondence.ts";
import type { AppState } from "../state.ts";
import type { Store } from "../store.ts";
import type { TalkIntent } from "../talk-state.ts";
import { openKeeping } from "../transfers/keeping.ts";
import { saveFile } from "../transfers/saving.ts";
import { thumbnailOf } from "../transfers/thumbnail.ts";
import { Transfers, type TransfersOptions } from "../transfers/transfers.ts";
import { words } from "../words/current.ts";
import { telling } from "../words/telling.ts";
import { type Heard, read, sentAt } from "./arriving.ts";
import { edited, find, forgotten, type Person, tidied } from "./book.ts";
import { type Clock, realClock } from "./clock.ts";
import { Conversations } from "./conversations.ts";
import { TalkFiles } from "./files.ts";
import { BrowserHistory, type History } from "./history.ts";
import { News } from "./news.ts";
import { BrowserPage, type Page } from "./page.ts";
import { Publisher } from "./publisher.ts";
import { Reading } from "./reading.ts";
import { alike, talksOf } from "./shown.ts";
import { fits, Texts } from "./texts.ts";
import { Typing } from "./typing.ts";
import { areWelcome } from "./welcome.ts";
import { returned, Who } from "./who.ts";

export interface TalkingOptions {
  store: Store<AppState>;
  iceServers(): RTCIceServer[];
  /** By the channel of the call with this person; false if there is none that works at this moment. */
  byChannel(peer: string, message: { type: string }): boolean;
  /** By the server; false while there is no connection. */
  byServer(message: TalkMessage): boolean;
  /** Something has come that the user does not look at. */
  tone(): void;
  /** Let the system tell of these, and of no others, while nobody looks at the page. */
  tell(notices: readonly Notice[]): void;
  /** Tests stand in for these. */
  page?: Page;
  clock?: Clock;
  history?: History;
  transfers?(options: TransfersOptions): Pick<Transfers, keyof Transfers>;
}

export class Talking implements TalkPart {
  readonly #options: TalkingOptions;
  readonly #page: Page;
  readonly #clock: Clock;
  readonly #who: Who;
  readonly #conversations: Conversations;
  readonly #texts: Texts;
  readonly #typing: Typing;
  readonly #news: News;
  readonly #reading: Reading;
  readonly #publisher: Publisher;
  readonly #files: TalkFiles;
  #before: AppState;
  /** What waits until it is known what was said before; absent once it is. */
  #waiting: (() => void)[] | undefined;
  /** Raised whenever the page begins or ends to be the phone. */
  #run = 0;

  constructor(options: TalkingOptions) {
    const { store, byChannel, byServer, tone, tell } = options;
    const { page = new BrowserPage(), clock = realClock, history = new BrowserHistory() } = options;
    const who = new Who(store);
    const changed = (): void => this.#publisher.soon();
    [this.#options, this.#page, this.#clock, this.#who, this.#before] = [options, page, clock, who, store.value];
    this.#publisher = new Publisher(clock, () => this.#publish());
    const conversations = new Conversations({
      history,
      clock,
      needed: (peer) => this.#isNeeded(peer),
      changed,
      left: (peer) => this.#drop(peer),
      unsaved: () => store.set({ notice: words.notices.notRemembered }),
    });
    this.#conversations = conversations;
    this.#typing = new Typing({ clock, tell: (peer) => void this.#post(peer, { type: "typing", data: {} }), changed });
    this.#news = new News({
      now: () => clock.now(),
      away: () => page.away(),
      preferences: () => store.value.preferences,
      tone,
      tell,
    });
    const reading = new Reading({
      conversations,
      news: this.#news,
      page,
      person: (peer) => this.#person(peer),
      // It is said while the page is rendered, which takes no change then.
      shown: (peers) => queueMicrotask(() => store.set({ reading: peers })),
    });
    this.#reading = reading;
    const arrived = reading.arrived.bind(reading);
    const isLegacy = (peer: string): boolean => who.isLegacy(peer);
    this.#texts = new Texts({ clock, conversations, byChannel, byServer, isLegacy, arrived });
    this.#files = new TalkFiles({
      transfers: () => this.#newTransfers(),
      now: () => clock.now(),
      change: (change) => conversations.change(change),
      person: (peer) => this.#person(peer),
      offered: arrived,
      confirm: (peer, mid) => void this.#post(peer, { type: "delivered", data: { mid } }),
      changed,
    });
    store.subscribe((state) => this.#follow(state));
    void this.#begin();
  }

  arrived(arrival: Arrival): void {
    const heard = read(arrival, nanoid);
    if (!heard || this.#who.isBlocked(heard.from) || heard.from === this.#options.store.value.id) return;
    this.#whenReady(() => this.#hear(heard));
  }

  refused({ target, mid, code }: Refused): void {
    this.#whenReady(() => {
      this.#texts.outbox.refused(target, mid, code);
      this.#files.refused(target, mid, code);
    });
  }

  act(intent: TalkIntent): boolean {
    const obstacle = this.#obstacleTo(intent);
    if (obstacle === undefined) this.#whenReady(() => this.#do(intent));
    else this.#options.store.set({ notice: obstacle });
    return obstacle === undefined;
  }

  relisted(): void {
    this.#whenReady(() => {
      this.#texts.outbox.relisted();
      this.#files.relisted();
    });
  }

  leave(): void {
    this.#files.leave();
    this.#typing.clear();
    this.#end();
  }

  /** The page is the phone, from now on or again: what other pages have said meanwhile is kept. */
  async #begin(): Promise<void> {
    const run = ++this.#run;
    this.#waiting ??= [];
    await this.#conversations.begin();
    if (run !== this.#run) return;
    this.#texts.resume();
    this.#reading.again();
    const waiting = this.#waiting;
    this.#waiting = undefined;
    for (const act of waiting) act();
  }

  /** Another page is the phone, or the browser keeps this one for later. */
  #end(): void {
    this.#run++;
    this.#publisher.now();
    this.#conversations.end();
    this.#texts.outbox.clear();
  }

  #whenReady(act: () => void): void {
    if (this.#waiting) this.#waiting.push(act);
    else act();
  }

  #hear({ from, name, way, message }: Heard): void {
    const person = this.#person(from, name);
    switch (message.type) {
      case "text": {
        const { text, mid, at, seq } = message.data;
        const sent = sentAt(way === "server" ? at : undefined, this.#clock.now(), KEEP_TEXT);
        this.#typing.ceased(from);
        this.#texts.heard(person, { text, mid, seq, at: sent });
        return void this.#post(from, { type: "delivered", data: { mid } });
      }
      case "delivered":
        this.#texts.delivered(from, message.data.mid);
        return this.#files.delivered(from, message.data.mid);
      case "typing":
        if (find(this.#conversations.book, from)) this.#typing.heard(from);
        return;
      default:
        return this.#files.received(person, message);
    }
  }

  /** Why it cannot be done: a sentence. */
  #obstacleTo(intent: TalkIntent): string | undefined {
    if (intent.type !== "say" && intent.type !== "send-files") return undefined;
    const { name } = this.#person(intent.peer);
    if (this.#who.isBlocked(intent.peer)) return telling().blocked(name);
    const legacy = this.#who.isLegacy(intent.peer);
    if (intent.type === "send-files") return this.#whyNoFiles(name, legacy);
    if (legacy && !this.#who.isInCall(intent.peer)) return telling().inCallOnly(name);
    return fits(intent.text) ? undefined : telling().tooLong;
  }

  #whyNoFiles(name: string, legacy: boolean): string | undefined {
    if (this.#options.store.value.noWebRTC) return telling().noFilesHere;
    return legacy ? telling().noFiles(name) : undefined;
  }

  #do(intent: TalkIntent): void {
    const texts = this.#texts;
    switch (intent.type) {
      case "say":
        this.#typing.sent(intent.peer);
        return texts.say(this.#person(intent.peer), intent.text);
      case "say-again":
        return texts.sayAgain(this.#person(intent.peer), intent.mid);
      case "typing":
        return this.#types(intent.peer);
      case "reading":
        return this.#reading.show(intent.peer, intent.on);
      case "forget-line":
        this.#files.forget([intent.mid]);
        texts.outbox.forget(intent.peer, intent.mid);
        return this.#forget(intent.peer, intent.mid);
      case "clear-conversation":
        return this.#clear(({ id }) => id === intent.peer);
      case "clear-conversations":
        return this.#clear(() => true);
      default:
        return this.#files.act(intent);
    }
  }

  #types(peer: string): void {
    const who = this.#who;
    if (who.isHere(peer) && !who.isBlocked(peer) && !who.isLegacy(peer)) this.#typing.types(peer);
  }

  #forget(peer: string, mid: string): void {
    this.#conversations.change((book) => forgotten(book, peer, mid));
    if (!this.#reading.isOn(peer)) this.#conversations.change((book) => tidied(book, peer));
  }

  #clear(which: (person: Person) => boolean): void {
    for (const { id } of this.#conversations.book.filter(which)) {
      this.#drop(id);
      this.#conversations.change((book) => book.filter((each) => each.id !== id));
    }
    this.#reading.again();
  }

  /** Nothing is to be shown, done or told any more that belongs to the conversation with this person. */
  #drop(peer: string): void {
    this.#texts.outbox.clear(peer);
    this.#typing.ceased(peer);
    this.#news.read(peer);
    this.#files.clear(peer);
  }

  #isNeeded(peer: string): boolean {
    const { conversation } = this.#options.store.value;
    return (
      conversation === peer ||
      this.#reading.isOn(peer) ||
      this.#who.isInCall(peer) ||
      this.#texts.outbox.has(peer) ||
      this.#files.isBusyWith(peer)
    );
  }

  /** By the name that they have now, or had last. `said` is what they are called by what they say. */
  #person(id: string, said?: string): Person {
    const known = find(this.#conversations.book, id)?.name;
    return { id, name: this.#who.people.get(id)?.name ?? (said || known || words.common.someone) };
  }

  /** By the channel of a call if there is one, else by the server. */
  #post(peer: string, message: Posted): boolean {
    const { byChannel, byServer } = this.#options;
    if (this.#who.isLegacy(peer)) return false;
    return byChannel(peer, message) || byServer({ ...message, data: { ...message.data, target: peer } } as TalkMessage);
  }

  #newTransfers(): Pick<Transfers, keyof Transfers> {
    const { store, iceServers, transfers = (its) => new Transfers(its) } = this.#options;
    return transfers({
      people: () => this.#who.people,
      iceServers,
      connects: () => !store.value.noWebRTC,
      reaches: (peer) => store.value.connection === "online" || this.#who.isInCall(peer),
      post: (peer, message) => this.#post(peer, message),
      load: () => this.#who.load,
      welcome: (peer, files) =>
        store.value.preferences.autoImages &&
        find(this.#conversations.book, peer)?.trusted === true &&
        !this.#who.isBlocked(peer) &&
        areWelcome(files),
      changed: (transfer) => this.#files.changed(transfer),
      problem: (problem) =>
        store.set({
          notice: problem.why === "unreadable" ? telling().unreadable(problem.file) : telling().noFiles(problem.person),
        }),
      keeping: openKeeping(),
      save: saveFile,
      thumbnail: thumbnailOf,
    });
  }

  #follow(state: AppState): void {
    const before = this.#before;
    this.#before = state;
    if (state.connection !== before.connection) this.#connected(state.connection);
    if (state.people !== before.people) this.#peopleChanged(before.people, state.people);
    if (state.blocked !== before.blocked) this.#files.cancel(({ peer }) => this.#who.isBlocked(peer.id));
    const { call } = before;
    if (call.phase === "connected" && !this.#who.isInCall(call.peer.id)) this.#texts.outbox.hungUp(call.peer.id);
  }

  #connected(connection: AppState["connection"]): void {
    if (connection === "replaced") this.leave();
    // The page begins to be the phone; once the server has been reached, it is only lost and found.
    if (connection === "connecting") void this.#begin();
  }

  #peopleChanged(before: AppState["people"], now: AppState["people"]): void {
    const { people } = this.#who;
    for (const { id, name } of this.#conversations.book) {
      const known = people.get(id);
      if (!known) this.#typing.ceased(id);
      else if (known.name !== name) this.#conversations.change((book) => edited(book, id, { name: known.name }));
    }
    const back = returned(before, now);
    for (const id of back) this.#texts.outbox.back(id);
    if (back.some((id) => this.#files.isBusyWith(id))) this.#files.relisted();
  }

  #publish(): void {
    const { store } = this.#options;
    this.#conversations.write();
    const talks = talksOf(this.#conversations.book, this.#typing.others);
    const transfers = this.#files.all;
    const same = alike(talks, store.value.talks) && transfers === store.value.transfers;
    if (!same) store.set({ talks, transfers });
    this.#page.guard(this.#files.busy);
  }
}

/** What is said to one person, by either way. */
type Posted = FilesMessage | Extract<TalkMessage, { type: "delivered" | "typing" }>;
