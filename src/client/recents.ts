/** The calls of late: who, when, how it ended, how long it was. Pure. */
import type { Ended } from "../call/call.ts";
import type { ServerMessage } from "../protocol/messages.ts";
import type { RecentCall } from "./state.ts";
import { wasMissed } from "./sentences.ts";

/** How many are kept. */
export const MOST = 100;

export type MissedCalls = Extract<ServerMessage, { type: "missed" }>["data"]["calls"];
export type Recents = readonly RecentCall[];

/** Note a call that is over, which began at `at`; one that is noted already has only found a better reason. Newest first. */
export function note(recents: Recents, ended: Ended, at: number, until: number): Recents {
  const known = recents.find((recent) => recent.ended.call === ended.call);
  if (!known) return [{ ended, at, until, seen: !wasMissed(ended) }, ...recents].slice(0, MOST);
  const seen = known.seen && (wasMissed(known.ended) || !wasMissed(ended));
  return recents.map((recent) => (recent === known ? { ...known, ended, seen } : recent));
}

/** Note calls that were given up while this device was away. Those that rang here are known already. */
export function noteMissed(recents: Recents, calls: MissedCalls): Recents {
  return calls.reduce<Recents>((noted, { call, source, name, at }) => {
    const id = call ?? `${source}-${at}`;
    if (noted.some(({ ended }) => ended.call === id)) return noted;
    const peer = { id: source, name, legacy: false };
    const ended: Ended = { call: id, peer, direction: "incoming", reason: "gone", by: "them", answered: false };
    return note(noted, ended, at, at);
  }, recents);
}

/** Missed calls that the user has not taken note of, newest first. */
export function unseen(recents: Recents): Recents {
  return recents.filter(({ seen }) => !seen);
}
