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
 *     idle, with `ended` saying why  ◄──────────────────────── hang-up, refusal, goodbye, timeout: from anywhere
 *
 * Nothing here knows sockets, media or clocks: the session performs effects and keeps the timers that
 * `timeouts` names. A message belongs to this call if source and call id match; one without a call id, from a
 * client of the published SitePen protocol (`legacy`), if its source does.
 */
import type { Candidate, Description, Goodbye, Refusal, SignalMessage } from "../protocol/messages.ts";

/** The other person, as this call knows them. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** Speaks only the published SitePen protocol: no call ids, no `ringing`, no `hangup`. */
  readonly legacy: boolean;
}

/** Why a call ended; `gone`: the person was neither here nor away. */
export type Reason = Goodbye | Refusal | "gone";

export type Direction = "outgoing" | "incoming";

/** What every call has, whatever its phase. */
interface Leg {
  /** The caller's id for this call. */
  readonly call: string;
  readonly peer: Party;
  readonly direction: Direction;
}

/** How the last call ended, in the terms of both sides. */
export interface Ended extends Leg {
  readonly reason: Reason;
  readonly by: "us" | "them";
  /** It had got as far as being accepted. */
  readonly answered: boolean;
  /** What the other was told, to be said again after a reconnect: it may have been lost with the old socket. */
  readonly word?: SignalMessage;
}

export interface Idle {
  readonly phase: "idle";
  readonly ended?: Ended;
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
  /** The callee's device has said that it rings. */
  readonly acknowledged: boolean;
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
}

export interface Connected extends Leg {
  readonly phase: "connected";
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Nothing was heard from the other since this moment (milliseconds since 1970), and ICE restarts. */
  readonly reconnecting?: number;
}

export type Call = Idle | Preparing | Calling | RingingCall | Connecting | Connected;
type Active = Exclude<Call, Idle>;

/** What a link reports, about the call that it was made for. */
type LinkEvent =
  | { type: "described"; call: string; sdp: string }
  | { type: "candidate"; call: string; candidate: Candidate }
  | { type: "connected"; call: string; at: number }
  | { type: "silent"; call: string; at: number }
  | { type: "alive"; call: string }
  | { type: "link-failed"; call: string }
  | { type: "farewell"; call: string; reason: Reason };

export type CallEvent =
  | LinkEvent
  // the user
  | { type: "dial"; call: string; peer: Party; video: boolean }
  | { type: "accept"; video: boolean }
  /** Cancel, decline or hang up: whichever this phase means by it. */
  | { type: "hang-up" }
  | { type: "leave" }
  /** This identity was opened elsewhere, and the server listens to that page now. */
  | { type: "replaced" }
  // the device
  | { type: "media-ready" }
  // the server
  | { type: "received"; from: Party; message: SignalMessage }
  | { type: "peer-gone"; peer: string; call?: string | undefined }
  | { type: "relisted" }
  // the clock
  | { type: "timeout"; timer: Timer };

export type Effect =
  | { do: "send"; message: SignalMessage }
  | { do: "ask-media"; video: boolean }
  /** Make a link, in place of any other; with an offer, as the callee, who says nothing yet. */
  | { do: "open"; call: string; peer: Party; offer?: string }
  | { do: "offer" }
  | { do: "answer" }
  | { do: "apply-answer"; sdp: string }
  | { do: "add-candidate"; candidate: Candidate }
  | { do: "redescribe"; description: Description }
  /** Close the link, telling the other why unless they know, and give camera and microphone back. */
  | { do: "close"; tell?: Reason }
  | { do: "missed"; peer: Party };

export type Timer = "no-answer" | "connect" | "lost";

