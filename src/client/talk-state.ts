/** What the page shows of words and files, and what its user wants of them: the part of `AppState` and `Intent` that src/client/talk owns. */
import type { FilesGoodbye, FilesRefusal } from "../protocol/talk.ts";

/** Where a text of the user's is: on its way, shown at the other's, or not. */
export type Delivery = "sending" | "delivered" | "failed";

/** Why a text was not delivered: the other is not here; the server keeps no more for them; nobody fetched it in time; this device could not send it. */
export type Undelivered = "gone" | "full" | "late" | "offline";

interface Line {
  /** By which both sides know it. */
  readonly mid: string;
  readonly from: "me" | "them";
  /** In milliseconds since 1970. */
  readonly at: number;
}

/** Something that was written. */
export interface TextLine extends Line {
  readonly kind: "text";
  readonly text: string;
  /** Of the user's own. */
  readonly delivery?: Delivery | undefined;
  readonly why?: Undelivered | undefined;
}

/** Files that were offered. While they are on their way, `AppState.transfers` says more, by the same `mid`. */
export interface FilesLine extends Line {
  readonly kind: "files";
  readonly files: readonly FileSummary[];
  /** How it ended; absent while it goes on, or if the page was closed meanwhile. */
  readonly outcome?: TransferOutcome | undefined;
}

export type TalkLine = TextLine | FilesLine;

/** The conversation with one person. */
export interface Talk {
  readonly id: string;
  /** As they were called last. */
  readonly name: string;
  /** Oldest first; absent until they have been read from where they are kept. */
  readonly lines?: readonly TalkLine[] | undefined;
  /** The last of them, for a list of conversations. */
  readonly last?: TalkLine | undefined;
  /** How many lines of theirs the user has not seen. */
  readonly unread: number;
  /** They are typing. */
  readonly typing: boolean;
  /** Files of theirs were accepted before. */
  readonly trusted: boolean;
}

export interface FileSummary {
  /** Made harmless: see `fileName`. */
  readonly name: string;
  /** A media type (RFC 6838), or "". */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

/** How a handing over of files ended. `gone`: the other was not to be reached any more. */
export type TransferOutcome = "done" | "gone" | FilesRefusal | FilesGoodbye;

export interface TransferFile extends FileSummary {
  /** In bytes: read and sent, or received and kept. */
  readonly moved: number;
  /** It has come whole, and what both sides reckoned from it is the same. */
  readonly whole: boolean;
  /** A small picture of it, made here: a blob: URL. Of received images once they are whole. */
  readonly thumbnail?: string | undefined;
  /** A received file that is whole, as long as this page keeps it: a blob: URL. */
  readonly url?: string | undefined;
}

/**
 * Files on their way from one to the other, or that were so in this page. `offered`: nobody has answered; `waiting`: accepted, and there
 * is no path yet or any more, which is looked for; `moving`; `paused`, by either; `over`.
 */
export interface Transfer {
  readonly mid: string;
  readonly peer: { readonly id: string; readonly name: string };
  readonly direction: "outgoing" | "incoming";
  readonly files: readonly TransferFile[];
  readonly phase: "offered" | "waiting" | "moving" | "paused" | "over";
  /** Of an offer of the user's own: the other's page shows it. */
  readonly shown: boolean;
  readonly outcome?: TransferOutcome | undefined;
  /** In bytes, of all files. */
  readonly moved: number;
  readonly total: number;
  /** In bytes a second, over the last seconds; absent until that can be told. */
  readonly speed?: number | undefined;
  /** In milliseconds. */
  readonly left?: number | undefined;
  /** Of an incoming offer: why this device cannot take it; `browser`: it makes no connections. `limit` is in bytes. */
  readonly obstacle?:
    { readonly why: "no-room" | "memory"; readonly limit: number } | { readonly why: "browser" } | undefined;
  /** Of an incoming offer that this device can only keep in memory: at most so much, in bytes. */
  readonly limit?: number | undefined;
}

export interface TalkState {
  /** The conversations, the one with the latest line first. */
  readonly talks: readonly Talk[];
  /** Whose conversation is open outside of a call; theirs is an id. */
  readonly conversation?: string | undefined;
  /** Whose conversations are on the screen, in a call or outside of one: ids. */
  readonly reading: ReadonlySet<string>;
  /** By mid, in the order in which they began. */
  readonly transfers: ReadonlyMap<string, Transfer>;
}

export const noTalk: TalkState = { talks: [], reading: new Set(), transfers: new Map() };

/** What the user wants of a conversation; `peer` and `mid` are ids. */
export type TalkIntent =
  /** Write; false if it is too long or cannot be kept. */
  | { type: "say"; peer: string; text: string }
  /** Send once more what was not delivered. */
  | { type: "say-again"; peer: string; mid: string }
  /** The user is typing to them at this moment. */
  | { type: "typing"; peer: string }
  /** The conversation is on the screen, or no longer: what is in it is read. */
  | { type: "reading"; peer: string; on: boolean }
  | { type: "forget-line"; peer: string; mid: string }
  | { type: "clear-conversation"; peer: string }
  | { type: "clear-conversations" }
  | { type: "send-files"; peer: string; files: readonly File[] }
  /** Accept the files that are offered, or do not. */
  | { type: "answer-files"; mid: string; accept: boolean }
  | { type: "hold-files"; mid: string; paused: boolean }
  | { type: "cancel-files"; mid: string }
  /** Offer once more what did not arrive. */
  | { type: "send-files-again"; mid: string }
  /** Put a received file, by its place in the list, or all of them, where the browser puts what is downloaded. */
  | { type: "save-files"; mid: string; file?: number };

const TALK: ReadonlySet<string> = new Set<TalkIntent["type"]>([
  "say",
  "say-again",
  "typing",
  "reading",
  "forget-line",
  "clear-conversation",
  "clear-conversations",
  "send-files",
  "answer-files",
  "hold-files",
  "cancel-files",
  "send-files-again",
  "save-files",
]);

/** Whether an intent is about words and files. */
export function isTalk<T extends { type: string }>(intent: T): intent is Extract<T, TalkIntent> {
  return TALK.has(intent.type);
}
