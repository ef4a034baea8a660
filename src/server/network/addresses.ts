/** Where this computer can be reached from its local network. Pure over `os.networkInterfaces()`. */
import { isIPv6 } from "node:net";
import type { NetworkInterfaceInfo } from "node:os";

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export interface LanAddress {
  readonly address: string;
  readonly family: "IPv4" | "IPv6";
  readonly interface: string;
}

/** Interfaces that lead to containers, virtual machines and VPNs; a phone on the Wi-Fi does not come in there. */
const VIRTUAL =
  /^(docker|podman|br-|veth|virbr|lxc|lxd|cni|flannel|vmnet|vboxnet|tun|tap|wg|utun|ppp|zt|tailscale)|vethernet|wsl|hyper-v|virtualbox|vmware/i;
const PRIVATE_IPV4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/;
const LINK_LOCAL_IPV4 = /^169\.254\./;
const LINK_LOCAL_IPV6 = /^fe[89ab]/i;

/**
 * The addresses that another device may be able to open, best first: private IPv4 of real interfaces (RFC 1918),
 * other IPv4, that of virtual interfaces, then IPv6. Loopback is left out, and so is link-local IPv6: a URL
 * cannot carry its zone.
 */
export function lanAddresses(interfaces: Interfaces): LanAddress[] {
  return Object.entries(interfaces)
    .flatMap(([name, infos = []]) =>
      infos
        .filter(({ internal, address }) => !internal && !LINK_LOCAL_IPV6.test(address))
        .map(({ address, family }) => ({ address, family, interface: name })),
    )
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ address, family, interface: name }: LanAddress): number {
  const virtual = VIRTUAL.test(name);
  if (family === "IPv6") return virtual ? 5 : 4;
  if (virtual) return 3;
  if (PRIVATE_IPV4.test(address)) return 0;
  return LINK_LOCAL_IPV4.test(address) ? 2 : 1;
}

/** Those of `lanAddresses` at which a server answers that is bound to `bound`, which may also be a loopback address. */
export function reachableAddresses(bound: string, interfaces: Interfaces): LanAddress[] {
  const all = lanAddresses(interfaces);
  if (bound === "::") return all;
  if (bound === "0.0.0.0") return all.filter(({ family }) => family === "IPv4");
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

/**
 * The names of a computer that calls itself `hostname`: that one, and the one that multicast DNS (RFC 6762) gives it.
 * A name that cannot stand in a certificate is left out.
 */
export function hostNames(hostname: string): string[] {
  const name = hostname.toLowerCase();
  const label = name.split(".")[0]!;
  const names = label === "localhost" ? [] : [name, `${label}.local`];
  return [...new Set(names)].filter((each) => /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(each));
}