/** How long each wait may last, in milliseconds. */
export const LIMITS = {
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
    case "calling":
      return { "no-answer": LIMITS.answer };
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

type Step = [Call, ...Effect[]];

/** The next state of a call and what must be done, in this order. Events that mean nothing in this phase change nothing. */
export function reduce(call: Call, event: CallEvent): Step {
  switch (event.type) {
    case "dial":
      return call.phase === "idle" ? dial(event) : [call];
    case "accept":
      return call.phase === "ringing" ? accept(call, event.video) : [call];
    case "hang-up":
      return call.phase === "idle" ? [call] : hangUp(call);
    case "leave":
      return call.phase === "idle" ? [call] : leave(call);
    case "replaced":
      return call.phase === "idle" ? [call] : replaced(call);
    case "media-ready":
      return call.phase === "preparing" ? mediaReady(call) : [call];
    case "received":
      return received(call, event.from, event.message);
    case "peer-gone":
      return peerGone(call, event.peer, event.call);
    case "relisted":
      return [call, ...repeat(call)];
    case "timeout":
      return timedOut(call, event.timer);
    default:
      return call.phase !== "idle" && call.call === event.call ? progress(call, event) : [call];
  }
}

function dial({ call, peer, video }: { call: string; peer: Party; video: boolean }): Step {
  return [
    { phase: "preparing", direction: "outgoing", call, peer, video },
    { do: "ask-media", video },
  ];
}

function accept({ call, peer, direction, sdp }: RingingCall, video: boolean): Step {
  return [
    { phase: "preparing", direction, call, peer, sdp, video },
    { do: "ask-media", video },
  ];
}

function hangUp(call: Active): Step {
  switch (call.phase) {
    case "ringing":
      return end(call, "declined", "us");
    case "preparing":
      if (call.direction === "incoming") return end(call, "declined", "us");
      return [
        ended(call, "cancelled", "us"),
        { do: "close" },
        ...sent(call.crossed ? [reject(call.peer, call.crossed, "declined")] : []),
      ];
    case "calling":
      return end(call, "cancelled", "us");
    default:
      return end(call, "hung-up", "us");
  }
}

/** The page goes away. An unanswered ring needs no word: the server sees the page go, and the caller is told. */
function leave(call: Active): Step {
  switch (call.phase) {
    case "ringing":
      return call.peer.legacy ? end(call, "declined", "us") : [ended(call, "gone", "us"), { do: "close" }];
    case "preparing":
    case "calling":
      return hangUp(call);
    default:
      return end(call, "lost", "us");
  }
}

/** An unanswered ring goes on elsewhere: the server hands the offer over to the page that took this one's place. */
function replaced(call: Active): Step {
  const ringsElsewhere = call.direction === "incoming" && (call.phase === "ringing" || call.phase === "preparing");
  return ringsElsewhere ? [ended(call, "replaced", "us"), { do: "close" }] : end(call, "replaced", "us");
}

/** What the link reports; the call id has been checked. */
function progress(call: Active, event: LinkEvent): Step {
  switch (event.type) {
    case "described": {
      const { peer } = call;
      if (call.phase === "calling") {
        return say(call, {
          type: "offer",
          data: { target: peer.id, call: call.call, type: "offer", sdp: event.sdp, media: { video: call.video } },
        });
      }
      if (call.phase === "connecting" && call.direction === "incoming") {
        return say(call, {
          type: "accept",
          data: { target: peer.id, call: call.call, type: "answer", sdp: event.sdp },
        });
      }
      return [call];
    }
    case "candidate":
      return call.phase === "calling" || call.phase === "connecting"
        ? say(call, trickle(call, event.candidate))
        : [call];
    case "connected": {
      if (call.phase !== "connecting") return [call];
      const { call: id, peer, direction } = call;
      return [{ phase: "connected", call: id, peer, direction, since: event.at }];
    }
    case "silent":
      if (call.phase !== "connected" || call.reconnecting !== undefined) return [call];
      return [{ ...call, reconnecting: event.at }];
    case "alive": {
      if (call.phase !== "connected" || call.reconnecting === undefined) return [call];
      const { reconnecting: _, ...connected } = call;
      return [connected];
    }
    case "link-failed":
      return end(call, call.phase === "connected" ? "lost" : "failed", "us");
    case "farewell":
      return end(call, event.reason, "them");
  }
}

function mediaReady({ call, peer, direction, video }: Preparing): Step {
  return direction === "outgoing"
    ? [
        { phase: "calling", call, peer, direction, video, acknowledged: false, said: [] },
        { do: "open", call, peer },
        { do: "offer" },
      ]
    : [{ phase: "connecting", call, peer, direction, video, said: [] }, { do: "answer" }];
}

/**
 * Say something that would be said again after a reconnect. A callee of the old protocol throws candidates away that
 * come before it accepted: they are held. So are ours, should they be gathered before the description was said.
 */
function say(call: Calling | Connecting, message: SignalMessage): Step {
  const description = message.type === "offer" || message.type === "accept";
  const said = description ? [message, ...call.said] : [...call.said, message];
  const next = { ...call, said };
  if (description) return [next, ...sent(call.phase === "calling" && call.peer.legacy ? [message] : said)];
  const hold = !described(call) || (call.phase === "calling" && call.peer.legacy);
  return [next, ...(hold ? [] : sent([message]))];
}

/** Our own description has been said, and candidates may follow it. */
function described({ phase, direction, said }: Calling | Connecting): boolean {
  const callerConnects = phase === "connecting" && direction === "outgoing";
  return callerConnects || said.some(({ type }) => type === "offer" || type === "accept");
}

function trickle(call: Calling | Connecting, candidate: Candidate): SignalMessage {
  return { type: "icecandidate", data: { target: call.peer.id, call: call.call, candidate } };
}

const sent = (messages: readonly SignalMessage[]): Effect[] => messages.map((message) => ({ do: "send", message }));

/** After a reconnect: what may have been lost with the old socket is said again; receivers drop what they have. */
function repeat(call: Call): Effect[] {
  switch (call.phase) {
    case "calling":
      return sent(described(call) && !call.peer.legacy ? call.said : []);
    case "connecting":
      return sent(described(call) ? call.said : []);
    case "ringing":
      return call.peer.legacy ? [] : sent([ringing(call)]);
    case "idle":
      return sent(call.ended?.word ? [call.ended.word] : []);
    default:
      return [];
  }
}

function ringing({ peer, call }: Leg): SignalMessage {
  return { type: "ringing", data: { target: peer.id, call } };
}

function reject(peer: Party, call: string | undefined, reason: Refusal): SignalMessage {
  return { type: "reject", data: { target: peer.id, call, reason } };
}

function hangup(peer: Party, call: string | undefined, reason: Goodbye): SignalMessage {
  return { type: "hangup", data: { target: peer.id, call, reason } };
}

function received(call: Call, from: Party, message: SignalMessage): Step {
  if (message.type === "offer") return offered(call, from, message.data);
  if (call.phase === "idle" || call.peer.id !== from.id || (message.data.call ?? call.call) !== call.call) {
    return stray(call, from, message);
  }
  switch (message.type) {
    case "ringing":
      return call.phase === "calling" ? [{ ...call, acknowledged: true }] : [call];
    case "accept":
      return call.phase === "calling" ? accepted(call, message.data.sdp) : [call];
    case "reject":
      return call.phase === "calling" ? end(call, message.data.reason ?? "declined", "them") : [call];
    case "hangup":
      return end(call, message.data.reason ?? "hung-up", "them");
    case "icecandidate":
      return call.direction === "outgoing" && call.phase === "preparing"
        ? [call]
        : [call, { do: "add-candidate", candidate: message.data.candidate }];
    case "description":
      return call.phase === "connecting" || call.phase === "connected"
        ? [call, { do: "redescribe", description: message.data.description }]
        : [call];
  }
}

function accepted({ call, peer, direction, video, said }: Calling, sdp: string): Step {
  const held = peer.legacy ? said.filter((message) => message.type === "icecandidate") : [];
  return [
    {
      phase: "connecting",
      call,
      peer,
      direction,
      video,
      said: said.filter((message) => message.type === "icecandidate"),
    },
    { do: "apply-answer", sdp },
    ...sent(held),
  ];
}

type OfferData = Extract<SignalMessage, { type: "offer" }>["data"];

/** The session has given a call id to an offer that came without one. */
function offered(call: Call, from: Party, offer: OfferData): Step {
  const id = offer.call ?? "";
  if (call.phase === "idle") {
    // Said again after a reconnect, though it is over here: our word was lost.
    return call.ended?.call === id ? [call, ...repeat(call)] : ring(from, id, offer);
  }
  if (call.peer.id !== from.id) return [call, ...sent([reject(from, id, "busy")]), { do: "missed", peer: from }];

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
  const [, ...closing] = end(call, call.phase === "ringing" ? "cancelled" : "lost", "them");
  const [next, ...opening] = ring(from, id, offer);
  return [next, ...closing, ...opening];
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

/**
 * Both dialled: both want this call, and nobody is asked. The lower call id wins; the loser withdraws its own offer
 * before it answers, so that it cannot ring at a winner who has given up meanwhile. A SitePen client knows no
 * such rule: its offer always wins.
 */
function glare(call: Preparing | Calling, from: Party, id: string, offer: OfferData): Step {
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

/** About a call that is not ours, or not any more. */
function stray(call: Call, from: Party, message: SignalMessage): Step {
  const last = call.phase === "idle" ? call.ended : undefined;
  const about = last && last.peer.id === from.id && last.call === message.data.call ? last : undefined;
  switch (message.type) {
    case "hangup":
    case "reject": {
      if (!about) return [call];
      const theirs = message.data.reason ?? (message.type === "reject" ? "declined" : "hung-up");
      if (outranks(theirs, about.reason)) return [{ phase: "idle", ended: { ...about, reason: theirs, by: "them" } }];
      // They have not heard ours, or they would have taken it.
      return [call, ...(outranks(about.reason, theirs) ? repeat(call) : [])];
    }
    case "ringing":
    case "accept":
    case "description":
      // They believe in a call that is over here: our goodbye was lost, or they know none.
      if (from.legacy) return [call, ...sent([reject(from, message.data.call, "declined")])];
      return [
        call,
        ...sent([hangup(from, message.data.call, about && isGoodbye(about.reason) ? about.reason : "lost")]),
      ];
    default:
      return [call];
  }
}

// Both sides may end a call at once, each for a reason of its own, and must still agree: the earlier in this list holds.
const RANK: readonly Reason[] = [
  "declined",
  "busy",
  "cancelled",
  "no-answer",
  "hung-up",
  "replaced",
  "failed",
  "lost",
  "gone",
];

function outranks(a: Reason, b: Reason): boolean {
  return RANK.indexOf(a) < RANK.indexOf(b);
}

function isGoodbye(reason: Reason): reason is Goodbye {
  return reason !== "declined" && reason !== "busy" && reason !== "gone";
}

/** The directory says that they left. A call that is connected, or about to be, ends by its own path only. */
function peerGone(call: Call, peer: string, id: string | undefined): Step {
  if (call.phase === "idle" || call.peer.id !== peer || (id ?? call.call) !== call.call) return [call];
  switch (call.phase) {
    case "calling":
      return [ended(call, "gone", "them"), { do: "close" }];
    case "ringing":
      return [ended(call, "cancelled", "them"), { do: "close" }];
    default:
      return [call];
  }
}

function timedOut(call: Call, timer: Timer): Step {
  if (call.phase === "idle" || timeouts(call)[timer] === undefined) return [call];
  switch (timer) {
    case "no-answer":
      return end(call, "no-answer", "us");
    case "connect":
      return end(call, "failed", "us");
    case "lost":
      return end(call, "lost", "us");
  }
}

function ended(call: Active, reason: Reason, by: Ended["by"]): Idle & { ended: Ended } {
  const { call: id, peer, direction, phase } = call;
  const answered =
    phase === "connecting" || phase === "connected" || (phase === "preparing" && direction === "incoming");
  return { phase: "idle", ended: { call: id, peer, direction, reason, by, answered } };
}

/** The call is over; whoever does not know yet is told, by the link and by the server. */
function end(call: Active, reason: Reason, by: Ended["by"]): Step {
  const over = ended(call, reason, by);
  if (by === "them") return [over, { do: "close" }];
  const word = lastWord(call, reason);
  if (!word) return [over, { do: "close", tell: reason }];
  // A client of the old protocol would take a word that is said again for one about its next call.
  const kept = call.peer.legacy ? over : { ...over, ended: { ...over.ended, word } };
  return [kept, ...sent([word]), { do: "close", tell: reason }];
}

function lastWord(call: Active, reason: Reason): SignalMessage | undefined {
  // `reject` is the only refusal that the old protocol knows. While our own offer is unanswered it means nothing there, or
  // another call of theirs; once connected, the channel says it.
  const waits = call.phase === "connecting" || (call.direction === "incoming" && call.phase !== "connected");
  if (reason === "declined" || (waits && call.peer.legacy)) return reject(call.peer, call.call, "declined");
  return isGoodbye(reason) ? hangup(call.peer, call.call, reason) : undefined;
}
