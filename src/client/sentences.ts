/** Which sentence people read; how each is worded, the tables of `words` know. */
import type { Call, Calling, Connecting, Ended, Preparing } from "../call/call.ts";
import type { Peer } from "../protocol/messages.ts";
import type { Connection, RecentCall } from "./state.ts";
import { locale, words } from "./words/current.ts";

/** What is shared with others, for them to come in. */
export function invitation(url: string): { title: string; text: string; url: string } {
  return { title: "Earshot", text: words.invite.message, url };
}

/** Missed calls, by the names of the callers in the order in which they called. */
export function missedCalls(names: readonly string[]): string {
  const callers = [...new Set(names)];
  const who = callers.length > 0 ? new Intl.ListFormat(locale).format(callers) : words.common.someone;
  return names.length > 1 ? words.ringing.missedCalls(names.length, who) : missedCall(who);
}

/** The page's title: who calls, with whom one talks, and how many calls and messages the user has not taken note of. */
export function titleOf(call: Call, missed = 0): string {
  if (call.phase === "ringing") return words.ringing.isCalling(call.peer.name);
  const title = titleOfCall(call);
  return missed > 0 ? `(${missed}) ${title}` : title;
}

function titleOfCall(call: Call): string {
  switch (call.phase) {
    case "idle":
      return "Earshot";
    case "connected":
      return words.ringing.inCall(call.peer.name);
    default:
      return call.direction === "outgoing"
        ? words.ringing.calling(call.peer.name)
        : words.ringing.connectingTo(call.peer.name);
  }
}

/** Somebody called in vain. */
export function wasMissed({ direction, reason }: Ended): boolean {
  return direction === "incoming" && ["cancelled", "busy", "no-answer", "gone"].includes(reason);
}

export function missedCall(name: string): string {
  return words.ringing.missedCall(name);
}

/** What the user reads when a call has ended; nothing where they ended it themselves before it was one. */
export function howItEnded({ peer: { name }, direction, reason, by, obstacle }: Ended): string | undefined {
  const { endings } = words;
  switch (reason) {
    case "hung-up":
      return by === "us" ? endings.youHungUp : endings.hungUp(name);
    case "failed":
      return endings.failed[obstacle ?? "unknown"](name);
    case "lost":
      return endings.lost(name);
    case "replaced":
      return by === "us" ? endings.continuedElsewhere : endings.moved(name);
    case "declined":
      return by === "us" ? undefined : endings.declined(name);
    case "cancelled":
      if (direction === "incoming") return missedCall(name);
      return by === "us" ? undefined : endings.hungUp(name);
    case "busy":
      return direction === "incoming" ? missedCall(name) : endings.busy(name);
    case "no-answer":
      return direction === "incoming" ? missedCall(name) : endings.noAnswer(name);
    case "gone":
      return direction === "incoming" ? missedCall(name) : endings.gone(name);
    case "too-fast":
      return endings.tooFast(name);
  }
}

/** One call in the list of recent ones, in a few words. */
export function summaryOf({ ended, until }: Pick<RecentCall, "ended" | "until">): string {
  const what = wasMissed(ended) ? words.recents.missed : resultOf(ended);
  return ended.since === undefined ? what : words.recents.lasting(what, duration(until - ended.since));
}

function resultOf({ direction, reason }: Ended): string {
  const { incoming, outgoing, youDeclined, outcome } = words.recents;
  if (reason === "hung-up") return direction === "incoming" ? incoming : outgoing;
  return reason === "declined" && direction === "incoming" ? youDeclined : outcome[reason];
}

/** A moment as people say it: the time if it was today, with the day if it was earlier. Both in milliseconds since 1970. */
export function momentOf(at: number, now: number): string {
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days > 1) return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(at);
  return days === 1 ? words.recents.dayAndTime(yesterday(), time) : time;
}

/** In the middle of a sentence many languages write it small; here it begins one. */
function yesterday(): string {
  const day = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-1, "day");
  return day.charAt(0).toLocaleUpperCase(locale) + day.slice(1);
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** What a call is waiting for that is not connected yet. */
export function progressOf(call: Preparing | Calling | Connecting): string {
  switch (call.phase) {
    case "preparing":
      return call.video ? words.ringing.askingBoth : words.ringing.askingMicrophone;
    case "calling":
      return progressOfRing(call);
    case "connecting":
      return words.ringing.connecting;
  }
}

function progressOfRing({ reach, peer }: Calling): string {
  switch (reach) {
    case "waiting":
      return words.ringing.waiting;
    case "trying":
      return words.ringing.trying(peer.name);
    case "ringing":
      return words.ringing.ringing;
  }
}

export function statusOf({ status }: Peer): string {
  return words.common.status[status ?? "available"];
}

/** What the user reads while there is no server; nothing while there is. */
export function troubleWith(connection: Connection): string | undefined {
  switch (connection) {
    case "connecting":
    case "offline":
    case "unreachable":
      return words.trouble[connection];
    default:
      return undefined;
  }
}

/** Milliseconds as a clock shows them: 0:07, 12:34, 1:02:03. */
export function duration(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
