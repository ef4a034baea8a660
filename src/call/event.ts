/** What happens to a call, and what that makes the session do. */
import type { Candidate, Description, SignalMessage } from "../protocol/messages.ts";
import type { Call, Ended, Obstacle, Party, Reason, Timer } from "./call.ts";

/** What a link reports, about the call that it was made for. */
export type LinkEvent =
  | { type: "described"; call: string; sdp: string }
  | { type: "candidate"; call: string; candidate: Candidate }
  /** What seems to be in the way, before it is connected; nothing, if nothing does any more. */
  | { type: "obstructed"; call: string; obstacle: Obstacle | undefined }
  | { type: "connected"; call: string; at: number }
  | { type: "silent"; call: string; at: number }
  | { type: "alive"; call: string }
  | { type: "link-failed"; call: string }
  | { type: "farewell"; call: string; reason: Reason };

/** All that can happen to a call. */
export type CallEvent =
  | LinkEvent
  // the user
  | { type: "dial"; call: string; peer: Party; video: boolean }
  | { type: "accept"; video: boolean }
  /** Cancel, decline or hang up: whichever this phase means by it. */
  | { type: "hang-up" }
  /** The user does not want to be disturbed from now on: what rings is refused. */
  | { type: "do-not-disturb" }
  | { type: "leave" }
  /** This identity was opened elsewhere, and the server listens to that page now. */
  | { type: "replaced" }
  // the device
  | { type: "media-ready" }
  // the server
  /**
   * `undisturbed`: the user does not want to be disturbed at this moment, so that nothing may ring; `unable`: this browser makes no
   * connections, so that nothing can come of an offer.
   */
  | { type: "received"; from: Party; message: SignalMessage; undisturbed?: boolean; unable?: boolean }
  | { type: "peer-gone"; peer: string; call?: string | undefined }
  /** The server has not passed the offer on: this person was called too often in a short time. */
  | { type: "too-fast"; peer: string; call: string }
  /** The directory says that this person's device is not to be reached at this moment. */
  | { type: "peer-away"; peer: string }
  | { type: "relisted" }
  // the clock
  | { type: "timeout"; timer: Timer };

/** What the session is to do. */
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
  /** A call is over: this one, one that another has taken the place of, or one that was refused; or an earlier one, which now ends for a better reason. */
  | { do: "ended"; ended: Ended };

/** The next call, and what must be done, in this order. */
export type Step = [Call, ...Effect[]];
