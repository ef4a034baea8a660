/** A conversation as it is read: by day, and within it by who wrote, and when. Pure. */
import type { TalkLine } from "./talk-state.ts";
import { locale } from "./words/current.ts";
import { talkWords } from "./words/talk/current.ts";

/** One line, and how it stands to those around it. */
export interface Passage<L extends TalkLine = TalkLine> {
  readonly line: L;
  /** It is the first of its day: as which day that is to be announced. */
  readonly day?: string | undefined;
  /** It follows something else than a line of the same person in the same minute. */
  readonly first: boolean;
  /** The next one does. */
  readonly last: boolean;
}

/** `now` is in milliseconds since 1970. */
export function passagesOf(lines: readonly TalkLine[], now: number): Passage[] {
  return lines.map((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    const day = before === undefined || midnight(before.at) !== midnight(line.at) ? dayOf(line.at, now) : undefined;
    return { line, day, first: !together(before, line), last: !together(line, after) };
  });
}

/** Of one person, of the same minute, and of the same kind. */
function together(one: TalkLine | undefined, other: TalkLine | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.from === other.from && one.kind === other.kind && minute(one.at) === minute(other.at);
}

/** "Today", "Yesterday", or the date, in the form that the user's region has for it. */
export function dayOf(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return talkWords.lines.today;
  if (days === 1) return upper(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-1, "day"));
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? undefined : ("numeric" as const);
  return upper(new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", year }).format(at));
}

export function timeOf(at: number): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at);
}

/** In a list, where there is room for a few signs: the time of today, or the day. */
export function shortMomentOf(at: number, now: number): string {
  if (midnight(at) === midnight(now)) return timeOf(at);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(at);
}

/** What a line says, in one: for a list of conversations. */
export function gistOf(line: TalkLine): string {
  const { you } = talkWords.conversation;
  const [file, ...more] = line.kind === "files" ? line.files : [];
  const said = line.kind === "text" ? line.text : more.length > 0 ? talkWords.files.count(more.length + 1) : file?.name;
  const short = (said ?? "").slice(0, 200).replace(/\s+/gu, " ");
  return line.from === "me" ? you(short) : short;
}

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
const minute = (at: number): number => Math.floor(at / 60_000);
const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);
