/**
 * The handing over of one offer of files, at either side, as a pure function: `reduce(handover, event)` is the next state and what must
 * be done.
 *
 *                      accepted             a connection is tried, again           both channels are open
 *     offered ─────────────────► waiting ◄────────────────────────────┐ ────────────────────────────────► moving
 *        │                          │                                 └──────────────────────────────────── │
 *        │ refused                  │                                   lost: closed, silent, or failed     │
 *        ▼                          ▼                                                                       ▼
 *      over, with one outcome ◄──── all has come whole; cancelled; a failure; a goodbye; nobody there for 60 s
 *
 * The sender makes the connections, and numbers them; the receiver opens nothing before its user has accepted, and takes the newest. Both
 * sides' words may be lost, come twice or late: the sender offers until it is answered, the receiver asks for a connection until it has
 * one, and whoever still believes in a handing over that has ended is told how when it says so. Pausing is shared, and independent of the
 * path. Nothing here knows sockets, files or clocks: handing.ts of the client performs the effects and keeps the timers of `timeouts`.
 */
import type { FileInfo, FilesGoodbye, FilesRefusal } from "../protocol/talk.ts";
import { afterwards, end } from "./ending.ts";
import type { HandoverEvent, Step } from "./event.ts";
import { received } from "./received.ts";
import { accepting, offering, post } from "./saying.ts";

export type Outcome = "gone" | FilesRefusal | FilesGoodbye;

/** Whether the other is to be reached; `away`: not at this moment, be it that they are away or that this device has no way to anybody; `gone`: not in the list of people. */
export type Presence = "here" | "away" | "gone";

/** Whether nothing is to be sent; of two of these the one with the higher `n` holds, and of two that are equal the one that pauses. */
export interface Hold {
  readonly paused: boolean;
  readonly n: number;
}

export interface Handover {
  readonly mid: string;
  /** The other's id. */
  readonly peer: string;
  readonly direction: "outgoing" | "incoming";
  readonly files: readonly FileInfo[];
  readonly phase: "offered" | "waiting" | "moving" | "over";
  /** The receiver's page shows the offer. */
  readonly shown: boolean;
  readonly hold: Hold;
  /** The latest connection; 0 before the first. */
  readonly attempt: number;
  /** While waiting: that connection is being made. */
  readonly trying: boolean;
  /** How often something was tried in vain since it last went well. */
  readonly tries: number;
  readonly presence: Presence;
  /** Once it is over. */
  readonly outcome?: Outcome | undefined;
}

export type Timer = "again" | "try" | "attempt" | "ask" | "steady" | "gone";

/** How long each wait may last, in milliseconds. */
export const LIMITS = {
  /** An offer that nobody has seen is said again: the first time after so long, then each time after twice as long as before. */
  again: 5_000,
  longestAgain: 60_000,
  /** A connection that is not made is given up: by the sender, and a little later by the receiver. */
  attempt: 8_000,
  attemptReceived: 10_000,
  /** A receiver that has no connection asks for one again. */
  ask: 5_000,
  /** A path that has held for so long is a good one. */
  steady: 3_000,
  /** Somebody who is not in the list for so long does not come back. */
  gone: 60_000,
} as const;

/** How long the sender waits before it tries again, in milliseconds, by how often it was in vain. */
const RETRY = [0, 1_000, 2_000, 4_000, 5_000] as const;

/** @param presence of the other, at this moment */
export function begun(of: Pick<Handover, "mid" | "peer" | "direction" | "files" | "presence">): Handover {
  const hold = { paused: false, n: 0 };
  return { ...of, phase: "offered", shown: false, hold, attempt: 0, trying: false, tries: 0 };
}

/** The timers that must run now, and for how many milliseconds since `timerKey` became what it is. */
export function timeouts(handover: Handover): Partial<Record<Timer, number>> {
  const { phase, presence, direction, shown, tries, trying } = handover;
  if (phase === "over") return {};
  if (phase === "moving") return tries > 0 ? { steady: LIMITS.steady } : {};
  if (presence === "gone") return { gone: LIMITS.gone };
  const outgoing = direction === "outgoing";
  if (phase === "waiting" && trying) return { attempt: outgoing ? LIMITS.attempt : LIMITS.attemptReceived };
  if (presence === "away") return {};
  if (phase === "waiting") return outgoing ? { try: RETRY[Math.min(tries, RETRY.length - 1)]! } : { ask: LIMITS.ask };
  return outgoing && !shown ? { again: Math.min(LIMITS.again * 2 ** tries, LIMITS.longestAgain) } : {};
}

/** A timer runs on as long as this stays the same. */
export function timerKey({ phase, attempt, tries }: Handover, timer: Timer): string {
  return timer === "gone" ? timer : `${timer} ${phase} ${attempt} ${tries}`;
}

