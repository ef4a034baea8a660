/** Two people dial each other at the same time. */
import type { Calling, Party, Preparing } from "./call.ts";
import type { Effect, Step } from "./event.ts";
import { hangup, type OfferData, sent } from "./message.ts";
import { repeat } from "./retransmit.ts";

/**
 * Both dialled: both want this call, and nobody is asked. The lower call id wins; the loser withdraws its own offer
 * before it answers, so that it cannot ring at a winner who has given up meanwhile. A SitePen client knows no
 * such rule: its offer always wins.
 */
export function glare(call: Preparing | Calling, from: Party, id: string, offer: OfferData): Step {
  const oursWins = !from.legacy && call.call < id;
  if (oursWins) {
    // Said again, in case that ours was lost on the way to a socket that had died.
    return call.phase === "preparing" ? [{ ...call, crossed: id }] : [call, ...repeat(call)];
  }
  const theirs = { call: id, peer: from, direction: "incoming", video: call.video } as const;
  const open: Effect = { do: "open", call: id, peer: from, offer: offer.sdp };
  return call.phase === "preparing"
    ? [{ phase: "preparing", ...theirs, sdp: offer.sdp }, open]
    : [
        { phase: "connecting", ...theirs, said: [] },
        ...sent([hangup(from, call.call, "cancelled")]),
        open,
        { do: "answer" },
      ];
}
