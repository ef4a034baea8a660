/** What the user does to a call. */
import type { Active, Party, RingingCall } from "./call.ts";
import { drop, end, refuse } from "./ending.ts";
import type { Step } from "./event.ts";

/** Camera and microphone come first: with them, browsers put real addresses into the offer. */
export function dial({ call, peer, video }: { call: string; peer: Party; video: boolean }): Step {
  return [
    { phase: "preparing", direction: "outgoing", call, peer, video },
    { do: "ask-media", video },
  ];
}

/** The answer, too, waits for camera and microphone. */
export function accept({ call, peer, direction, sdp }: RingingCall, video: boolean): Step {
  return [
    { phase: "preparing", direction, call, peer, sdp, video },
    { do: "ask-media", video },
  ];
}

/** Cancel, decline or hang up. */
export function hangUp(call: Active): Step {
  switch (call.phase) {
    case "ringing":
      return end(call, "declined", "us");
    case "preparing":
      if (call.direction === "incoming") return end(call, "declined", "us");
      return [
        ...drop(call, "cancelled", "us"),
        ...(call.crossed === undefined ? [] : refuse(call.peer, call.crossed, "declined")),
      ];
    case "calling":
      return end(call, "cancelled", "us");
    default:
      return end(call, "hung-up", "us");
  }
}

/** The page goes away. An unanswered ring needs no word: the server sees the page go, and the caller is told. */
export function leave(call: Active): Step {
  if (call.phase === "connecting" || call.phase === "connected") return end(call, "lost", "us");
  return isUnanswered(call) && !call.peer.legacy ? drop(call, "gone", "us") : hangUp(call);
}

/**
 * Another page of this person took this one's place. An unanswered ring goes on there, since the server hands the offer
 * over; of a call that has not been offered yet, nobody knows.
 */
export function replaced(call: Active): Step {
  if (isUnanswered(call)) return drop(call, "gone", "us");
  return call.phase === "preparing" ? drop(call, "replaced", "us") : end(call, "replaced", "us");
}

function isUnanswered({ direction, phase }: Active): boolean {
  return direction === "incoming" && (phase === "ringing" || phase === "preparing");
}
