/**
 * One person's line: the call that is on, and the last ones that are over. A word about one of those may come late, or ours
 * may have been lost with a socket that died, and still both sides must agree on how it ended.
 */
import type { SignalMessage } from "../protocol/messages.ts";
import { type Call, type Ended, type Reason, reduce } from "./call.ts";
import { isGoodbye, outranks, wordAbout } from "./ending.ts";
import type { CallEvent, Effect } from "./event.ts";
import { hangup, sent } from "./message.ts";

export interface Line {
  readonly call: Call;
  /** Calls that are over, the latest first; at most `KEPT`. */
  readonly past: readonly Ended[];
}

/** How many calls that are over can still be agreed upon. */
export const KEPT = 20;

/** A ring that this page left unanswered goes on: the server hands it to whichever page has this identity. */
const RINGS_ON: ReadonlySet<Reason> = new Set(["replaced", "gone"]);

/** The line after an event, and what must be done, in this order. */
export function advance(line: Line, event: CallEvent): [Line, ...Effect[]] {
  const over = event.type === "received" ? pastCall(line, event.from.id, event.message) : undefined;
  const [call, ...effects] =
    over && event.type === "received" ? [line.call, ...about(over, event.message)] : reduce(line.call, event);
  const past = effects.reduce((kept, effect) => (effect.do === "ended" ? keep(kept, effect.ended) : kept), line.past);
  const next = call === line.call && past === line.past ? line : { call, past };
  // What is over comes first: the other may still believe in it, and could not be called anew.
  const again = event.type === "relisted" ? [...line.past].reverse().flatMap(repeat) : [];
  return [next, ...again, ...effects];
}

/** The call that is over which this message is about, if it is one. An offer that was merely left here may ring again. */
function pastCall({ call, past }: Line, from: string, { type, data }: SignalMessage): Ended | undefined {
  if (data.call === undefined || (call.phase !== "idle" && call.call === data.call)) return undefined;
  const over = past.find((ended) => ended.call === data.call && ended.peer.id === from);
  const ringsOn = over?.by === "us" && RINGS_ON.has(over.reason);
  return type === "offer" && ringsOn ? undefined : over;
}

/** What the other says about a call that is over here. */
function about(over: Ended, message: SignalMessage): Effect[] {
  switch (message.type) {
    case "hangup":
    case "reject": {
      const theirs = message.data.reason ?? (message.type === "reject" ? "declined" : "hung-up");
      if (outranks(theirs, over.reason)) {
        const { told: _, obstacle: __, ...agreed } = over;
        return [{ do: "ended", ended: { ...agreed, reason: theirs, by: "them" } }];
      }
      // They have not heard ours, or they would have taken it.
      return outranks(over.reason, theirs) ? repeat(over) : [];
    }
    case "offer":
      return repeat(over);
    case "ringing":
    case "accept":
    case "description":
      // They believe in it: our goodbye was lost.
      return sent([hangup(over.peer, over.call, isGoodbye(over.reason) ? over.reason : "lost")]);
    case "icecandidate":
      return [];
  }
}

function repeat(over: Ended): Effect[] {
  const word = over.told ? wordAbout(over) : undefined;
  return sent(word ? [word] : []);
}

function keep(past: readonly Ended[], ended: Ended): readonly Ended[] {
  const place = past.findIndex(({ call }) => call === ended.call);
  return place < 0 ? [ended, ...past].slice(0, KEPT) : past.map((other, index) => (index === place ? ended : other));
}
