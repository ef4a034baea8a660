/** How the handing over of files ends: with one outcome, on which both sides agree as far as they hear of each other. */
import type { Delivered, FilesMessage } from "../protocol/talk.ts";
import type { Effect, HandoverEvent, Step } from "./event.ts";
import type { Handover, Outcome } from "./handover.ts";
import { farewell, post } from "./saying.ts";

/** Should both sides end it at the same time, the first of these holds: what has come whole has come, and a failure says more than a wish. */
const RANK: readonly Outcome[] = [
  "done",
  "too-much",
  "corrupt",
  "unreadable",
  "no-room",
  "cancelled",
  "declined",
  "too-many",
  "left",
  "unknown",
  "gone",
];

const outranks = (one: Outcome, other: Outcome): boolean => RANK.indexOf(one) < RANK.indexOf(other);

/** It is over; whoever does not know yet is told, by the connection and by the server. */
export function end(handover: Handover, outcome: Outcome, by: "us" | "them"): Step {
  const over: Handover = { ...handover, phase: "over", trying: false, outcome };
  if (by === "them") return [over, { do: "close" }, { do: "over", outcome }];
  // Somebody who is not there cannot be told.
  if (outcome === "gone") return [over, { do: "close" }, { do: "over", outcome }];
  const word = farewell(over);
  const tell = word.type === "files-end" ? { tell: word.data.reason ?? "cancelled" } : {};
  return [over, ...post(word), { do: "close", ...tell }, { do: "over", outcome }];
}

/** What still happens to one that is over: the other may believe in it, or know of a better outcome. */
export function afterwards(over: Handover, event: HandoverEvent): Step {
  if (event.type === "relisted") return [over, ...repeat(over)];
  if (event.type !== "received") return [over];
  const theirs = outcomeIn(event.message);
  if (theirs === undefined) return event.message.type === "delivered" ? [over] : [over, ...post(farewell(over))];
  const ours = over.outcome ?? "cancelled";
  if (over.direction === "incoming" && theirs === "done") return [over];
  if (outranks(theirs, ours))
    return [
      { ...over, outcome: theirs },
      { do: "over", outcome: theirs },
    ];
  // They have not heard of ours, or they would have taken it.
  return outranks(ours, theirs) ? [over, ...repeat(over)] : [over];
}

/** How it ended for the other, if that is what they say. */
export function outcomeIn({ type, data }: FilesMessage | Delivered): Outcome | undefined {
  if (type === "files-end") return data.reason ?? "cancelled";
  return type === "files-answer" && !data.accept ? (data.reason ?? "declined") : undefined;
}

/** Said again where this side has said it, or knows it for certain: a guess, or a refusal of theirs, is no news to the other. */
function repeat(over: Handover): Effect[] {
  const guessed = over.outcome === "gone" || over.outcome === "left" || over.outcome === "unknown";
  const refused = over.direction === "outgoing" && (over.outcome === "declined" || over.outcome === "too-many");
  return guessed || refused ? [] : post(farewell(over));
}
