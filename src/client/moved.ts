/** Where to go on when this page's address is gone: a page cannot follow the server by itself, since an address is an origin. */
import { hostOf, kindOf } from "./addresses.ts";
import type { Connection } from "./state.ts";

export interface Whereabouts {
  /** `location.host` of this page. */
  own: string;
  /** The last that the server was known to answer at, best first. */
  addresses: readonly string[];
  /** The server has said that this page's address is its no more: see `isStranded`. */
  stranded: boolean;
  connection: Connection;
  /** A call goes on without the server, and nothing else is of interest in it. */
  inCall: boolean;
}

export interface Move {
  /** Whether this page's address is really gone; else the server may as well be off, and the page should wait. */
  certain: boolean;
  /** At least one, the likeliest first. */
  addresses: readonly string[];
}

/** How many addresses are offered: with more, nobody tries them. */
const MOST = 3;

/**
 * Whether the server has left this page's address, hearing that it answers at `now` and not any more at `before`. An address that never
 * was in a list may lead to the server all the same (by a forwarded port, or another name), and so has not been left.
 */
export function isStranded(own: string, before: readonly string[], now: readonly string[], already: boolean): boolean {
  return !has(now, own) && (already || has(before, own));
}

/** What to offer; nothing while this page's own address may be as good as any other. */
export function moveOf({ own, addresses, stranded, connection, inCall }: Whereabouts): Move | undefined {
  if (inCall || connection === "replaced") return undefined;
  const others = addresses.filter(
    (address) => hostOf(address) !== own && ![undefined, "loopback"].includes(kindOf(address)),
  );
  if (others.length === 0) return undefined;
  if (stranded) return { certain: true, addresses: others.slice(0, MOST) };
  // On the server's own computer there is no address to lose.
  if (connection !== "unreachable" || kindOf(`https://${own}`) === "loopback") return undefined;
  // The list is from before: only a name stays when a network hands out addresses anew.
  const byName = others.filter((address) => kindOf(address) === "name");
  return { certain: false, addresses: [...new Set([...byName, ...others])].slice(0, MOST) };
}

function has(addresses: readonly string[], own: string): boolean {
  return addresses.some((address) => hostOf(address) === own);
}
