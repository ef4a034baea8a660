/** What an address tells at which the server answers: an `https:` URL of a host and a port, and nothing else. */

const ADDRESS = /^https:\/\/(\[[\da-f:.]+\]|[^\s/:?#@[\]]+)(:\d+)?\/?$/i;
const IPV4 = /^\d+(\.\d+){3}$/;

/** How an address names its computer; loopback is that of each computer itself (RFC 6890). */
export type Kind = "ipv4" | "ipv6" | "name" | "loopback";

/** Undefined for what is no such URL: a later version's, which this one cannot offer. */
export function kindOf(address: string): Kind | undefined {
  const host = ADDRESS.exec(address)?.[1]?.toLowerCase();
  if (host === undefined) return undefined;
  if (host === "localhost" || host === "[::1]" || (IPV4.test(host) && host.startsWith("127."))) return "loopback";
  if (host.startsWith("[")) return "ipv6";
  return IPV4.test(host) ? "ipv4" : "name";
}

/** As `location.host` has it: without the port if that is the scheme's own. */
export function hostOf(address: string): string {
  return spoken(address).replace(/:443$/, "").toLowerCase();
}

/** What people read out to each other, and type: browsers put the scheme in front. */
export function spoken(address: string): string {
  return address.replace(/^https?:\/\//, "").replace(/\/$/, "");
}

/** The same without TLS: there the server helps a device that does not trust it yet. At the same port, also where that need not be said of HTTPS. */
export function plain(address: string): string {
  const place = spoken(address);
  return `http://${place}${/:\d+$/.test(place) ? "" : ":443"}`;
}
