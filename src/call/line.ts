/**
 * One person's line: the call that is on, and the last ones that are over. A word about one of those may come late, or ours
 * may have been lost with a socket that died, and still both sides must agree on how it ended.
 */
import type { SignalMessage } from "../protocol/messages.ts";
import { type Call, type Ended, reduce } from "./call.ts";
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

/** The line after an event, and what must be done, in this order. */
export function advance(line: Line, event: CallEvent): [Line, ...Effect[]] {
  const over = event.type === "received" ? pastCall(line, event.from.id, event.message) : undefined;
  const [call, ...done] =
    over && event.type === "received" ? [line.call, ...about(over, event.message)] : reduce(line.call, event);
  if (done.length === 0 && event.type !== "relisted") return [call === line.call ? line : { call, past: line.past }];
  const effects = done.flatMap((effect) => (effect.do === "ended" ? agree(line.past, effect) : [effect]));
  const past = effects.reduce((kept, effect) => (effect.do === "ended" ? keep(kept, effect.ended) : kept), line.past);
  const next = call === line.call && past === line.past ? line : { call, past };
  // What is over comes first: the other may still believe in it, and could not be called anew.
  const again = event.type === "relisted" ? [...line.past].reverse().flatMap(repeat) : [];
  return [next, ...again, ...effects];
}

/** Another page of this person may have ended this call already, for a better reason: that holds, and they are told. */
function agree(past: readonly Ended[], effect: Extract<Effect, { do: "ended" }>): Effect[] {
  const { call, reason } = effect.ended;
  const known = past.find((over) => over.call === call);
  if (!known || outranks(reason, known.reason)) return [effect];
  return outranks(known.reason, reason) ? repeat(known) : [];
}

/**
 * The call that is over which this message is about, if it is one. One that is `gone` was taken for over by a guess: its
 * offer proves that it is not, and rings.
 */
function pastCall({ call, past }: Line, from: string, { type, data }: SignalMessage): Ended | undefined {
  if (data.call === undefined || (call.phase !== "idle" && call.call === data.call)) return undefined;
  const over = past.find((ended) => ended.call === data.call && ended.peer.id === from);
  return type === "offer" && over?.direction === "incoming" && over.reason === "gone" ? undefined : over;
}

/** What the other says about a call that is over here. */
function about(over: Ended, message: SignalMessage): Effect[] {
  switch (message.type) {
    case "hangup":
    case "reject": {
      const theirs = message.data.reason ?? (message.type === "reject" ? "declined" : "hung-up");
      if (outranks(theirs, over.reason)) {
        const { obstacle: _, ...agreed } = over;
        return [{ do: "ended", ended: { ...agreed, reason: theirs, by: "them" } }];
      }
      // They have not heard of ours, or they would have taken it.
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

/**
 * How it ended, as far as this side knows, whoever said so: our word may have been lost, or a better one of theirs. A client
 * of the old protocol would take it for one about its next call.
 */
function repeat(over: Ended): Effect[] {
  const word = over.peer.legacy ? undefined : wordAbout(over);
  return sent(word ? [word] : []);
}

function keep(past: readonly Ended[], ended: Ended): readonly Ended[] {
  const place = past.findIndex(({ call }) => call === ended.call);
  return place < 0 ? [ended, ...past].slice(0, KEPT) : past.map((other, index) => (index === place ? ended : other));
}
