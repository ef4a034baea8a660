/** How a call ends: with one reason, on which both sides agree. */
import type { Goodbye, SignalMessage } from "../protocol/messages.ts";
import type { Active, Call, Ended, Idle, Reason, Timer } from "./call.ts";
import type { Step } from "./event.ts";
import { hangup, reject, sent } from "./message.ts";

/** The directory says that they left. A call that is connected, or about to be, ends by its own path only. */
export function peerGone(call: Call, peer: string, id: string | undefined): Step {
  if (call.phase === "idle" || call.peer.id !== peer || (id ?? call.call) !== call.call) return [call];
  switch (call.phase) {
    case "calling":
      return [ended(call, "gone", "them"), { do: "close" }];
    case "ringing":
      return [ended(call, "cancelled", "them"), { do: "close" }];
    default:
      return [call];
  }
}

/** A wait is over; it was one that `timeouts` names for this phase. */
export function timedOut(call: Active, timer: Timer): Step {
  switch (timer) {
    case "no-answer":
      return end(call, "no-answer", "us");
    case "connect":
      return end(call, "failed", "us");
    case "lost":
      return end(call, "lost", "us");
  }
}

/** The call is over, and nobody needs to be told. */
export function ended(call: Active, reason: Reason, by: Ended["by"]): Idle & { ended: Ended } {
  const { call: id, peer, direction, phase } = call;
  const answered =
    phase === "connecting" || phase === "connected" || (phase === "preparing" && direction === "incoming");
  return { phase: "idle", ended: { call: id, peer, direction, reason, by, answered } };
}

/** The call is over; whoever does not know yet is told, by the link and by the server. */
export function end(call: Active, reason: Reason, by: Ended["by"]): Step {
  const over = ended(call, reason, by);
  if (by === "them") return [over, { do: "close" }];
  const word = lastWord(call, reason);
  if (!word) return [over, { do: "close", tell: reason }];
  // A client of the old protocol would take a word that is said again for one about its next call.
  const kept = call.peer.legacy ? over : { ...over, ended: { ...over.ended, word } };
  return [kept, ...sent([word]), { do: "close", tell: reason }];
}

/** What the other is told by the server, if anything. */
function lastWord(call: Active, reason: Reason): SignalMessage | undefined {
  // `reject` is the only refusal that the old protocol knows. While our own offer is unanswered it means nothing there, or
  // another call of theirs; once connected, the channel says it.
  const waits = call.phase === "connecting" || (call.direction === "incoming" && call.phase !== "connected");
  if (reason === "declined" || (waits && call.peer.legacy)) return reject(call.peer, call.call, "declined");
  return isGoodbye(reason) ? hangup(call.peer, call.call, reason) : undefined;
}

/** Both sides may end a call at once, each for a reason of its own, and must still agree: the earlier in this list holds. */
const RANK: readonly Reason[] = [
  "declined",
  "busy",
  "cancelled",
  "no-answer",
  "hung-up",
  "replaced",
  "failed",
  "lost",
  "gone",
];

/** Both sides keep `a` when one says `a` and the other `b`. */
export function outranks(a: Reason, b: Reason): boolean {
  return RANK.indexOf(a) < RANK.indexOf(b);
}

/** A reason that `hangup` can carry. */
export function isGoodbye(reason: Reason): reason is Goodbye {
  return reason !== "declined" && reason !== "busy" && reason !== "gone";
}
