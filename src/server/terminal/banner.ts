/** What the server prints when it is up. */
import { isLoopback, type LanAddress, urls } from "../network/addresses.ts";

export interface Greeting {
  readonly version: string;
  /** Where the server answers, best first; empty if this computer has no network. */
  readonly addresses: readonly LanAddress[];
  readonly port: number;
  /** The computer's name in multicast DNS, if it answers there. */
  readonly localName: string | undefined;
  /** Sentences, each for a line of its own. */
  readonly notes: readonly string[];
}

/** The lines to print, each `https:` URL first on its own line, the best one first. */
export function banner({ version, addresses, port, localName, notes }: Greeting): string {
  const places = urls(addresses, port).map((url, index) => ({ url, what: addresses[index]!.interface }));
  if (localName !== undefined && places.length > 0)
    places.push({ url: `https://${localName}:${port}`, what: "by name" });

  const width = Math.max(0, ...places.map(({ url }) => url.length));
  const lines = places.map(({ url, what }) => `  ${url.padEnd(width)}  ${what}`.trimEnd());
  return [
    `Earshot ${version}`,
    "",
    heading(addresses),
    "",
    ...(places.length > 0 ? lines : [`  https://localhost:${port}`]),
    "",
    ...notes,
    "Press Ctrl-C to stop.",
    "",
  ].join("\n");
}

function heading(addresses: readonly LanAddress[]): string {
  if (addresses.length === 0) return "No network was found: only this computer can open it.";
  return addresses.every(({ address }) => isLoopback(address))
    ? "HOST is this computer's own address: no other device can open it."
    : "Open it on any phone or computer in this network:";
}
