/** All addresses of this computer, for telling others' from them. */
import { networkInterfaces } from "node:os";
import type { Interfaces } from "./addresses.ts";

/** As they are at this moment; undefined if the system does not tell, as when too many files are open. Never throws. */
export function ownAddresses(interfaces: () => Interfaces = networkInterfaces): ReadonlySet<string> | undefined {
  try {
    return new Set(Object.values(interfaces()).flatMap((infos = []) => infos.map(({ address }) => address)));
  } catch {
    return undefined; // Any connection or packet may ask: what cannot be told ends none of them, still less the process.
  }
}
