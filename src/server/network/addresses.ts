/** Where this computer can be reached from its local network. Pure over `os.networkInterfaces()`. */
import { isIPv6 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";
import { isTunnel, type VirtualLabel, virtualLabel } from "./virtual.ts";

/** As `os.networkInterfaces()` gives them. */
export type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export interface LanAddress {
  readonly address: string;
  readonly family: "IPv4" | "IPv6";
  readonly interface: string;
  /** Where a virtual interface leads; absent for a real one. */
  readonly label?: VirtualLabel;
}

const PRIVATE_IPV4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const LINK_LOCAL_IPV4 = /^169\.254\./;
const LINK_LOCAL_IPV6 = /^fe[89ab]/i;
const UNIQUE_LOCAL_IPV6 = /^f[cd]/i;
/** Made from the hardware address (RFC 4291, appendix A): it stays, where a temporary one (RFC 8981) is gone tomorrow. */
const STABLE_IPV6 = /ff:fe[\da-f]{2}:[\da-f]{1,4}$/i;
/** Apple's links between its own devices. */
const UNREACHABLE = /^(awdl|llw|nan)\d/;
/** Where Windows puts WSL2, unless it is told to share its own addresses ("mirrored"), which phones do reach. */
const WSL_IPV4 = /^172\.(1[6-9]|2\d|3[01])\./;

/**
 * The addresses that another device may be able to open, best first: those of the interface that `defaultRoute` (an
 * address of this computer) belongs to, those of other real interfaces, those of virtual ones. In each of these come
 * private IPv4 (RFC 1918), other IPv4, link-local IPv4 (RFC 3927), unique local IPv6 (RFC 4193), other IPv6. Loopback
 * is left out, and so is link-local IPv6: a URL cannot carry its zone. `wsl2` says that this computer is one.
 */
export function lanAddresses(interfaces: Interfaces, defaultRoute?: string, wsl2 = false): LanAddress[] {
  const found = Object.entries(interfaces).flatMap(([name, infos = []]) => {
    if (UNREACHABLE.test(name)) return [];
    const own = infos.some(({ address }) => address === defaultRoute);
    const label = labelOf(name, infos, own, wsl2);
    return infos
      .filter(({ internal, address }) => !internal && !LINK_LOCAL_IPV6.test(address))
      .map(({ address, family }) => ({
        rank: [placeOf(own, label), kindOf(address, family), STABLE_IPV6.test(address) ? 0 : 1],
        found: { address, family, interface: name, ...(label !== undefined && { label }) },
      }));
  });
  return found.sort((a, b) => compare(a.rank, b.rank)).map(({ found }) => found);
}

/** `own` interfaces, which carry the default route, may be bridges: the computer's own, as those of virtual machines use. */
function labelOf(name: string, infos: readonly NetworkInterfaceInfo[], own: boolean, wsl2: boolean) {
  if (wsl2 && infos.some(({ address, internal }) => !internal && WSL_IPV4.test(address))) return "WSL";
  const label = virtualLabel(name, infos[0]?.mac ?? "");
  return own && label !== undefined && !isTunnel(label) ? undefined : label;
}

function placeOf(own: boolean, label: VirtualLabel | undefined): number {
  if (label !== undefined) return label === "bridge" ? 2 : 3;
  return own ? 0 : 1;
}

function kindOf(address: string, family: LanAddress["family"]): number {
  if (family === "IPv6") return UNIQUE_LOCAL_IPV6.test(address) ? 3 : 4;
  if (PRIVATE_IPV4.test(address)) return 0;
  return LINK_LOCAL_IPV4.test(address) ? 2 : 1;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((each, at) => each !== b[at]);
  return index === -1 ? 0 : a[index]! - b[index]!;
}

/** Those of `lanAddresses` at which a server answers that is bound to `bound`, which may also be a loopback address. */
export function reachableAddresses(
  bound: string,
  interfaces: Interfaces,
  defaultRoute?: string,
  wsl2 = false,
): LanAddress[] {
  const all = lanAddresses(interfaces, defaultRoute, wsl2);
  if (bound === "::") return all;
  if (bound === "0.0.0.0") return all.filter(({ family }) => family === "IPv4");
  const known = all.find(({ address }) => address === bound);
  if (known !== undefined) return [known];
  const name = Object.keys(interfaces).find((key) => interfaces[key]?.some(({ address }) => address === bound));
  return [{ address: bound, family: isIPv6(bound) ? "IPv6" : "IPv4", interface: name ?? "" }];
}

/** Whether only this very computer can open `address`. */
export function isLoopback(address: string): boolean {
  return address === "::1" || address.startsWith("127.");
}

/** `https:` URLs in the order of `addresses`; the port is always spelt out. */
export function urls(addresses: readonly Pick<LanAddress, "address">[], port: number): string[] {
  return addresses.map(({ address }) => `https://${isIPv6(address) ? `[${address}]` : address}:${port}`);
}

/** Part of a host's name (RFC 1123, 2.1; RFC 1035, 2.3.4). */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The names of a computer that calls itself `hostname`: that one, and the one that multicast DNS (RFC 6762) gives it.
 * A name that cannot stand in a certificate is left out.
 */
export function hostNames(hostname: string): string[] {
  const name = hostname.toLowerCase();
  const label = name.split(".")[0]!;
  const names = label === "localhost" ? [] : [name, `${label}.local`];
  return [...new Set(names)].filter((each) => each.length <= 253 && each.split(".").every((part) => LABEL.test(part)));
}

/** An address as people write it: without a zone (RFC 4007, 11), and not dressed up as IPv6 (RFC 4291, 2.5.5.2). */
export function plainAddress(address: string): string {
  return address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
}
