/** An offer came: it rings, or it is one more of a call that is on. */
import type { Call, Ended, Party, RingingCall } from "./call.ts";
import { ended, told } from "./ending.ts";
import type { Step } from "./event.ts";
import { glare } from "./glare.ts";
import { type OfferData, reject, ringing, sent } from "./message.ts";
import { repeat } from "./retransmit.ts";

/** The session has given a call id to an offer that came without one. */
export function offered(call: Call, from: Party, offer: OfferData): Step {
  const id = offer.call ?? "";
  if (call.phase === "idle") return ring(from, id, offer);
  if (call.peer.id !== from.id) {
    const missed: Ended = { call: id, peer: from, direction: "incoming", reason: "busy", by: "us", answered: false };
    return [call, ...sent([reject(from, id, "busy")]), { do: "ended", ended: told(missed) }];
  }

  if (call.direction === "outgoing" && (call.phase === "preparing" || call.phase === "calling")) {
    return glare(call, from, id, offer);
  }
  const unanswered = call.phase === "ringing" || call.phase === "preparing";
  const same = unanswered && call.sdp === offer.sdp;
  // The same call again, after a reconnect of either side; the old protocol has no other sign of it than the offer itself.
  if (id === call.call || (from.legacy && same)) {
    if (!unanswered || same) return [call, ...repeat(call)];
    return [{ ...call, sdp: offer.sdp }, { do: "open", call: id, peer: from, offer: offer.sdp }, ...repeat(call)];
  }
  // They dial anew, so they are in no call with us any more, and their goodbye was lost.
  const over = ended(call, call.phase === "ringing" ? "cancelled" : "lost", "them");
  const [next, ...opening] = ring(from, id, offer);
  return [next, { do: "close" }, { do: "ended", ended: over }, ...opening];
}

function ring(peer: Party, call: string, offer: OfferData): Step {
  const next: RingingCall = {
    phase: "ringing",
    direction: "incoming",
    call,
    peer,
    sdp: offer.sdp,
    video: offer.media?.video ?? true,
  };
  // The link takes the offer now, so that Accept has less to wait for; it says nothing before.
  return [next, { do: "open", call, peer, offer: offer.sdp }, ...(peer.legacy ? [] : sent([ringing(next)]))];
}
