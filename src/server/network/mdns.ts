/** Multicast DNS (RFC 6762) on one interface, by way of bonjour-service. */
import type { EventEmitter } from "node:events";
import { isIPv4, isIPv6, SocketAddress } from "node:net";
import type { Bonjour } from "bonjour-service";
import type { LanAddress } from "./addresses.ts";

/** The port of Multicast DNS. */
export const MDNS_PORT = 5353;

/** An interface that leads to other devices, and this computer's addresses on it, best first. */
export interface Link {
  readonly interface: string;
  readonly addresses: readonly string[];
}

export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  /** Seconds; 0 takes the record back. */
  readonly ttl?: number;
  readonly data?: unknown;
}

export interface Packet {
  readonly id?: number;
  readonly questions?: readonly { readonly name: string; readonly type: string }[];
  readonly answers?: readonly DnsRecord[];
  readonly additionals?: readonly DnsRecord[];
}

export interface Remote {
  readonly address: string;
  readonly port: number;
}
type Sent = (error?: Error | null) => void;

/** The part of multicast-dns that is used here; it comes without types. */
export interface Mdns extends EventEmitter {
  query(packet: Packet, to: Remote, sent: Sent): void;
  respond(packet: Packet, to: Remote, sent: Sent): void;
}

/** The real interfaces among `addresses`, each with its own. */
export function linksOf(addresses: readonly LanAddress[]): Link[] {
  const real = addresses.filter(({ label }) => label === undefined);
  return [...new Set(real.map((each) => each.interface))].map((name) => ({
    interface: name,
    addresses: real.filter((each) => each.interface === name).map(({ address }) => address),
  }));
}

/** Where Multicast DNS is spoken on `link`: by IPv4, unless it has only IPv6. */
export function groupOf({ addresses }: Link): string {
  return addresses.some(isIPv4) ? "224.0.0.251" : "ff02::fb";
}

/**
 * Open a socket on `link` alone; left to itself, bonjour-service takes every interface, and announces the addresses
 * of containers. `port` 0 makes it one that only asks. `failed` hears of whatever the system refuses, any number of times.
 */
export async function openMdns(
  link: Link,
  port: number,
  failed: (error: Error) => void,
): Promise<{ bonjour: Bonjour; mdns: Mdns }> {
  const { Bonjour } = await import("bonjour-service");
  const ip4 = link.addresses.find(isIPv4);
  const socket =
    ip4 === undefined
      ? { type: "udp6", interface: `::%${link.interface}`, bind: "::" }
      : { type: "udp4", interface: ip4, bind: "0.0.0.0" };
  // What it hands on to multicast-dns is more than its types say, and the socket is its secret.
  const options: object = { ...socket, ip: groupOf(link), port };
  const bonjour = new Bonjour(options, failed);
  const { mdns } = (bonjour as unknown as { server: { mdns: Mdns } }).server;
  // Without a listener an error would end the process.
  mdns.on("error", failed);
  mdns.on("warning", (error: Error) => {
    // Others come from what the network sends and nobody can read.
    if ("syscall" in error) failed(error);
  });
  return { bonjour, mdns };
}

/** The addresses that `packet` gives `name`, as Node spells them; those that it takes back do not count. */
export function addressesIn({ answers = [], additionals = [] }: Packet, name: string): string[] {
  return [...answers, ...additionals].flatMap((record) => {
    const is = record.name.toLowerCase() === name && (record.type === "A" || record.type === "AAAA");
    return is && record.ttl !== 0 && typeof record.data === "string" ? [spell(record.data)] : [];
  });
}

function spell(address: string): string {
  return isIPv6(address) ? new SocketAddress({ address, family: "ipv6" }).address : address;
}
