/** With which address to invite others. */
import { hostOf, kindOf } from "./addresses.ts";
import type { Kind } from "./addresses.ts";

/** An IPv4 address works everywhere and can be read out; a name is unknown to many an Android phone. */
const ORDER: readonly Kind[] = ["ipv4", "ipv6", "name"];

/**
 * Of `addresses` (best first) those that others can open, the best to invite with first; none if only the server's own computer
 * can. This page's own comes before those of its kind: that it works in this network is certain, while the server's order is a guess,
 * and where a port is forwarded to it, it does not even know of it.
 * @param own `location.host` of this page
 * @param stranded the server has left that address
 */
export function invitations(addresses: readonly string[], own: string, stranded = false): readonly string[] {
  const known = stranded || addresses.some((address) => hostOf(address) === own);
  const rank = (address: string): number =>
    ORDER.indexOf(kindOf(address) ?? "name") * 2 + (hostOf(address) === own ? 0 : 1);
  return [...addresses, ...(known ? [] : [`https://${own}`])]
    .filter((address) => ![undefined, "loopback"].includes(kindOf(address)))
    .sort((a, b) => rank(a) - rank(b));
}
