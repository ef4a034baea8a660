/** Asks the network for a name before it is taken (RFC 6762, 8.1). */
import { addressesIn, groupOf, type Link, openMdns, type Packet } from "./mdns.ts";
import { ownAddresses } from "./own-addresses.ts";

/** When the question is put, in milliseconds, and when there has been no answer. */
const PROBES = [0, 250, 500] as const;
const NO_ANSWER = 750;

/**
 * Who answers to `name` on `link` already: this computer, by avahi or systemd-resolved, another one, or nobody. Asked
 * from a port of its own: systemd-resolved is deaf to other questions of its own computer. The system's resolver
 * would be no help: it knows the name even where it tells nobody, and it may ask beyond this network. Rejects if the
 * link takes no multicast.
 */
export async function whoHas(name: string, link: Link, mdnsPort: number): Promise<"here" | "elsewhere" | "nobody"> {
  const group = { address: groupOf(link), port: mdnsPort };
  let failed: (error: Error) => void;
  const refused = new Promise<never>((_, reject) => (failed = reject));
  const { bonjour, mdns } = await openMdns(link, 0, (error) => failed(error));
  const timers: NodeJS.Timeout[] = [];
  const answer = new Promise<"here" | "elsewhere" | "nobody">((resolve) => {
    mdns.on("response", (packet: Packet) => {
      const found = addressesIn(packet, name);
      if (found.length > 0) resolve(isForeign(found) ? "elsewhere" : "here");
    });
    timers.push(setTimeout(() => resolve("nobody"), NO_ANSWER));
  });
  const probe = () => mdns.query(questionsFor(name), group, (error) => error && failed(error));
  for (const at of PROBES) timers.push(setTimeout(probe, at));
  try {
    return await Promise.race([answer, refused]);
  } finally {
    timers.forEach(clearTimeout);
    bonjour.destroy();
  }
}

/** What asks for the addresses of `name`. */
export function questionsFor(name: string): Packet {
  return { questions: ["A", "AAAA"].map((type) => ({ name, type })) };
}

/** Whether one of `addresses` is known not to be this computer's. */
export function isForeign(addresses: readonly string[]): boolean {
  const own = ownAddresses();
  return own !== undefined && addresses.some((address) => !own.has(address));
}
