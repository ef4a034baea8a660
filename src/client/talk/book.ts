/** The conversations: who, what was said, and how much of it the user has not seen. Pure: each change gives a new book. */
import { KEEP_TEXT } from "../../protocol/talk.ts";
import type { FilesLine, TextLine } from "../talk-state.ts";

/** How many lines of each person are kept, and of how many people. */
export const MOST_LINES = 500;
export const MOST_PEOPLE = 20;

/** Where a line stands: it grows from line to line, about as milliseconds since 1970 do. `seq` is the sender's own count of texts. */
interface Placed {
  readonly order: number;
  readonly seq?: number | undefined;
}

/** A line with its place. */
export type Entry = (TextLine | FilesLine) & Placed;
/** A line that has none yet. */
export type NewLine = (TextLine | FilesLine) & Pick<Placed, "seq">;

export interface Conversation {
  readonly id: string;
  /** As they were called last. */
  readonly name: string;
  /** By which all lines are known, oldest first. */
  readonly mids: readonly string[];
  /** Those of them that are in memory: the last one always. */
  readonly held: ReadonlyMap<string, Entry>;
  /** All are. */
  readonly whole: boolean;
  readonly unread: number;
  /** The user has written to them, or taken something from them. */
  readonly answered: boolean;
  /** Files of theirs were accepted before. */
  readonly trusted: boolean;
}

/** The one with the latest line first. */
export type Book = readonly Conversation[];

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** How much is changed in a conversation at once. */
type Change = Partial<Omit<Conversation, "id">>;

const empty = ({ id, name }: Person): Conversation => ({
  id,
  name,
  mids: [],
  held: new Map(),
  whole: true,
  unread: 0,
  answered: false,
  trusted: false,
});

export const find = (book: Book, id: string): Conversation | undefined => book.find((each) => each.id === id);

/** A conversation as it is after a change of it; nothing happens if there is none with this person. */
export function edited(book: Book, id: string, change: Change | ((conversation: Conversation) => Change)): Book {
  const before = find(book, id);
  if (!before) return book;
  const made = typeof change === "function" ? change(before) : change;
  const same = Object.entries(made).every(([key, value]) => before[key as keyof Conversation] === value);
  return same ? book : book.map((each) => (each === before ? { ...before, ...made } : each));
}

/** There is a conversation with this person, if only an empty one. */
export function opened(book: Book, person: Person): Book {
  return find(book, person.id) ? book : [...book, empty(person)];
}

/** An empty one is none any more. */
export function tidied(book: Book, id: string): Book {
  return find(book, id)?.mids.length === 0 ? book.filter((each) => each.id !== id) : book;
}

/** A new line, at `now` (milliseconds since 1970): the conversation comes first. One that is known already is said anew, and comes last. */
export function written(book: Book, person: Person, line: NewLine, now: number): Book {
  const before = find(book, person.id) ?? empty(person);
  const rest = without(before, line.mid);
  const { index, order } = placeFor(rest, line, now);
  const mids = [...rest.mids.slice(0, index), line.mid, ...rest.mids.slice(index)];
  const held = new Map(rest.held).set(line.mid, { ...line, order });
  for (const mid of mids.splice(0, mids.length - MOST_LINES)) held.delete(mid);
  const answered = before.answered || line.from === "me";
  const after: Conversation = { ...rest, name: person.name, mids, held, answered };
  return [after, ...book.filter((each) => each !== before)];
}

/** A line that is in memory is now otherwise. */
export function changed<L extends Entry>(book: Book, id: string, mid: string, change: Partial<L>): Book {
  return edited(book, id, ({ held }) => {
    const line = held.get(mid);
    if (!line) return {};
    const same = Object.entries(change).every(([key, value]) => line[key as keyof Entry] === value);
    return same ? {} : { held: new Map(held).set(mid, { ...line, ...change }) };
  });
}

export function forgotten(book: Book, id: string, mid: string): Book {
  return edited(book, id, (conversation) => without(conversation, mid));
}

/** What is kept of a conversation has come: what is in memory already is newer. */
export function filled(book: Book, id: string, lines: readonly Entry[]): Book {
  return edited(book, id, ({ mids, held }) => {
    const all = new Map([...lines.map((line): [string, Entry] => [line.mid, line]), ...held]);
    const known = mids.filter((mid) => all.has(mid));
    return { mids: known, held: new Map(known.map((mid) => [mid, all.get(mid) as Entry])), whole: true };
  });
}

/**
 * The book without those for whom there is no room. First goes who was never answered, last of whom the user knows and has not read; of
 * two alike, whose last line is the oldest. Never who has written last, nor who is `needed`.
 */
export function bounded(book: Book, needed: (id: string) => boolean): Book {
  const surplus = book.length - MOST_PEOPLE;
  if (surplus <= 0) return book;
  const worth = ({ answered, unread }: Conversation): number => (answered ? (unread > 0 ? 2 : 1) : 0);
  const candidates = book.slice(1).filter(({ id }) => !needed(id));
  const leaving = candidates.reverse().sort((a, b) => worth(a) - worth(b));
  const gone = new Set(leaving.slice(0, surplus));
  return book.filter((each) => !gone.has(each));
}

function without(conversation: Conversation, mid: string): Conversation {
  if (!conversation.mids.includes(mid)) return conversation;
  const held = new Map(conversation.held);
  held.delete(mid);
  return { ...conversation, held, mids: conversation.mids.filter((each) => each !== mid) };
}

/** At the end; but before what was written after it and has come before it. */
function placeFor({ mids, held }: Conversation, { from, seq }: NewLine, now: number): { index: number; order: number } {
  let index = mids.length;
  const place = from === "them" ? (seq ?? Infinity) : Infinity;
  for (let at = mids.length - 1; at >= 0; at--) {
    const line = held.get(mids[at] ?? "");
    // By a clock that was set back meanwhile it must not vanish among old ones.
    if (!line || line.order < now - KEEP_TEXT) break;
    if (line.from === "me" || line.seq === undefined) continue;
    if (line.seq <= place) break;
    index = at;
  }
  const before = held.get(mids[index - 1] ?? "")?.order;
  const after = held.get(mids[index] ?? "")?.order;
  if (after === undefined) return { index, order: Math.max(now, (before ?? 0) + 1) };
  return { index, order: ((before ?? after - 2) + after) / 2 };
}
