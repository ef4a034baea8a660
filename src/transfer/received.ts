/** What the other says about files whose handing over is not over here. */
import type { Delivered, FilesMessage } from "../protocol/talk.ts";
import { end, outcomeIn } from "./ending.ts";
import type { LinkWord, Step } from "./event.ts";
import type { Handover } from "./handover.ts";

export function received(handover: Handover, message: FilesMessage | Delivered): Step {
  const outgoing = handover.direction === "outgoing";
  const outcome = outcomeIn(message);
  if (outcome !== undefined) {
    // Only who receives can refuse, or say that everything has come.
    if (message.type === "files-answer") return outgoing ? end(handover, outcome, "them") : [handover];
    return end(handover, outcome === "done" && !outgoing ? "cancelled" : outcome, "them");
  }
  switch (message.type) {
    case "delivered":
      return outgoing ? [{ ...handover, shown: true }] : [handover];
    case "files-answer":
      return outgoing ? wanted(handover, message.data.attempt ?? 0) : [handover];
    case "files-link":
      return link(handover, message.data);
    default:
      return [handover];
  }
}

/** The receiver wants the files, and has no connection since this one. */
function wanted(handover: Handover, known: number): Step {
  const { phase, attempt, trying } = handover;
  if (phase === "offered") return [{ ...handover, phase: "waiting", shown: true, tries: 0 }];
  if (known === attempt && (phase === "moving" || trying)) {
    return [{ ...handover, phase: "waiting", trying: false }, { do: "close" }];
  }
  // The newer one has not reached them, or their word has crossed with it.
  return known < attempt && trying ? [handover, { do: "repeat" }] : [handover];
}

type LinkData = Extract<FilesMessage, { type: "files-link" }>["data"];

function link(handover: Handover, { attempt, description, candidate }: LinkData): Step {
  // Nothing is opened, and nothing told, before the user accepts.
  if (handover.phase === "offered") return [handover];
  const words: LinkWord[] = [...(description ? [{ description }] : []), ...(candidate ? [{ candidate }] : [])];
  const signals = words.map((word) => ({ do: "signal", word }) as const);
  if (attempt === handover.attempt)
    return handover.trying || handover.phase === "moving" ? [handover, ...signals] : [handover];
  if (handover.direction === "outgoing" || attempt < handover.attempt) return [handover];
  const next: Handover = { ...handover, phase: "waiting", attempt, trying: true, tries: handover.tries + 1 };
  return [next, { do: "close" }, { do: "connect", attempt }, ...signals];
}
