/** The contract between the page's two worlds: components read `AppState` and say `Intent`s; everything else is main.ts's. */
import type { Call, Ended } from "../call/call.ts";
import type { Peer } from "../protocol/messages.ts";
import type { Preferences, Wish } from "./preferences.ts";
import type { Quality } from "./quality.ts";
import type { TalkIntent, TalkState } from "./talk-state.ts";

/**
 * How the page and the server stand. Without one: `offline` while it has just been lost, `unreachable` when it was looked for in vain,
 * `refused` where pages come through but no WebSocket, `full` where there is no room for another person. `replaced` means that Earshot is open elsewhere with this identity.
 */
export type Connection = "connecting" | "online" | "offline" | "unreachable" | "refused" | "full" | "replaced";

/** A call that is over, as it is remembered. */
export interface RecentCall {
  readonly ended: Ended;
  /** When it began and when it was over, in milliseconds since 1970. */
  readonly at: number;
  readonly until: number;
  /** False for a missed call that the user has not taken note of. */
  readonly seen: boolean;
}

/** Somebody whose calls do not ring here, by the name that they had when they were blocked. */
export interface BlockedPerson {
  readonly id: string;
  readonly name: string;
}

/** A camera, microphone or speaker that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface MediaState {
  /** What this device sends; absent while neither camera nor microphone is open. */
  readonly local?: MediaStream | undefined;
  /** What the other sends. */
  readonly remote?: MediaStream | undefined;
  /** The other's screen, while they share it. */
  readonly theirScreen?: MediaStream | undefined;
  /** This device's screen, while it is shared. */
  readonly ownScreen?: MediaStream | undefined;
  /** Whether this browser can share a screen with the other at all. */
  readonly canShare: boolean;
  /** Whether there is a camera at the front and one at the back. */
  readonly canFlip: boolean;
  /** The user speaks although they are muted. */
  readonly unheard: boolean;
  readonly muted: boolean;
  readonly cameraOff: boolean;
  readonly cameras: readonly Choice[];
  readonly microphones: readonly Choice[];
  /** Empty where the browser does not let a page choose (no `setSinkId`). */
  readonly speakers: readonly Choice[];
  readonly cameraId?: string | undefined;
  readonly microphoneId?: string | undefined;
  readonly speakerId?: string | undefined;
  /** A sentence for the user: what is missing, and what to do about it. */
  readonly problem?: string | undefined;
}

/** A page cannot ring on a phone that sleeps: the screen can be kept on, dimmed, for as long as the user wants. */
export interface Reachable {
  readonly on: boolean;
  /** The user has read that a phone that sleeps cannot ring. */
  readonly told: boolean;
}

export interface AppState extends TalkState {
  readonly connection: Connection;
  /** Absent until the first visit's question has been answered. */
  readonly name?: string | undefined;
  /** By which the server knows this person; absent until it does. */
  readonly id?: string | undefined;
  /** The others, by name. */
  readonly people: readonly Peer[];
  /** Somebody else who is here has a name that looks like this person's. */
  readonly alike: boolean;
  /** This person has read that, about the name that they have. */
  readonly toldAlike: boolean;
  /** In the order in which they were blocked. */
  readonly blocked: readonly BlockedPerson[];
  readonly call: Call;
  readonly media: MediaState;
  /** What the other has said of their microphone, camera and screen. */
  readonly theirs: { readonly muted: boolean; readonly cameraOff: boolean; readonly sharing: boolean };
  /** How good the connection of the call is; absent until that was measured. */
  readonly quality?: Quality | undefined;
  readonly preferences: Preferences;
  /** Whether the system may tell of calls; absent where it cannot. */
  readonly notifications?: NotificationPermission | undefined;
  /** The user has not yet been offered that it may. */
  readonly offerNotifications: boolean;
  /** The call whose ring the user has silenced without declining it. */
  readonly silenced?: string | undefined;
  /** It should ring aloud, and the browser plays nothing before the user has touched the page. */
  readonly soundLocked: boolean;
  /** One sentence that says how the last call ended, or what just went wrong. */
  readonly notice?: string | undefined;
  /** The calls of late, newest first. */
  readonly recents: readonly RecentCall[];
  /** The user wanted to leave the page in a call, and is asked whether that was meant. */
  readonly leaving: boolean;
  /** How a device that one carries can stay reachable; absent on others. */
  readonly reachable?: Reachable | undefined;
  /** This browser has no WebRTC, or was told to use none: nobody can be called, and no files can be handed over. */
  readonly noWebRTC?: boolean | undefined;
  /** The address that this page was opened by, as `location.host` has it. */
  readonly host: string;
  /** The last addresses that the server was known to answer at, best first. */
  readonly addresses: readonly string[];
  /** The server has said that the address of this page is not its any more. */
  readonly stranded: boolean;
}

