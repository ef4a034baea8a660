/** Gives this computer its `.local` name where the system does not, so that phones find it by that. */
import { isIPv6 } from "node:net";
import { nanoid } from "nanoid";
import type { LanAddress } from "./addresses.ts";
import {
  addressesIn,
  type DnsRecord,
  groupOf,
  type Link,
  linksOf,
  MDNS_PORT,
  openMdns,
  type Packet,
  type Remote,
} from "./mdns.ts";
import { isForeign, questionsFor, whoHas } from "./who-has.ts";

/** Seconds that a record may be kept by whoever hears it (RFC 6762, 10). */
const TTL = 120;
/** Seconds for which a resolver that is not one of Multicast DNS may keep an answer (RFC 6762, 6.7). */
const LEGACY_TTL = 10;

interface Options {
  /** In lower case: "laptop.local". */
  readonly name: string;
  readonly port: number;
  /** Those on virtual interfaces are not announced. */
  readonly addresses: readonly LanAddress[];
  /** Hears, in a sentence, why the name does not lead here; nothing is said where the system has it. */
  say(line: string): void;
  readonly platform?: NodeJS.Platform;
  /** Where Multicast DNS is spoken; another one for tests. */
  readonly mdnsPort?: number;
}

export interface LocalName {
  /** This computer has other addresses now. */
  update(addresses: readonly LanAddress[]): void;
  /** Take the name back, with a goodbye on every link; the promise never fails. */
  stop(): Promise<void>;
}

/** Announce `name` from now on. Returns at once; whatever goes wrong is one line for `say`. */
export function publishLocalName({ addresses, say, platform = process.platform, ...what }: Options): LocalName {
  // These two answer to their names by themselves.
  if (platform === "darwin" || platform === "win32") return { update() {}, async stop() {} };

  const said = new Set<string>();
  const fail = (line: string) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
  const open = new Map<string, () => Promise<void>>();
  const follow = async (links: readonly Link[]) => {
    const wanted = new Map(links.map((link) => [JSON.stringify(link), link]));
    const gone = [...open].filter(([key]) => !wanted.has(key));
    for (const [key] of gone) open.delete(key);
    // A link that stays is left alone.
    for (const [key, link] of wanted) if (!open.has(key)) open.set(key, announce(link, { ...what, fail }));
    await Promise.all(gone.map(([, close]) => close()));
  };
  void follow(linksOf(addresses));
  return { update: (now) => void follow(linksOf(now)), stop: () => follow([]) };
}

interface Announcement extends Pick<Options, "name" | "port" | "mdnsPort"> {
  fail(line: string): void;
}

/** Announce the name on `link`, unless somebody has it; the function that is returned ends that. */
function announce(link: Link, { name, port, mdnsPort = MDNS_PORT, fail }: Announcement): () => Promise<void> {
  let ended = false;
  let end = async () => {};
  const giveUp = (line: string) => {
    if (!ended) fail(line);
    ended = true;
    void end();
  };
  const failed = ({ message }: Error) =>
    giveUp(`The name ${name} cannot be announced on ${link.interface} (${message}); use the addresses instead.`);
  const taken = () =>
    giveUp(`Another device in this network is called ${name} already; use the addresses of this one instead.`);

  const begin = async () => {
    const holder = await whoHas(name, link, mdnsPort);
    if (holder === "elsewhere") taken();
    if (ended || holder !== "nobody") return;
    const { bonjour, mdns } = await openMdns(link, mdnsPort, failed);
    // A service of that name would make bonjour-service write to the terminal, hence the chance in it.
    const service = bonjour.publish({ name: `Earshot ${nanoid(6)}`, type: "https", port, host: name });
    const others = service.records().filter(({ type }) => type !== "A" && type !== "AAAA");
    const own = link.addresses.map((data) => ({ name, type: isIPv6(data) ? "AAAA" : "A", ttl: TTL, data }) as const);
    // It asks for them only when it has probed, and again for the goodbye; by itself it takes all interfaces' addresses.
    service.records = () => [...others, ...own].map((record) => ({ ...record }));

    mdns.on("response", (packet: Packet) => {
      if (isForeign(addressesIn(packet, name))) taken();
    });
    // Firewalls that let no answer through to the first question let those through that go to everybody.
    const group = { address: groupOf(link), port: mdnsPort };
    mdns.query(questionsFor(name), group, (error) => error && failed(error));
    mdns.on("query", (packet: Packet, from: Remote) => {
      const answer = service.published && !ended && isLegacy(from, mdnsPort) ? legacyAnswer(packet, own) : undefined;
      // The one who asked may be gone; so be it.
      if (answer !== undefined) mdns.respond(answer, from, () => undefined);
    });
    let ending: Promise<void> | undefined;
    end = () =>
      (ending ??= (async () => {
        if (service.published) await new Promise((done) => service.stop(done));
        await new Promise<void>((done) => bonjour.destroy(done));
      })());
    // It may have been ended while the socket was being opened.
    if (ended) await end();
  };
  begin().catch(failed);
  return () => {
    ended = true;
    return end();
  };
}

/** Whether a question wants an answer of its own (RFC 6762, 6.7). None can be sent to port 0: Node throws, and anybody may claim it. */
export function isLegacy({ port }: Pick<Remote, "port">, mdnsPort: number): boolean {
  return port !== mdnsPort && port !== 0;
}

/**
 * The answer for a resolver that listens on its own port only, as Android's does; bonjour-service answers to the
 * group alone. It repeats the question and its id (RFC 6762, 6.7).
 */
export function legacyAnswer({ id = 0, questions = [] }: Packet, records: readonly DnsRecord[]): Packet | undefined {
  const answers = records
    .filter((record) =>
      questions.some(
        ({ name, type }) => name.toLowerCase() === record.name && (type === record.type || type === "ANY"),
      ),
    )
    .map((record) => ({ ...record, ttl: LEGACY_TTL }));
  return answers.length === 0 ? undefined : { id, questions, answers };
}
