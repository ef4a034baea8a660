/**
 * What an authority may vouch for (name constraints, RFC 5280, 4.2.1.10): local names and addresses only, so that a stolen key
 * is of no use against the rest of the world.
 */
import { BlockList, isIP } from "node:net";
import type { Vouching } from "../../joining/vouching.ts";
import { hostNames } from "../network/addresses.ts";

export interface Constraints {
  /** Each permits itself and every name below it. */
  readonly names: readonly string[];
  /** In CIDR notation (RFC 4632, 3.1): "10.0.0.0/8". */
  readonly subnets: readonly string[];
}

const LOCAL_NAMES = ["local", "lan", "home.arpa", "localhost"];
const LOOPBACK = ["127.0.0.0/8", "::1/128"];
/** RFC 1918 and RFC 3927; RFC 4193 and RFC 4291, 2.5.6. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"];

/** For most networks: everything private, and this computer's own name. */
export function privateConstraints(hostname: string): Constraints {
  return { names: localNames(hostname), subnets: [...LOOPBACK, ...PRIVATE] };
}

/** For a network whose addresses are public, such as a campus: exactly these addresses. */
export function exactConstraints(hostname: string, addresses: readonly string[]): Constraints {
  const exact = addresses.map((address) => `${address}/${isIP(address) === 6 ? 128 : 32}`);
  return { names: localNames(hostname), subnets: [...LOOPBACK, ...exact] };
}

/** Whether `name`, a DNS name or an address, may stand in a certificate under these constraints. Without any, everything may. */
export function permits(constraints: Constraints | undefined, name: string): boolean {
  if (!constraints) return true;
  const family = isIP(name);
  if (family === 0) return constraints.names.some((suffix) => name === suffix || name.endsWith(`.${suffix}`));
  const list = new BlockList();
  for (const subnet of constraints.subnets) {
    const [address = "", prefix] = subnet.split("/");
    // A list that knows both finds IPv4 addresses in IPv6 ones (::ffff:10.0.0.1); certificates do not.
    if (isIP(address) === family) list.addSubnet(address, Number(prefix), familyOf(address));
  }
  return list.check(name, familyOf(name));
}

/** The same for people. */
export function vouchingOf(constraints: Constraints | undefined): Vouching {
  if (!constraints) return "anything";
  return PRIVATE.every((subnet) => constraints.subnets.includes(subnet)) ? "local" : "own";
}

const familyOf = (address: string) => (isIP(address) === 6 ? "ipv6" : "ipv4");

/**
 * A computer that calls itself a mere word could vouch for a whole top-level domain, if there is one of that word ("dev"), now or one day.
 * Those have no digit and no hyphen, but for "xn--…". It is found by its `.local` name all the same.
 */
function localNames(hostname: string): string[] {
  const own = hostNames(hostname).filter(
    (name) => isIP(name) === 0 && !name.endsWith(".local") && !/^([a-z]+|xn--.*)$/.test(name),
  );
  return [...new Set([...LOCAL_NAMES, ...own])];
}