/** Media before anything is open, or known to be there. */
export const nothingOpen: MediaState = {
  muted: false,
  cameraOff: false,
  canShare: false,
  canFlip: false,
  unheard: false,
  cameras: [],
  microphones: [],
  speakers: [],
};

/** What the other has said of their devices before they have said anything. */
export const nothingSaid: AppState["theirs"] = { muted: false, cameraOff: false, sharing: false };

/** What the user wants. Components send it as an `intent` event; see `intend`. */
export type Intent =
  | { type: "join"; name: string }
  | { type: "rename"; name: string }
  | { type: "dial"; peer: string; video: boolean }
  | { type: "accept"; video: boolean }
  | { type: "hang-up" }
  /** Let the call that rings be silent, without declining it. */
  | { type: "silence" }
  | { type: "mute"; muted: boolean }
  | { type: "camera"; off: boolean }
  | { type: "choose"; cameraId?: string; microphoneId?: string; speakerId?: string }
  /** From the camera at the front to the one at the back, or the other way round. */
  | { type: "flip" }
  | { type: "share-screen"; on: boolean }
  | { type: "prefer"; wish: Wish }
  /** Let the system tell of calls: the browser asks the user. */
  | { type: "ask-notifications" }
  /** The user has been offered that, and does not want it now. */
  | { type: "told-notifications" }
  /** Play a tone by the chosen speaker. */
  | { type: "test-speaker" }
  /** Play the ringtone once, as loud as it is set. */
  | { type: "test-ring" }
  /** Forget name, settings and recent calls, and begin as on the first visit. */
  | { type: "clear-everything" }
  /** Show oneself: on the first visit and in the settings only. */
  | { type: "preview"; on: boolean }
  | { type: "dismiss-notice" }
  /** What the user has opened could not be loaded. */
  | { type: "not-loaded" }
  /** The user has taken note of the missed calls. */
  | { type: "see-missed" }
  | { type: "clear-recents" }
  /** Let nothing ring any more that comes from this person; what rings now is declined. */
  | { type: "block"; person: BlockedPerson }
  | { type: "unblock"; id: string }
  /** The user has read that somebody else's name looks like theirs. */
  | { type: "told-alike" }
  /** Do not wait for the next attempt to reach the server. */
  | { type: "try-now" }
  | { type: "use-here" }
  /** The user does not want to leave the call after all. */
  | { type: "stay" }
  | { type: "stay-reachable"; on: boolean }
  /** The user has read that a phone that sleeps cannot ring. */
  | { type: "told-asleep" }
  /** Open the conversation with this person, outside of a call. */
  | { type: "open-conversation"; peer: string }
  | { type: "close-conversation" }
  | TalkIntent;

/** Say what the user wants, from any element below the app. False if it could not be done. */
export function intend(element: EventTarget, intent: Intent): boolean {
  return element.dispatchEvent(
    new CustomEvent<Intent>("intent", { detail: intent, bubbles: true, composed: true, cancelable: true }),
  );
}
