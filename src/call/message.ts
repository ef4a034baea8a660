/** What one side of a call says to the other by the server. */
import type { Candidate, Goodbye, Refusal, SignalMessage } from "../protocol/messages.ts";
import type { Calling, Leg, Party } from "./call.ts";
import type { Effect } from "./event.ts";

/** The data of an offer. */
export type OfferData = Extract<SignalMessage, { type: "offer" }>["data"];

/** The effects that send these. */
export const sent = (messages: readonly SignalMessage[]): Effect[] =>
  messages.map((message) => ({ do: "send", message }));

/** The caller's ring. */
export function offer({ peer, call, video }: Calling, sdp: string): SignalMessage {
  return { type: "offer", data: { target: peer.id, call, type: "offer", sdp, media: { video } } };
}

/** The callee's device rings. */
export function ringing({ peer, call }: Leg): SignalMessage {
  return { type: "ringing", data: { target: peer.id, call } };
}

/** The callee's user accepted. */
export function answer({ peer, call }: Leg, sdp: string): SignalMessage {
  return { type: "accept", data: { target: peer.id, call, type: "answer", sdp } };
}

/** One ICE candidate as soon as it is gathered (RFC 8838). */
export function trickle({ peer, call }: Leg, candidate: Candidate): SignalMessage {
  return { type: "icecandidate", data: { target: peer.id, call, candidate } };
}

/** The call is not taken: the only refusal that the old protocol knows. */
export function reject(peer: Party, call: string | undefined, reason: Refusal): SignalMessage {
  return { type: "reject", data: { target: peer.id, call, reason } };
}

/** The call is over. */
export function hangup(peer: Party, call: string | undefined, reason: Goodbye): SignalMessage {
  return { type: "hangup", data: { target: peer.id, call, reason } };
}
