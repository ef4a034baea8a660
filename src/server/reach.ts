/** By which names and addresses this server is opened. */
import { isIP } from "node:net";
import type { Wanted } from "./certificate/authorities.ts";
import { hostNames, isLoopback, type LanAddress } from "./network/addresses.ts";

export interface ReachOptions {
  /** What this computer calls itself. */
  readonly hostname: string;
  /** HOST, where it was set. */
  readonly host: string | undefined;
  /** NAMES. */
  readonly names: readonly string[];
}

const LOOPBACK = ["127.0.0.1", "::1"];

/** Every DNS name that is ours, in lower case: this computer's, and those that the operator gave. */
export function ownNames({ hostname, host, names }: ReachOptions): string[] {
  const all = [...hostNames(hostname), ...names, ...(host === undefined ? [] : [host.toLowerCase()]), "localhost"];
  return [...new Set(all)].filter((name) => isIP(name) === 0);
}

/** The name that multicast DNS (RFC 6762) has for this computer; undefined if it calls itself nothing that could be one. */
export function localNameOf({ hostname }: Pick<ReachOptions, "hostname">): string | undefined {
  return hostNames(hostname).find((name) => name.endsWith(".local"));
}

/** What a certificate has to cover, while this computer has these addresses. */
export function wantedFor(options: ReachOptions, addresses: readonly LanAddress[]): Wanted {
  const given = options.names.filter((name) => isIP(name) !== 0);
  const all = addresses.map(({ address }) => address);
  // Phones do not come in by the addresses that lead to containers and virtual machines.
  const real = addresses.filter(({ address, label }) => label === undefined && !isLoopback(address));
  const names = [...new Set([...ownNames(options), ...LOOPBACK, ...given, ...all])];
  return { hostname: options.hostname, names, addresses: real.map(({ address }) => address) };
}
