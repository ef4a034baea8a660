/** An offer came: it rings, or it is one more of a call that is on. */
import type { Call, Party, RingingCall } from "./call.ts";
import { ended, fail, refuse } from "./ending.ts";
import type { Step } from "./event.ts";
import { glare } from "./glare.ts";
import { type OfferData, ringing, sent } from "./message.ts";
import { repeat } from "./retransmit.ts";

/** Why an offer rings nowhere; see the event `received`. */
interface Hindrances {
  readonly undisturbed?: boolean;
  readonly unable?: boolean;
}

/**
 * The session has given a call id to an offer that came without one. If the user is to be left `undisturbed`, nothing rings that
 * does not ring already; whom they call themselves they want to talk to. A page that is `unable` to call is in no call.
 */
export function offered(call: Call, from: Party, offer: OfferData, { undisturbed, unable }: Hindrances): Step {
  const id = offer.call ?? "";
  if (unable) return [call, ...fail(from, id)];
  const fresh = (): Step => (undisturbed ? [{ phase: "idle" }, ...refuse(from, id, "busy")] : ring(from, id, offer));
  if (call.phase === "idle") return fresh();
  if (call.peer.id !== from.id) return [call, ...refuse(from, id, "busy")];
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
  const over = ended(call, call.phase === "ringing" ? "gone" : "lost", "them");
  const [next, ...opening] = fresh();
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
