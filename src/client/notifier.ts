/** Decides what the system tells the user who looks elsewhere: who calls, for as long as it rings, and whom they have missed. */
import type { Board, Notice } from "./board.ts";
import { unseen } from "./recents.ts";
import { missedCalls } from "./sentences.ts";
import type { AppState, RecentCall } from "./state.ts";
import { words } from "./words/current.ts";

/** What it depends on. */
export type Told = Pick<AppState, "call" | "connection" | "notifications" | "preferences" | "recents">;

/** What is to be on the board of a user who looks elsewhere; `news`: calls that they have missed meanwhile, newest first. */
export function noticesFor({ call, preferences }: Told, news: readonly RecentCall[]): Notice[] {
  const { silent, doNotDisturb } = preferences;
  const notices: Notice[] = [];
  if (call.phase === "ringing") {
    const { isCalling, videoCall, voiceCall, accept, decline } = words.ringing;
    notices.push({
      tag: `ring ${call.call}`,
      title: isCalling(call.peer.name),
      body: call.video ? videoCall : voiceCall,
      call: call.call,
      actions: [
        { action: "accept", title: accept },
        { action: "decline", title: decline },
      ],
      insistent: true,
      silent,
    });
  }
  if (news.length > 0 && !doNotDisturb) {
    const names = news.map(({ ended }) => ended.peer.name).reverse();
    notices.push({ tag: "missed", title: missedCalls(names), body: "Earshot", insistent: false, silent });
  }
  return notices;
}

export interface NotifierOptions {
  board: Board;
  /** Nobody looks at the page at this moment. */
  away(): boolean;
}

export class Notifier {
  readonly #options: NotifierOptions;
  /** What is on the board, by tag. */
  #shown = new Map<string, Notice>();
  #left = false;
  /** What else there is to be told: see `news`. */
  #others: readonly Notice[] = [];
  /** Missed calls that the user could have seen in the page. */
  #known: ReadonlySet<RecentCall["ended"]["call"]> | undefined;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** The state has changed, or the user has turned to the page or away from it. */
  follow(state: Told): void {
    if (this.#left) return;
    const missed = unseen(state.recents);
    const away = this.#options.away();
    if (!away || !this.#known) this.#known = new Set(missed.map(({ ended }) => ended.call));
    const known = this.#known;
    // Another tab is the phone, and says it.
    const tells = away && state.notifications === "granted" && state.connection !== "replaced";
    const news = missed.filter(({ ended }) => !known.has(ended.call));
    this.#put(tells ? [...noticesFor(state, news), ...this.#others] : []);
  }

  /** What people have said that nobody has read. */
  news(notices: readonly Notice[]): void {
    this.#others = notices;
  }

  /** The page goes away, and what it was asking with it. That its calls end now is news to nobody. */
  leave(): void {
    this.#left = true;
    this.#put([...this.#shown.values()].filter(({ call }) => call === undefined));
  }

  /** The page is back, from the browser's page cache. */
  comeBack(): void {
    this.#left = false;
  }

  #put(notices: readonly Notice[]): void {
    const { board } = this.#options;
    const wanted = new Map(notices.map((notice) => [notice.tag, notice]));
    const before = this.#shown;
    this.#shown = wanted;
    for (const tag of before.keys()) if (!wanted.has(tag)) board.close(tag);
    for (const [tag, notice] of wanted) if (textOf(before.get(tag)) !== textOf(notice)) board.show(notice);
  }
}

const textOf = (notice: Notice | undefined): string => `${notice?.title} ${notice?.body}`;
