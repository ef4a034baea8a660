/** Files in conversations: a line for each offer, and what the user wants of it; how they travel, `Transfers` knows. */
import type { FilesMessage } from "../../protocol/talk.ts";
import type { FilesLine, TalkIntent, Transfer } from "../talk-state.ts";
import type { Transfers } from "../transfers/transfers.ts";
import { type Book, changed, edited, type Person, written } from "./book.ts";

export type FilesIntent = Extract<
  TalkIntent,
  {
    type: "send-files" | "answer-files" | "hold-files" | "cancel-files" | "send-files-again" | "save-files";
  }
>;

export interface TalkFilesOptions {
  /** Makes what moves them; once more after the page had gone away. */
  transfers(): Pick<Transfers, keyof Transfers>;
  now(): number;
  change(change: (book: Book) => Book): void;
  person(peer: string): Person;
  /** An offer of this person has come. */
  offered(peer: string, line: FilesLine): void;
  /** Tell its sender that it is shown. */
  confirm(peer: string, mid: string): void;
  /** They are others now. */
  changed(): void;
}

export class TalkFiles {
  readonly #options: TalkFilesOptions;
  #transfers: Pick<Transfers, keyof Transfers> | undefined;
  #all: ReadonlyMap<string, Transfer> = new Map();
  /** What was said of these afterwards means nothing. */
  readonly #forgotten = new Set<string>();

  constructor(options: TalkFilesOptions) {
    this.#options = options;
  }

  /** By mid, in the order in which they began. */
  get all(): ReadonlyMap<string, Transfer> {
    return this.#all;
  }

  /** Some are on their way that somebody has accepted, or may at any moment. */
  get busy(): boolean {
    return [...this.#all.values()].some(isBusy);
  }

  isBusyWith(peer: string): boolean {
    return this.#of(peer).some(isBusy);
  }

  act(intent: FilesIntent): void {
    const { change, person } = this.#options;
    const transfers = this.#moving;
    switch (intent.type) {
      case "send-files":
        return transfers.offer(person(intent.peer), intent.files);
      case "answer-files": {
        const peer = this.#all.get(intent.mid)?.peer.id;
        if (intent.accept && peer !== undefined)
          change((book) => edited(book, peer, { trusted: true, answered: true }));
        return transfers.answer(intent.mid, intent.accept);
      }
      case "hold-files":
        return transfers.hold(intent.mid, intent.paused);
      case "cancel-files":
        return transfers.cancel(intent.mid);
      case "send-files-again":
        return transfers.again(intent.mid);
      case "save-files":
        return transfers.save(intent.mid, intent.file);
    }
  }

  /** Somebody has said something about files. */
  received(from: Person, message: FilesMessage): void {
    this.#moving.received(from, message);
    // An offer that is shown may be said again, where the confirmation was lost.
    if (message.type === "files" && this.#all.get(message.data.mid)?.peer.id === from.id)
      this.#options.confirm(from.id, message.data.mid);
  }

  delivered(from: string, mid: string): void {
    this.#transfers?.delivered(from, mid);
  }

  refused(peer: string, mid: string, code: string): void {
    this.#transfers?.refused(peer, mid, code);
  }

  relisted(): void {
    this.#transfers?.relisted();
  }

  /** The page goes away: what is on its way ends. */
  leave(): void {
    this.#transfers?.leave();
    this.#transfers = undefined;
  }

  /** `Transfers` tells of one that is new, or is now this. */
  changed(transfer: Transfer): void {
    const { mid, peer } = transfer;
    if (this.#forgotten.has(mid)) return;
    const known = this.#all.has(mid);
    this.#all = new Map(this.#all).set(mid, transfer);
    const outcome = transfer.phase === "over" ? transfer.outcome : undefined;
    if (known) this.#options.change((book) => changed<FilesLine & { order: number }>(book, peer.id, mid, { outcome }));
    else this.#begins(transfer, outcome);
    this.#options.changed();
  }

  /** These lines are no more, nor is what they tell of. */
  forget(mids: readonly string[]): void {
    const known = mids.filter((mid) => this.#all.has(mid));
    if (known.length === 0) return;
    this.cancel((transfer) => known.includes(transfer.mid));
    for (const mid of known) this.#forgotten.add(mid);
    this.#all = new Map([...this.#all].filter(([mid]) => !known.includes(mid)));
    this.#moving.forget(known);
    this.#options.changed();
  }

  /** The conversation with this person is no more; or all are. */
  clear(peer?: string): void {
    this.forget((peer === undefined ? [...this.#all.values()] : this.#of(peer)).map(({ mid }) => mid));
  }

  /** End those that go on. */
  cancel(which: (transfer: Transfer) => boolean): void {
    const transfers = this.#moving;
    for (const transfer of this.#all.values()) {
      if (transfer.phase === "over" || !which(transfer)) continue;
      if (transfer.phase === "offered" && transfer.direction === "incoming") transfers.answer(transfer.mid, false);
      else transfers.cancel(transfer.mid);
    }
  }

  get #moving(): Pick<Transfers, keyof Transfers> {
    return (this.#transfers ??= this.#options.transfers());
  }

  #begins({ mid, peer, direction, files }: Transfer, outcome: Transfer["outcome"]): void {
    const { change, now, person, offered, confirm } = this.#options;
    const summaries = files.map(({ name, type, size }) => ({ name, type, size }));
    const from = direction === "incoming" ? "them" : "me";
    const line: FilesLine = { kind: "files", mid, from, at: now(), files: summaries, outcome };
    change((book) => written(book, person(peer.id), line, now()));
    if (from === "me") return;
    offered(peer.id, line);
    confirm(peer.id, mid);
  }

  #of(peer: string): Transfer[] {
    return [...this.#all.values()].filter((transfer) => transfer.peer.id === peer);
  }
}

/** Not one that waits for the user's own answer: strangers could make any number of these. */
function isBusy({ phase, direction }: Transfer): boolean {
  return phase !== "over" && (phase !== "offered" || direction === "outgoing");
}
