/** How a call ends: with one reason, on which both sides agree. */
import type { Goodbye, Refusal, SignalMessage } from "../protocol/messages.ts";
import type { Active, Call, Ended, Party, Reason, Timer } from "./call.ts";
import type { Effect, Step } from "./event.ts";
import { hangup, reject, sent } from "./message.ts";

/** The directory says that they left. A call that is connected, or about to be, ends by its own path only. */
export function peerGone(call: Call, peer: string, id: string | undefined): Step {
  if (call.phase === "idle" || call.peer.id !== peer || (id ?? call.call) !== call.call) return [call];
  switch (call.phase) {
    case "calling":
      return drop(call, "gone", "them");
    case "ringing":
      // Nobody said so: whatever they may still say about it holds.
      return drop(call, "gone", "them");
    default:
      return [call];
  }
}

/** The server has not passed this offer on. One that was passed on before, and rings, goes on. */
export function tooFast(call: Call, peer: string, id: string): Step {
  const unheard = call.phase === "calling" && call.reach !== "ringing";
  return unheard && call.peer.id === peer && call.call === id ? drop(call, "too-fast", "us") : [call];
}

/** Their device fell asleep, or lost the network: it does not ring, whatever it said before. It will say so again. */
export function peerAway(call: Call, peer: string): Step {
  const untrue = call.phase === "calling" && call.peer.id === peer && call.reach !== "trying";
  return [untrue ? { ...call, reach: "trying" } : call];
}

/** A wait is over; it was one that `timeouts` names for this phase. */
export function timedOut(call: Active, timer: Timer): Step {
  switch (timer) {
    case "acknowledge":
      return peerAway(call, call.peer.id);
    case "no-answer":
      return end(call, "no-answer", "us");
    case "connect":
      return end(call, "failed", "us");
    case "lost":
      return end(call, "lost", "us");
  }
}

/** The record of a call that is over. */
export function ended(call: Active, reason: Reason, by: Ended["by"]): Ended {
  const { call: id, peer, direction, phase } = call;
  const answered =
    phase === "connecting" || phase === "connected" || (phase === "preparing" && direction === "incoming");
  return {
    call: id,
    peer,
    direction,
    reason,
    by,
    answered,
    ...(phase === "connected" && { since: call.since }),
    ...(reason === "failed" && obstacleTo(call, by)),
  };
}

/** What was in the way of a call that failed. A callee that says so before anything rings there has a browser that cannot call. */
function obstacleTo(call: Active, by: Ended["by"]): Pick<Ended, "obstacle"> {
  if (call.phase === "calling" && call.reach !== "ringing" && by === "them") return { obstacle: "their-browser" };
  return call.phase === "connecting" && call.obstacle ? { obstacle: call.obstacle } : {};
}

/** The call is over, and nobody needs to be told. */
export function drop(call: Active, reason: Reason, by: Ended["by"]): Step {
  return [{ phase: "idle" }, { do: "close" }, { do: "ended", ended: ended(call, reason, by) }];
}

/** The call is over; whoever does not know yet is told, by the link and by the server. */
export function end(call: Active, reason: Reason, by: Ended["by"]): Step {
  if (by === "them") return drop(call, reason, by);
  const over = ended(call, reason, by);
  const word = isLegacyRefusal(call, reason) ? reject(call.peer, call.call, "declined") : wordAbout(over);
  return [{ phase: "idle" }, ...sent(word ? [word] : []), { do: "close", tell: reason }, { do: "ended", ended: over }];
}

/** A call that never was this page's call is not taken: the effects. */
export function refuse(peer: Party, call: string, reason: Refusal): Effect[] {
  const refused: Ended = { call, peer, direction: "incoming", reason, by: "us", answered: false };
  return [...sent([reject(peer, call, reason)]), { do: "ended", ended: refused }];
}

/** A call cannot be taken by this browser, and rings nowhere: the effects. */
export function fail(peer: Party, call: string): Effect[] {
  const direction = "incoming";
  const failed: Ended = {
    call,
    peer,
    direction,
    reason: "failed",
    by: "us",
    answered: false,
    obstacle: "this-browser",
  };
  const word = peer.legacy ? reject(peer, call, "declined") : hangup(peer, call, "failed");
  return [...sent([word]), { do: "ended", ended: failed }];
}

/** What the other is told about a call that is over, by the server; nothing if the server says it. */
export function wordAbout({ peer, call, reason }: Ended): SignalMessage | undefined {
  if (reason === "declined" || reason === "busy") return reject(peer, call, reason);
  return isGoodbye(reason) ? hangup(peer, call, reason) : undefined;
}

/**
 * `reject` is the only refusal that the old protocol knows. While our own offer is unanswered it means nothing there, or
 * another call of theirs; once connected, the channel says it.
 */
function isLegacyRefusal({ peer, phase, direction }: Active, reason: Reason): boolean {
  if (!peer.legacy || reason === "declined") return false;
  return phase === "connecting" || (direction === "incoming" && phase !== "connected");
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
  "too-fast",
];

/** Both sides keep `a` when one says `a` and the other `b`. */
export function outranks(a: Reason, b: Reason): boolean {
  return RANK.indexOf(a) < RANK.indexOf(b);
}

/** A reason that `hangup` can carry. */
export function isGoodbye(reason: Reason): reason is Goodbye {
  return reason !== "declined" && reason !== "busy" && reason !== "gone" && reason !== "too-fast";
}
