/** The sentences that people read. */
import type { Call, Calling, Connecting, Ended, Obstacle, Preparing } from "../call/call.ts";
import type { Peer } from "../protocol/messages.ts";
import { MAX_NAME } from "../protocol/name.ts";
import type { Connection, RecentCall } from "./state.ts";

export const NAME_RULE = `Please enter a name of 1 to ${MAX_NAME} characters.`;

/** Stands for a caller whose name is not known. */
export const someone = "Somebody";
export const peerUnknown = "They aren't here any more";
export const screenGoesOff =
  "This browser could not keep the screen on. Is the battery low? The device's own settings can let the screen stay on for longer.";
export const chatNotSent = "Your message was not sent: the connection is not up. Please send it again in a moment.";
export const notRemembered =
  "This browser keeps nothing for Earshot, so it will ask again next time. A private window, or blocked site data, does that.";
export const languageNotLoaded =
  "The words of that language could not be loaded: the laptop that runs Earshot is not reachable. Try again in a moment.";

export const refusedHere =
  "The laptop that runs Earshot answers, but refuses this device its live connection. The certificate may be trusted only halfway, or a VPN may be in between.";
export const noInvitation =
  "No other device can open Earshot at the moment: the laptop that runs it is on no network, or was told to serve only itself.";
export const notShared = "Sharing did not work here. Copy the address, or let others scan the code.";
export const copied = "Copied";
export const notCopied = "It could not be copied: hold the address down to select it, or read it out.";

/** What is shared with others, for them to come in. */
export function invitation(url: string): { title: string; text: string; url: string } {
  return { title: "Earshot", text: "Join me on Earshot. You need to be on the same Wi-Fi.", url };
}

/** Missed calls, by the names of the callers in the order in which they called. */
export function missedCalls(names: readonly string[]): string {
  const callers = [...new Set(names)];
  const last = callers.pop() ?? someone;
  const who = callers.length > 0 ? `${callers.join(", ")} and ${last}` : last;
  return names.length > 1 ? `${names.length} missed calls from ${who}` : missedCall(who);
}

/** The page's title: who calls, or how many calls the user has not taken note of. */
export function titleOf(call: Call, missed: number): string {
  if (call.phase === "ringing") return `${call.peer.name} is calling`;
  return missed > 0 ? `(${missed}) Earshot` : "Earshot";
}

/** Somebody called in vain. */
export function wasMissed({ direction, reason }: Ended): boolean {
  return direction === "incoming" && ["cancelled", "busy", "no-answer", "gone"].includes(reason);
}

export function missedCall(name: string): string {
  return `Missed call from ${name}`;
}

/** What the user reads when a call has ended; nothing where they ended it themselves before it was one. */
export function howItEnded({ peer: { name }, direction, reason, by, obstacle }: Ended): string | undefined {
  switch (reason) {
    case "hung-up":
      return by === "us" ? "You hung up" : `${name} hung up`;
    case "failed":
      return `Couldn't connect to ${name}${whyNot(obstacle)}`;
    case "lost":
      return `The connection to ${name} was lost`;
    case "replaced":
      return by === "us" ? "Continued elsewhere" : `${name} moved to another device`;
    case "declined":
      return by === "us" ? undefined : `${name} declined`;
    case "cancelled":
      if (direction === "incoming") return missedCall(name);
      return by === "us" ? undefined : `${name} hung up`;
    case "busy":
      return direction === "incoming" ? missedCall(name) : `${name} is busy`;
    case "no-answer":
      return direction === "incoming" ? missedCall(name) : `${name} didn't answer`;
    case "gone":
      return direction === "incoming" ? missedCall(name) : `${name} isn't here any more`;
  }
}

/** Why no path was found, as far as that can be told, and what to do. */
function whyNot(obstacle: Obstacle | undefined): string {
  switch (obstacle) {
    case "isolated":
      return ": this Wi-Fi keeps devices apart, as guest networks do. Use another Wi-Fi, or the hotspot of one of your phones.";
    case "other-network":
      return ": the two devices are on different networks. Join the same Wi-Fi with both, and call again.";
    case "no-address":
      return ": the devices could not find each other. Allow the microphone on both, and call again.";
    default:
      return ". Are both devices on the same Wi-Fi? Guest networks often keep devices apart.";
  }
}

/** One call in the list of recent ones, in a few words. */
export function summaryOf({ ended, until }: Pick<RecentCall, "ended" | "until">): string {
  const length = ended.since === undefined ? "" : `, ${duration(until - ended.since)}`;
  return `${wasMissed(ended) ? "Missed call" : resultOf(ended)}${length}`;
}

function resultOf({ direction, reason }: Ended): string {
  switch (reason) {
    case "hung-up":
      return direction === "incoming" ? "Incoming call" : "Outgoing call";
    case "declined":
      return direction === "incoming" ? "You declined" : "Declined";
    case "busy":
      return "Was busy";
    case "cancelled":
      return "Cancelled";
    case "no-answer":
      return "No answer";
    case "gone":
      return "Wasn't here";
    case "failed":
      return "Couldn't connect";
    case "lost":
      return "Connection lost";
    case "replaced":
      return "Moved to another device";
  }
}

/** A moment as people say it: the time if it was today, with the day if it was earlier. Both in milliseconds since 1970. */
export function momentOf(at: number, now: number): string {
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(at);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days <= 0) return time;
  const day = days === 1 ? "Yesterday" : new Intl.DateTimeFormat(undefined, { dateStyle: "medium" }).format(at);
  return `${day}, ${time}`;
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** What one's own call is waiting for. */
export function progressOf(call: Preparing | Calling | Connecting): string {
  switch (call.phase) {
    case "preparing":
      return "Asking for camera and microphone…";
    case "calling":
      return progressOfRing(call);
    case "connecting":
      return "Connecting…";
  }
}

function progressOfRing({ reach, peer }: Calling): string {
  switch (reach) {
    case "waiting":
      return "Calling…";
    case "trying":
      return `Trying to reach ${peer.name}…`;
    case "ringing":
      return "Ringing…";
  }
}

export function statusOf({ status }: Peer): string {
  switch (status) {
    case "busy":
      return "In a call";
    case "do-not-disturb":
      return "Do not disturb";
    case "away":
      return "Away";
    default:
      return "Available";
  }
}

/** What the user reads while there is no server; nothing while there is. */
export function troubleWith(connection: Connection): string | undefined {
  switch (connection) {
    case "connecting":
      return "Looking for the laptop that runs Earshot…";
    case "offline":
      return "Looking for the laptop that runs Earshot… Is this device on the same Wi-Fi?";
    case "unreachable":
      return "The laptop that runs Earshot is not reachable.";
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
