/** An offer came: it rings, or it is one more of a call that is on. */
import type { Call, Party, Reason, RingingCall } from "./call.ts";
import { ended } from "./ending.ts";
import type { Step } from "./event.ts";
import { glare } from "./glare.ts";
import { type OfferData, reject, ringing, sent } from "./message.ts";
import { repeat } from "./retransmit.ts";

/** A ring that this page left unanswered goes on: the server hands it to whichever page has this identity. */
const RINGS_ON: ReadonlySet<Reason> = new Set(["replaced", "gone"]);

/** The session has given a call id to an offer that came without one. */
export function offered(call: Call, from: Party, offer: OfferData): Step {
  const id = offer.call ?? "";
  if (call.phase === "idle") {
    // Said again after a reconnect. It is over here, and our word was lost; or it was over for this page only, which is back.
    const over = call.ended?.call === id && !(call.ended.by === "us" && RINGS_ON.has(call.ended.reason));
    return over ? [call, ...repeat(call)] : ring(from, id, offer);
  }
  if (call.peer.id !== from.id) return [call, ...sent([reject(from, id, "busy")]), { do: "missed", peer: from }];

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
  const { ended: over } = ended(call, call.phase === "ringing" ? "cancelled" : "lost", "them");
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
