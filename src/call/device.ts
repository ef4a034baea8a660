/** What the device reports: its camera and microphone, and the link to the other. */
import type { Active, Preparing } from "./call.ts";
import { end } from "./ending.ts";
import type { LinkEvent, Step } from "./event.ts";
import { answer, offer, trickle } from "./message.ts";
import { say } from "./retransmit.ts";

/** Camera and microphone are open, or it is known that there are none. */
export function mediaReady({ call, peer, direction, video }: Preparing): Step {
  return direction === "outgoing"
    ? [
        { phase: "calling", call, peer, direction, video, reach: "waiting", said: [] },
        { do: "open", call, peer },
        { do: "offer" },
      ]
    : [{ phase: "connecting", call, peer, direction, video, said: [] }, { do: "answer" }];
}

/** What the link reports; the call id has been checked. */
export function progress(call: Active, event: LinkEvent): Step {
  switch (event.type) {
    case "described":
      if (call.phase === "calling") return say(call, offer(call, event.sdp));
      if (call.phase === "connecting" && call.direction === "incoming") return say(call, answer(call, event.sdp));
      return [call];
    case "candidate":
      return call.phase === "calling" || call.phase === "connecting"
        ? say(call, trickle(call, event.candidate))
        : [call];
    case "obstructed":
      return call.phase === "connecting" && call.obstacle !== event.obstacle
        ? [{ ...call, obstacle: event.obstacle }]
        : [call];
    case "connected": {
      if (call.phase !== "connecting") return [call];
      const { call: id, peer, direction } = call;
      return [{ phase: "connected", call: id, peer, direction, since: event.at }];
    }
    case "silent":
      if (call.phase !== "connected" || call.reconnecting !== undefined) return [call];
      return [{ ...call, reconnecting: event.at }];
    case "alive": {
      if (call.phase !== "connected" || call.reconnecting === undefined) return [call];
      const { reconnecting: _, ...connected } = call;
      return [connected];
    }
    case "link-failed":
      return end(call, call.phase === "connected" ? "lost" : "failed", "us");
    case "farewell":
      return end(call, event.reason, "them");
  }
}
