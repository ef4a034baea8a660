/** What is kept of conversations, and how it is read: whatever is not valid is left out. Pure. */
import * as v from "valibot";
import { FilesGoodbye, FilesRefusal } from "../../protocol/talk.ts";
import { Peer } from "../../protocol/messages.ts";
import type { Book, Conversation, Entry } from "./book.ts";

const Id = Peer.entries.id;
const place = {
  /** Of whose conversation it is. */
  peer: Id,
  mid: Id,
  from: v.picklist(["me", "them"]),
  at: v.number(),
  order: v.number(),
  seq: v.optional(v.number()),
};
const KeptText = v.object({
  ...place,
  kind: v.literal("text"),
  text: v.string(),
  delivery: v.optional(v.picklist(["sending", "delivered", "failed"])),
  why: v.optional(v.picklist(["gone", "full", "late", "offline"])),
});
const KeptFiles = v.object({
  ...place,
  kind: v.literal("files"),
  files: v.array(v.object({ name: v.string(), type: v.string(), size: v.number() })),
  outcome: v.optional(v.union([v.picklist(["done", "gone"]), FilesRefusal, FilesGoodbye])),
});
const KeptLine = v.variant("kind", [KeptText, KeptFiles]);
const KeptPerson = v.object({
  id: Id,
  name: v.string(),
  unread: v.number(),
  answered: v.boolean(),
  trusted: v.boolean(),
  /** The place of the last line. */
  order: v.number(),
});

export type KeptPerson = v.InferOutput<typeof KeptPerson>;
/** `sending` stands in those that are on their way, so that these are found. */
export type KeptLine = Entry & { readonly peer: string; readonly sending?: 1 | undefined };

export const readPeople = (kept: readonly unknown[]): KeptPerson[] => readAll(KeptPerson, kept);
export const readLines = (kept: readonly unknown[]): KeptLine[] => readAll(KeptLine, kept);

function readAll<S extends v.GenericSchema>(schema: S, kept: readonly unknown[]): v.InferOutput<S>[] {
  return kept.flatMap((each) => {
    const read = v.safeParse(schema, each);
    return read.success ? [read.output] : [];
  });
}

/** What has to be kept, and what no longer. */
export interface Changes {
  readonly people: readonly KeptPerson[];
  readonly lines: readonly KeptLine[];
  /** People who go with all their lines. */
  readonly gone: readonly string[];
  /** Lines that go, each with whose conversation it was in. */
  readonly lost: readonly (readonly [peer: string, mid: string])[];
}

/** What to do so that `after` is kept where `before` is. Conversations without a line are not. */
export function changesBetween(before: Book, after: Book): Changes {
  const was = new Map(before.filter(hasLines).map((each) => [each.id, each]));
  const is = new Map(after.filter(hasLines).map((each) => [each.id, each]));
  const altered = [...is.values()].filter((each) => each !== was.get(each.id));
  return {
    people: altered.map(personOf),
    lines: altered.flatMap((each) => newLines(was.get(each.id), each)),
    gone: [...was.keys()].filter((id) => !is.has(id)),
    lost: altered.flatMap((each) => lostLines(was.get(each.id), each)),
  };
}

export const isNothing = ({ people, lines, gone, lost }: Changes): boolean =>
  people.length + lines.length + gone.length + lost.length === 0;

const hasLines = ({ mids }: Conversation): boolean => mids.length > 0;

function personOf({ id, name, mids, held, unread, answered, trusted }: Conversation): KeptPerson {
  return { id, name, unread, answered, trusted, order: held.get(mids.at(-1) ?? "")?.order ?? 0 };
}

function newLines(before: Conversation | undefined, { id, held }: Conversation): KeptLine[] {
  const lines = [...held.values()].filter((line) => before?.held.get(line.mid) !== line);
  return lines.map((line) => (isSending(line) ? { ...line, peer: id, sending: 1 } : { ...line, peer: id }));
}

function lostLines(before: Conversation | undefined, { id, mids }: Conversation): [string, string][] {
  const stay = new Set(mids);
  return before?.mids.filter((mid) => !stay.has(mid)).map((mid) => [id, mid]) ?? [];
}

const isSending = (line: Entry): boolean => line.kind === "text" && line.delivery === "sending";

/** As it was when the page was closed: with the last lines, and those that were on their way. */
export interface Stored {
  readonly people: readonly StoredPerson[];
  readonly sending: readonly KeptLine[];
}

export interface StoredPerson {
  readonly person: KeptPerson;
  /** Of all lines, oldest first. */
  readonly mids: readonly string[];
  readonly last?: KeptLine | undefined;
}

/** The book that was kept. */
export function bookOf({ people, sending }: Stored): Book {
  return people
    .filter(({ mids, last }) => mids.length > 0 && last !== undefined)
    .map(({ person: { id, name, unread, answered, trusted }, mids, last }) => {
      const lines = [...sending.filter(({ peer }) => peer === id), ...(last ? [last] : [])];
      const held = new Map(lines.filter(({ mid }) => mids.includes(mid)).map((line) => [line.mid, interrupted(line)]));
      return { id, name, unread, answered, trusted, mids, held, whole: held.size === mids.length };
    });
}

/** Files that were on their way when the page was closed. */
export function interrupted(entry: Entry): Entry {
  return entry.kind === "files" && entry.outcome === undefined ? { ...entry, outcome: "left" } : entry;
}
