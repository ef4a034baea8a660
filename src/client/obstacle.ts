/** Why two devices that both reach the server do not reach each other, told from what ICE has tried (W3C webrtc-stats). */

import type { Obstacle } from "../call/call.ts";

/** What is read of a statistics report. */
interface Report {
  type: string;
  address?: string | null;
  /** An older name for the same. */
  ip?: string | null;
  candidateType?: string;
  state?: string;
  requestsSent?: number;
  responsesReceived?: number;
  requestsReceived?: number;
}

/** From so many checks without an answer on, silence means something. */
const ENOUGH = 3;

/** What stands in the way of a connection that is not made yet; undefined while that cannot be told. */
export function obstacleIn(stats: { forEach(look: (report: Report) => void): void }): Obstacle | undefined {
  const ours: string[] = [];
  const theirs: string[] = [];
  let [sent, heard] = [0, 0];
  stats.forEach((report) => {
    const address = report.address ?? report.ip ?? "";
    if (report.type === "local-candidate" && report.candidateType === "host") ours.push(address);
    if (report.type === "remote-candidate" && report.candidateType === "host") theirs.push(address);
    if (report.type !== "candidate-pair") return;
    // Firefox counts no checks; a pair fails when none was answered.
    sent += report.requestsSent ?? (report.state === "failed" ? ENOUGH : 0);
    heard += (report.responsesReceived ?? 0) + (report.requestsReceived ?? 0);
  });
  // Something gets through: it only takes its time.
  if (heard > 0) return undefined;
  // An address that both have is one behind their backs, such as that of a virtual machine's network.
  const known = theirs.filter((address) => isAddress(address) && !ours.includes(address));
  const own = ours.filter(isAddress);
  // A name that was found has no address in these statistics either.
  if (known.length === 0) return sent > 0 ? undefined : "no-address";
  // Hidden by this browser, which had no permission for a camera or microphone.
  if (own.length === 0) return undefined;
  if (!known.some((theirs) => own.some((ours) => network(ours) === network(theirs)))) return "other-network";
  return sent >= ENOUGH ? "isolated" : undefined;
}

/** Not the name of one, by which browsers hide theirs (draft-ietf-mmusic-mdns-ice-candidates), and not left out. */
function isAddress(candidate: string): boolean {
  return network(candidate) !== undefined;
}

/**
 * What the addresses of one link have in common, as far as can be guessed without its netmask. In homes IPv4 networks have
 * 24 bits, larger ones are numbered from 10.0.0.0 or 172.16.0.0 (RFC 1918) and wider; IPv6 networks have 64 bits (RFC 4291, 2.5.4).
 */
function network(address: string): string | undefined {
  const v4 = /^(\d+)\.(\d+)\.(\d+)\.\d+$/u.exec(address);
  if (!v4) return address.includes(":") ? prefix(address) : undefined;
  const [, a, b, c] = v4;
  return a === "10" || a === "172" ? `${a}.${b}` : `${a}.${b}.${c}`;
}

/** The first 64 bits of an IPv6 address (RFC 4291, 2.2). */
function prefix(address: string): string {
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/u, "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const rest = tail ? tail.split(":").length : 0;
  // What "::" stands for.
  if (tail !== undefined) groups.push(...Array.from({ length: Math.max(0, 8 - groups.length - rest) }, () => "0"));
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}
