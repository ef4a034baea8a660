/** What the server prints when it is up. */
import { isLoopback, type LanAddress, urls } from "../network/addresses.ts";
import { large } from "./large.ts";
import type { Look } from "./look.ts";
import { qrLines, qrWidth } from "./qr.ts";

export interface Greeting {
  readonly version: string;
  /** Where the server answers, best first; empty if this computer has no network. */
  readonly addresses: readonly LanAddress[];
  readonly port: number;
  /** The names by which it answers, best first: that of multicast DNS and the operator's own. */
  readonly names: readonly string[];
  /** Those addresses and names that the certificate does not cover. */
  readonly uncovered: readonly string[];
  /** SHA-256 of the authority that devices can come to trust, in pairs of digits with colons; absent if there is none. */
  readonly fingerprint?: string | undefined;
  /** Sentences, each for a line of its own. */
  readonly notes: readonly string[];
}

const [BOLD, RESET] = ["\u001B[1m", "\u001B[0m"];
/** More would be wider than 80 columns. */
const PAIRS_PER_LINE = 16;
const INDENT = "  ";

/**
 * The lines to print: each `https:` URL first on its own line, the best one first; what a person needs comes last, since the
 * rest may have scrolled away. From the QR code on it fits into 24 lines.
 */
export function banner(greeting: Greeting, look: Look): string {
  const { version, addresses, fingerprint, notes } = greeting;
  const [best] = addresses;
  const open = best !== undefined && !isLoopback(best.address) && best.label !== "WSL";
  const paragraphs = [
    [`Earshot ${version}`],
    [heading(addresses)],
    places(greeting),
    fingerprint === undefined ? [] : comparison(fingerprint),
    [...notes, ...(open ? ["If a phone says that this Wi-Fi has no internet, tell it to stay connected."] : [])],
    open ? invitation(urls([best], greeting.port)[0]!.replace("https://", ""), look) : [],
    ["Press Ctrl-C to stop."],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n") + "\n")
    .join("\n");
}

function heading(addresses: readonly LanAddress[]): string {
  if (addresses.length === 0) return "No network was found: only this computer can open it.";
  if (addresses.every(({ address }) => isLoopback(address))) {
    return "HOST is this computer's own address: no other device can open it.";
  }
  if (addresses[0]!.label === "WSL")
    return "This is WSL: only this computer can open it, until Windows lets others through.";
  return addresses.every(({ label }) => label !== undefined)
    ? "Only virtual networks were found, by which phones may not get in:"
    : "Open it on any phone or computer in this network:";
}

function places({ addresses, names, port, uncovered }: Greeting): string[] {
  if (addresses.length === 0) return [`${INDENT}https://localhost:${port}`];
  const all = [
    ...addresses.map(({ address, interface: name, label }) => ({
      host: address,
      what: label === undefined ? name : `${name} · ${label}`,
    })),
    ...names.map((host) => ({ host, what: "by name" })),
  ];
  const spelt = urls(
    all.map(({ host }) => ({ address: host })),
    port,
  );
  const width = Math.max(...spelt.map((url) => url.length));
  return all.map(({ host, what }, index) => {
    const warning = uncovered.includes(host) ? ["with a warning"] : [];
    const about = [what, ...warning].filter((each) => each !== "").join(", ");
    return `${INDENT}${spelt[index]!.padEnd(width)}  ${about}`.trimEnd();
  });
}

function comparison(fingerprint: string): string[] {
  const pairs = fingerprint.split(":");
  const lines = Array.from({ length: Math.ceil(pairs.length / PAIRS_PER_LINE) }, (_, line) =>
    pairs.slice(line * PAIRS_PER_LINE, (line + 1) * PAIRS_PER_LINE).join(":"),
  );
  return [
    "Compare this SHA-256 before you trust the certificate on a phone:",
    ...lines.map((line) => `${INDENT}${line}`),
  ];
}

/** The QR code, and below it what a person types instead: browsers put `http://` before it. */
function invitation(address: string, { colour, qr, columns }: Look): string[] {
  const url = `http://${address}`;
  const drawn = qr && INDENT.length + qrWidth(url) <= columns;
  const code = drawn ? [...qrLines(url, colour), ""] : [];
  const letters = large(address);
  const fits = letters !== undefined && INDENT.length + letters[0]!.length <= columns;
  const text = fits ? letters : [colour ? `${BOLD}${address}${RESET}` : address];
  return [
    drawn
      ? "Scan this with a phone, or type the address into any browser:"
      : "Type this into any browser in this network:",
    ...[...code, ...text].map((line) => `${INDENT}${line}`.trimEnd()),
  ];
}
