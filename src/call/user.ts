/** What the user does to a call. */
import type { Active, Party, RingingCall } from "./call.ts";
import { drop, end } from "./ending.ts";
import type { Step } from "./event.ts";
import { reject, sent } from "./message.ts";

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
        ...sent(call.crossed ? [reject(call.peer, call.crossed, "declined")] : []),
      ];
    case "calling":
      return end(call, "cancelled", "us");
    default:
      return end(call, "hung-up", "us");
  }
}

/** The page goes away. An unanswered ring needs no word: the server sees the page go, and the caller is told. */
export function leave(call: Active): Step {
  switch (call.phase) {
    case "connecting":
    case "connected":
      return end(call, "lost", "us");
    default: {
      const unanswered = call.direction === "incoming" && !call.peer.legacy;
      return unanswered ? drop(call, "gone", "us") : hangUp(call);
    }
  }
}

/** An unanswered ring goes on elsewhere: the server hands the offer over to the page that took this one's place. */
export function replaced(call: Active): Step {
  const ringsElsewhere = call.direction === "incoming" && (call.phase === "ringing" || call.phase === "preparing");
  return ringsElsewhere ? drop(call, "replaced", "us") : end(call, "replaced", "us");
}