/** The next state and what must be done, in this order. Events that mean nothing in this phase change nothing. */
export function reduce(handover: Handover, event: HandoverEvent): Step {
  if (handover.phase === "over") return afterwards(handover, event);
  switch (event.type) {
    case "begin":
      return [handover, ...post(offering(handover))];
    case "accept":
      if (handover.direction !== "incoming" || handover.phase !== "offered") return [handover];
      return [{ ...handover, phase: "waiting" }, ...post(accepting(handover))];
    case "refuse":
      if (handover.direction !== "incoming" || handover.phase !== "offered") return [handover];
      return end(handover, event.reason, "us");
    case "hold":
      return hold(handover, event.paused);
    case "held":
      return [held(handover, event.hold)];
    case "cancel":
      return end(handover, "cancelled", "us");
    case "leave":
      return end(handover, "left", "us");
    case "finished":
      return handover.direction === "incoming" ? end(handover, "done", "us") : [handover];
    case "failed":
      return end(handover, event.reason, "us");
    case "received":
      return received(handover, event.message);
    case "gathered":
      if (event.attempt !== handover.attempt) return [handover];
      return [
        handover,
        ...post({ type: "files-link", data: { mid: handover.mid, attempt: event.attempt, ...event.word } }),
      ];
    case "opened":
      if (event.attempt !== handover.attempt || !handover.trying) return [handover];
      return [{ ...handover, phase: "moving", trying: false }, sayHold(handover)];
    case "lost":
      return event.attempt === handover.attempt ? lost(handover) : [handover];
    case "presence":
      return presence(handover, event.presence);
    case "relisted":
      return relisted(handover);
    case "network":
      // What is being tried knows nothing of the new one.
      if (handover.direction === "outgoing" && handover.phase === "waiting") return connect({ ...handover, tries: 0 });
      return handover.phase === "waiting" ? relisted(handover) : [handover];
    case "timeout":
      return timeouts(handover)[event.timer] === undefined ? [handover] : timedOut(handover, event.timer);
  }
}

const sayHold = ({ hold: { paused, n } }: Handover) =>
  ({ do: "say", message: { type: "hold", data: { paused, n } } }) as const;

function hold(handover: Handover, paused: boolean): Step {
  if (handover.phase === "offered" || handover.hold.paused === paused) return [handover];
  const next = { ...handover, hold: { paused, n: handover.hold.n + 1 } };
  return [next, sayHold(next)];
}

function held(handover: Handover, theirs: Hold): Handover {
  const { hold: ours } = handover;
  const newer = theirs.n > ours.n || (theirs.n === ours.n && theirs.paused && !ours.paused);
  return newer ? { ...handover, hold: theirs } : handover;
}

/** The sender's next connection. */
function connect(handover: Handover): Step {
  const attempt = handover.attempt + 1;
  const next: Handover = { ...handover, phase: "waiting", attempt, trying: true, tries: handover.tries + 1 };
  return [next, { do: "close" }, { do: "connect", attempt }];
}

/** There is no path any more, or none was found: the sender tries anew when its timer says so, at once after one that was good. */
function lost(handover: Handover): Step {
  if (handover.phase !== "moving" && !handover.trying) return [handover];
  const next: Handover = { ...handover, phase: "waiting", trying: false };
  return [next, { do: "close" }, ...(next.direction === "incoming" ? post(accepting(next)) : [])];
}

function presence(handover: Handover, now: Presence): Step {
  if (now === handover.presence) return [handover];
  const next: Handover = { ...handover, presence: now };
  return now === "here" ? relisted(next) : [next];
}

/** What was said may be lost, and whoever was not to be reached may be so now. */
function relisted(handover: Handover): Step {
  const { phase, direction, trying } = handover;
  const next: Handover = phase === "moving" ? handover : { ...handover, tries: 0 };
  if (phase === "waiting" && trying) return [next, { do: "repeat" }];
  if (phase === "offered" && direction === "outgoing") return [next, ...post(offering(next))];
  if (phase === "waiting" && direction === "incoming") return [next, ...post(accepting(next))];
  return [next];
}

function timedOut(handover: Handover, timer: Timer): Step {
  const again: Handover = { ...handover, tries: handover.tries + 1 };
  switch (timer) {
    case "again":
      return [again, ...post(offering(handover))];
    case "ask":
      return [again, ...post(accepting(handover))];
    case "try":
      return connect(handover);
    case "attempt":
      return lost(handover);
    case "steady":
      return [{ ...handover, tries: 0 }];
    case "gone":
      return end(handover, "gone", "us");
  }
}
