/** What is said about the handing over of files; to whom and by which way is the client's. */
import type { FilesMessage } from "../protocol/talk.ts";
import type { Effect } from "./event.ts";
import type { Handover } from "./handover.ts";

export const post = (message: FilesMessage): Effect[] => [{ do: "post", message }];

export const offering = ({ mid, files }: Handover): FilesMessage => ({
  type: "files",
  data: { mid, files: [...files] },
});

/** Said by the receiver: wants the files, and has no connection. */
export const accepting = ({ mid, attempt }: Handover): FilesMessage => ({
  type: "files-answer",
  data: { mid, accept: true, ...(attempt > 0 && { attempt }) },
});

/** How it ended, as the other is told: nothing that ended is ever said to go on. */
export function farewell({ mid, direction, outcome = "cancelled" }: Handover): FilesMessage {
  switch (outcome) {
    case "declined":
    case "too-many":
      return direction === "incoming" ? refusal(mid, outcome) : goodbye(mid, "cancelled");
    case "gone":
      // It was given up by a guess: the other has come back to what is not there any more.
      return goodbye(mid, "unknown");
    default:
      return goodbye(mid, outcome);
  }
}

type Reason = NonNullable<Extract<FilesMessage, { type: "files-end" }>["data"]["reason"]>;
type Refusal = NonNullable<Extract<FilesMessage, { type: "files-answer" }>["data"]["reason"]>;

export const goodbye = (mid: string, reason: Reason): FilesMessage => ({ type: "files-end", data: { mid, reason } });

export const refusal = (mid: string, reason: Refusal): FilesMessage => ({
  type: "files-answer",
  data: { mid, accept: false, reason },
});
