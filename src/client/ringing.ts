/** What is to be heard and felt of calls, and when to offer more. Pure. */
import type { Call } from "../call/call.ts";
import type { Recents } from "./recents.ts";
import type { AppState } from "./state.ts";
import type { ToneName } from "./tones.ts";

type Heard = Pick<AppState, "call" | "preferences" | "silenced">;

/** Somebody calls, and the user has not silenced that. */
export function rings({ call, silenced }: Pick<Heard, "call" | "silenced">): boolean {
  return call.phase === "ringing" && call.call !== silenced;
}

/** It rings aloud. */
function sounds(state: Heard): boolean {
  const { silent, ringVolume } = state.preferences;
  return rings(state) && !silent && ringVolume > 0;
}

/** What sounds for as long as this lasts; one's own ringback is not for others to hear, and quiet anyway. */
export function toneFor(state: Heard): "ring" | "ringback" | undefined {
  if (sounds(state)) return "ring";
  return state.call.phase === "calling" && state.call.reach === "ringing" ? "ringback" : undefined;
}

/** How an incoming call is heard: `locked` if it will be as soon as the user has touched the page. */
export type Loudness = "aloud" | "locked" | "quiet";

export function loudnessOf(state: Heard & Pick<AppState, "soundLocked">): Loudness {
  if (!sounds(state)) return "quiet";
  return state.soundLocked ? "locked" : "aloud";
}

/** What is heard once when a call is over that the user has not ended themselves: whoever cannot see the page has to know. */
export function toneAfter(
  before: Call,
  { call, recents, preferences }: Heard & { recents: Recents },
): ToneName | undefined {
  const inIt = before.phase === "calling" || before.phase === "connecting" || before.phase === "connected";
  const ended = recents[0]?.ended;
  if (!inIt || call.phase !== "idle" || ended?.call !== before.call || preferences.silent) return undefined;
  if (ended.by === "us" && (ended.reason === "cancelled" || ended.reason === "hung-up")) return undefined;
  return ended.reason === "busy" ? "engaged" : "over";
}

/** It is the moment to offer that the system tells of calls: one thing at a time. */
export function offersNotifications({
  connection,
  notifications,
  offerNotifications,
  reachable,
}: Pick<AppState, "connection" | "notifications" | "offerNotifications" | "reachable">): boolean {
  const told = reachable?.told ?? true;
  return connection === "online" && notifications === "default" && offerNotifications && told;
}
