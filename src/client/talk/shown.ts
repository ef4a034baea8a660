/** What the page shows of the conversations. Pure; what has not changed stays the same object, so that nothing is drawn anew for it. */
import type { Talk, TalkLine } from "../talk-state.ts";
import type { Book, Conversation } from "./book.ts";

const shown = new WeakMap<Conversation, Talk>();

/** `typing`: the ids of those who are typing at this moment. */
export function talksOf(book: Book, typing: ReadonlySet<string>): readonly Talk[] {
  return book.map((conversation) => {
    const before = shown.get(conversation);
    const types = typing.has(conversation.id);
    if (before?.typing === types) return before;
    const talk = before ? { ...before, typing: types } : talkOf(conversation, types);
    shown.set(conversation, talk);
    return talk;
  });
}

/** Whether two lists are the same, one by one. */
export const alike = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((each, index) => each === others[index]);

function talkOf({ id, name, mids, held, whole, unread, trusted }: Conversation, typing: boolean): Talk {
  const lines = whole
    ? mids.map((mid) => held.get(mid)).filter((line): line is NonNullable<typeof line> => !!line)
    : undefined;
  const last: TalkLine | undefined = held.get(mids.at(-1) ?? "");
  return { id, name, lines, last, unread, typing, trusted };
}

/** The longest that a notification says of a text, in characters. */
const SNIPPET = 120;

/** The beginning of a text, on one line. */
export function snippetOf(text: string): string {
  const line = text.trim().replace(/\s+/gu, " ");
  const signs = Array.from(line.slice(0, 4 * SNIPPET));
  return signs.length > SNIPPET
    ? `${signs
        .slice(0, SNIPPET - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

/** A text as it was typed, without the blank lines around it; empty if nothing else is in it. */
export const trimmed = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .trimEnd()
    .replace(/^\s*\n/u, "");
