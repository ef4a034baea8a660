/** The list of people as it is shown, so that nobody jumps under a finger. Pure. */
import type { Peer } from "../protocol/messages.ts";

/** One row; `gone` for somebody who has left and whose row is still there. */
export interface Seat {
  readonly peer: Peer;
  readonly gone: boolean;
}

/**
 * The rows after a change. Everybody sits as `people` are sorted, and who has gone keeps a place beside the neighbours of before.
 * While the list is `held`, since somebody is about to tap in it, nobody moves: who is new comes last.
 */
export function seated(before: readonly Seat[], people: readonly Peer[], held: boolean): Seat[] {
  const here = new Map(people.map((peer) => [peer.id, peer]));
  const known = new Set(before.map(({ peer }) => peer.id));
  const stay = before.map(({ peer }) => seat(here.get(peer.id), peer));
  if (held) return [...stay, ...people.filter(({ id }) => !known.has(id)).map((peer) => seat(peer, peer))];
  const seats = people.map((peer) => seat(peer, peer));
  stay.forEach((each, index) => {
    if (!each.gone) return;
    const neighbour = stay[index - 1]?.peer.id;
    seats.splice(seats.findIndex(({ peer }) => peer.id === neighbour) + 1, 0, each);
  });
  return seats;
}

/** The rows without those who have gone. */
export const cleared = (seats: readonly Seat[]): Seat[] => seats.filter(({ gone }) => !gone);

const seat = (now: Peer | undefined, before: Peer): Seat => ({ peer: now ?? before, gone: now === undefined });
