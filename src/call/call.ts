/**
 * One call's life, as a pure function: `reduce(call, event)` is the next call and what must be done.
 *
 *              dial                media-ready            accept (their answer)        connected
 *     idle ─────────► preparing ─────────────► calling ─────────────────────► connecting ─────────► connected
 *       │             (outgoing)                  │                                ▲                   ▲ │
 *       │ offer                                   │ their offer, when both dialled │        silent     │ │
 *       ▼         accept (the user)               ▼   and theirs wins              │  alive └──────────┘ │
 *     ringing ─────────────────► preparing ────────────────────────────────────────┘   (reconnecting)    │
 *                                (incoming)      media-ready                                             ▼
 *     idle, and an effect `ended` says why  ◄───────────────── hang-up, refusal, goodbye, timeout: from anywhere
 *
 * Nothing here knows sockets, media or clocks: the session performs effects and keeps the timers that
 * `timeouts` names. A message belongs to this call if source and call id match; one without a call id, as
 * clients of the published SitePen protocol (`legacy`) send them, if its source does. What comes about calls
 * that are over is line.ts's.
 */
import type { Goodbye, Refusal, SignalMessage } from "../protocol/messages.ts";
import { mediaReady, progress } from "./device.ts";
import { end, peerAway, peerGone, timedOut, tooFast } from "./ending.ts";
import type { CallEvent, Step } from "./event.ts";
import { received } from "./received.ts";
import { repeat } from "./retransmit.ts";
import { accept, dial, hangUp, leave, replaced } from "./user.ts";

export type { CallEvent, Effect } from "./event.ts";

/** The other person, as this call knows them. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** Speaks only the published SitePen protocol: no call ids, no `ringing`, no `hangup`. */
  readonly legacy: boolean;
}

/** Why a call ended; `gone`: the person was neither here nor away; `too-fast`: the server lets them be called no more for now. */
export type Reason = Goodbye | Refusal | "gone" | "too-fast";

export type Direction = "outgoing" | "incoming";

/** What every call has, whatever its phase. */
export interface Leg {
  /** The caller's id for this call. */
  readonly call: string;
  readonly peer: Party;
  readonly direction: Direction;
}

/** What keeps two devices from being connected, as far as one of them can tell. */
export type Obstacle =
  /** Both are on one network, which lets nothing pass between them: client isolation, or a firewall. */
  | "isolated"
  /** They are on two networks. */
  | "other-network"
  /** The other has named no address that could be tried. */
  | "no-address"
  /** This browser makes no connections at all: it has no WebRTC, or was told to use none. */
  | "this-browser"
  /** The same at the other's: it gave up before anything rang there. */
  | "their-browser";

/** How a call ended, in the terms of both sides. */
export interface Ended extends Leg {
  readonly reason: Reason;
  readonly by: "us" | "them";
  /** It had got as far as being accepted. */
  readonly answered: boolean;
  /** When it was connected, if it was, in milliseconds since 1970. */
  readonly since?: number | undefined;
  /** Why it `failed`, where that can be told. */
  readonly obstacle?: Obstacle | undefined;
}

export interface Idle {
  readonly phase: "idle";
}

/** The device is asking for camera and microphone, on either side. */
export interface Preparing extends Leg {
  readonly phase: "preparing";
  readonly video: boolean;
  /** On the callee's side, the offer that is to be answered; another one under the same call replaces it. */
  readonly sdp?: string;
  /** The call that the other dialled meanwhile, and that lost to ours: to be refused should we cancel. */
  readonly crossed?: string;
}

/** The offer is out. */
export interface Calling extends Leg {
  readonly phase: "calling";
  readonly video: boolean;
  /** What is known of the callee's device: nothing yet; nothing for too long; that it rings. */
  readonly reach: "waiting" | "trying" | "ringing";
  /** What was said, to be said again after a reconnect. */
  readonly said: readonly SignalMessage[];
}

/** Somebody calls; the user is being asked. */
export interface RingingCall extends Leg {
  readonly phase: "ringing";
  /** The offer that rings; another one under the same call replaces it. */
  readonly sdp: string;
  /** The caller meant to be seen. */
  readonly video: boolean;
}

/** Accepted; the path is being found. */
export interface Connecting extends Leg {
  readonly phase: "connecting";
  readonly video: boolean;
  readonly said: readonly SignalMessage[];
  /** What the link believes to be in the way at this moment. */
  readonly obstacle?: Obstacle | undefined;
}

export interface Connected extends Leg {
  readonly phase: "connected";
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Nothing was heard from the other since this moment (milliseconds since 1970), and ICE restarts. */
  readonly reconnecting?: number;
}

export type Call = Idle | Preparing | Calling | RingingCall | Connecting | Connected;
/** A call that is not over. */
export type Active = Exclude<Call, Idle>;

export type Timer = "acknowledge" | "no-answer" | "connect" | "lost";

/** How long each wait may last, in milliseconds. */
export const LIMITS = {
  /** The callee's device says by then that it rings, if it can. */
  acknowledge: 3_000,
  /** The caller waits for an answer. */
  answer: 45_000,
  /** The callee stops ringing by itself: later than the caller, who should be the one to say so. */
  ring: 50_000,
  /** From accept to the first sign of a path. */
  connect: 15_000,
  /** Silence that means trouble. */
  silence: 2_000,
  /** Silence that means that the call is lost. */
  lost: 20_000,
} as const;

export const idle: Idle = { phase: "idle" };

/** The timers that must run in this phase, and for how many milliseconds from its beginning. */
export function timeouts(call: Call): Partial<Record<Timer, number>> {
  switch (call.phase) {
    case "calling": {
      // A client of the old protocol never says that it rings.
      const acknowledge = call.reach === "waiting" && !call.peer.legacy;
      return { "no-answer": LIMITS.answer, ...(acknowledge && { acknowledge: LIMITS.acknowledge }) };
    }
    case "ringing":
      return { "no-answer": LIMITS.ring };
    case "connecting":
      return { connect: LIMITS.connect };
    case "connected":
      return call.reconnecting === undefined ? {} : { lost: LIMITS.lost - LIMITS.silence };
    default:
      return {};
  }
}

/** The next state of a call and what must be done, in this order. Events that mean nothing in this phase change nothing. */
export function reduce(call: Call, event: CallEvent): Step {
  switch (event.type) {
    case "dial":
      if (call.phase === "idle") return dial(event);
      // They were first, by a moment: both want this call.
      return call.phase === "ringing" && call.peer.id === event.peer.id ? accept(call, event.video) : [call];
    case "accept":
      return call.phase === "ringing" ? accept(call, event.video) : [call];
    case "hang-up":
      return call.phase === "idle" ? [call] : hangUp(call);
    case "do-not-disturb":
      return call.phase === "ringing" ? end(call, "busy", "us") : [call];
    case "leave":
      return call.phase === "idle" ? [call] : leave(call);
    case "replaced":
      return call.phase === "idle" ? [call] : replaced(call);
    case "media-ready":
      return call.phase === "preparing" ? mediaReady(call) : [call];
    case "received":
      return received(call, event);
    case "peer-gone":
      return peerGone(call, event.peer, event.call);
    case "too-fast":
      return tooFast(call, event.peer, event.call);
    case "peer-away":
      return peerAway(call, event.peer);
    case "relisted":
      return [call, ...repeat(call)];
    case "timeout":
      return call.phase !== "idle" && timeouts(call)[event.timer] !== undefined ? timedOut(call, event.timer) : [call];
    default:
      return call.phase !== "idle" && call.call === event.call ? progress(call, event) : [call];
  }
}
