/** Who is here, as the server tells it. Pure. */
import type { Peer, ServerMessage } from "../protocol/messages.ts";

export type People = ReadonlyMap<string, Peer>;

type PeersData = Extract<ServerMessage, { type: "peers" }>["data"];

/** The people after one `peers` message; the first chunk of a full list replaces what was known. */
export function applyPeers(people: People, { full, peers, gone }: PeersData): People {
  const next = new Map(full ? [] : people);
  for (const peer of peers) next.set(peer.id, peer);
  for (const id of gone) next.delete(id);
  return next;
}

/** By name, as the user's language sorts; people of one name keep an order of their own. */
export function byName(people: People): Peer[] {
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}
