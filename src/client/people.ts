/** Who is here, as the server tells it. Pure. */
import type { Peer, ServerMessage } from "../protocol/messages.ts";

export type People = ReadonlyMap<string, Peer>;

type PeersData = Extract<ServerMessage, { type: "peers" }>["data"];

/** Much quicker than `localeCompare`, which would make one for each comparison. The tenth guest comes after the second. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** The people after one `peers` message; the first chunk of a full list replaces what was known. */
export function applyPeers(people: People, { full, peers, gone }: PeersData): People {
  const next = new Map(full ? [] : people);
  for (const peer of peers) next.set(peer.id, peer);
  for (const id of gone) next.delete(id);
  return next;
}

/**
 * By name, as the user's language sorts; people of one name keep an order of their own. `before` is how they were sorted last: only
 * whose name is new is looked for a place.
 */
export function byName(people: People, before: readonly Peer[] = []): Peer[] {
  const kept = before.flatMap(({ id, name }) => {
    const peer = people.get(id);
    return peer?.name === name ? [peer] : [];
  });
  const known = new Set(kept.map(({ id }) => id));
  const others = [...people.values()].filter(({ id }) => !known.has(id)).sort(order);
  const sorted: Peer[] = [];
  for (const peer of kept) {
    for (let other = others[0]; other && order(other, peer) < 0; other = others[0]) {
      sorted.push(other);
      others.shift();
    }
    sorted.push(peer);
  }
  return [...sorted, ...others];
}

const order = (a: Peer, b: Peer): number => compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
