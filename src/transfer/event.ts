/** What happens to the handing over of files, and what that makes the client do. */
import type { Candidate, Description } from "../protocol/messages.ts";
import type { ControlMessage } from "../protocol/handing.ts";
import type { Delivered, FilesGoodbye, FilesMessage, FilesRefusal } from "../protocol/talk.ts";
import type { Handover, Hold, Outcome, Presence, Timer } from "./handover.ts";

/** About the making of a connection. */
export type LinkWord = { readonly description: Description } | { readonly candidate: Candidate };

export type HandoverEvent =
  /** Offer it, as the sender. */
  | { type: "begin" }
  // the user
  | { type: "accept" }
  | { type: "refuse"; reason: FilesRefusal }
  | { type: "hold"; paused: boolean }
  | { type: "cancel" }
  | { type: "leave" }
  // the other, whom the caller has made sure of
  | { type: "received"; message: FilesMessage | Delivered }
  // the connection
  | { type: "gathered"; attempt: number; word: LinkWord }
  | { type: "opened"; attempt: number }
  | { type: "lost"; attempt: number }
  | { type: "held"; hold: Hold }
  // the files
  /** The receiver has all of them whole. */
  | { type: "finished" }
  | { type: "failed"; reason: "unreadable" | "corrupt" | "too-much" | "no-room" }
  // the world
  | { type: "presence"; presence: Presence }
  /** The connection to the server is new, or somebody came back. */
  | { type: "relisted" }
  /** The device has another network, or one again. */
  | { type: "network" }
  | { type: "timeout"; timer: Timer };

export type Effect =
  /** Tell the other, by the server or by the channel of a call. */
  | { do: "post"; message: FilesMessage }
  /** Tell the other on "control", if that is open. */
  | { do: "say"; message: ControlMessage }
  /** Make a connection in place of any other; the sender's begins with an offer. */
  | { do: "connect"; attempt: number }
  /** The other's word about the making of this connection. */
  | { do: "signal"; word: LinkWord }
  /** Say again what was said about the making of this connection. */
  | { do: "repeat" }
  /** Close the connection, with a last word where the other needs one. */
  | { do: "close"; tell?: FilesGoodbye }
  | { do: "over"; outcome: Outcome };

/** The next state, and what must be done, in this order. */
export type Step = [Handover, ...Effect[]];
