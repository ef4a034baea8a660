/** What the other says about this call, or about one that is not known here. */
import type { SignalMessage } from "../protocol/messages.ts";
import type { Call, Calling, Party } from "./call.ts";
import { end } from "./ending.ts";
import type { CallEvent, Step } from "./event.ts";
import { hangup, reject, sent } from "./message.ts";
import { offered } from "./offer.ts";
import { described } from "./retransmit.ts";

type Received = Extract<CallEvent, { type: "received" }>;

/** What the other said, by the server: an offer, a word about this call, or one about a call that is unknown. */
export function received(call: Call, event: Received): Step {
  const { from, message } = event;
  if (message.type === "offer") return offered(call, from, message.data, event);
  if (call.phase === "idle" || call.peer.id !== from.id || (message.data.call ?? call.call) !== call.call) {
    return stray(call, from, message);
  }
  switch (message.type) {
    case "ringing":
      return call.phase === "calling" ? [{ ...call, reach: "ringing" }] : [call];
    case "accept":
      // Before our offer is out, it can only be about an earlier call of a client that names none.
      return call.phase === "calling" && described(call) ? accepted(call, message.data.sdp) : [call];
    case "reject":
      return call.phase === "calling" ? end(call, message.data.reason ?? "declined", "them") : [call];
    case "hangup": {
      const { reason = "hung-up" } = message.data;
      // Another page of theirs rang, too, and stopped.
      if (reason === "no-answer" && call.direction === "outgoing" && call.phase !== "calling") return [call];
      // Said of an unanswered call, it only means that the page that says it knows of none: another may still be calling.
      return end(call, call.phase === "ringing" && reason === "lost" ? "gone" : reason, "them");
    }
    case "icecandidate":
      return call.direction === "outgoing" && call.phase === "preparing"
        ? [call]
        : [call, { do: "add-candidate", candidate: message.data.candidate }];
    case "description":
      return call.phase === "connecting" || call.phase === "connected"
        ? [call, { do: "redescribe", description: message.data.description }]
        : [call];
  }
}

function accepted({ call, peer, direction, video, said }: Calling, sdp: string): Step {
  const candidates = said.filter((message) => message.type === "icecandidate");
  return [
    { phase: "connecting", call, peer, direction, video, said: candidates },
    { do: "apply-answer", sdp },
    // A callee of the old protocol takes them only now.
    ...sent(peer.legacy ? candidates : []),
  ];
}

/** About a call that is not ours, and that nobody here remembers. */
function stray(call: Call, from: Party, message: SignalMessage): Step {
  switch (message.type) {
    case "hangup":
      if (call.phase === "preparing" && call.crossed !== undefined && call.crossed === message.data.call) {
        const { crossed: _, ...alone } = call;
        return [alone];
      }
      return [call];
    case "ringing":
    case "accept":
    case "description":
      // They believe in a call that is over, or that another page of ours was in.
      return [
        call,
        ...sent([from.legacy ? reject(from, message.data.call, "declined") : hangup(from, message.data.call, "lost")]),
      ];
    default:
      return [call];
  }
}
