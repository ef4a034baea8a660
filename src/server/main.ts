/** The composition root: config -> certificate -> one port for HTTPS and HTTP -> /rtc -> printed addresses. */
import { readFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { isIP } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { KeepAwake } from "./awake.ts";
import { fingerprintOf } from "./certificate/authority.ts";
import { openCertificates } from "./certificate/open.ts";
import { uncovered } from "./certificate/load.ts";
import { Renewal } from "./certificate/renewal.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError, reason } from "./config-error.ts";
import { isOwnHost } from "./hosts.ts";
import { createIdentity, loadSecret } from "./identity.ts";
import { listen } from "./listen.ts";
import { isLoopback, type LanAddress, reachableAddresses, urls } from "./network/addresses.ts";
import { defaultRoute } from "./network/default-route.ts";
import { publishLocalName } from "./network/local-name.ts";
import { ownAddresses } from "./network/own-addresses.ts";
import { watchAddresses } from "./network/watch.ts";
import { runsInWsl2 } from "./network/wsl.ts";
import { readJoiningAssets } from "./plain.ts";
import { localNameOf, ownNames, wantedFor } from "./reach.ts";
import { serveSignaling } from "./signaling.ts";
import { serveStatic } from "./static.ts";
import { Arrivals } from "./terminal/arrivals.ts";
import { banner } from "./terminal/banner.ts";
import { findFirewalls, firewallAdvice } from "./terminal/firewall.ts";
import { lookOf } from "./terminal/look.ts";
import { movedLines } from "./terminal/moved.ts";
import { notesOn } from "./terminal/notes.ts";
import { createWeb } from "./web.ts";

/** How often it is looked whether the certificate has to be another one, in milliseconds. */
const LOOK_EVERY = 2_000;
/** How long sockets get for their goodbyes when the server stops, in milliseconds. */
const GOODBYE = 200;

// Where nobody reads them any more, as behind `| head` or in a terminal that is gone, words are lost; calls go on.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  await start(readConfig(process.env, { dotenv: readDotenv(), cwd: process.cwd() }));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`Earshot: ${error.message}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const version = readVersion();
  const page = serveStatic(built("client"));
  const joining = readJoiningAssets(built("joining"));
  const identity = createIdentity(loadSecret(config.home));

  const reach = { ...config, hostname: hostname() };
  const names = () => new Set(ownNames(reach));
  let bound = config.host !== undefined && isIP(config.host) !== 0 ? config.host : "::";
  let port = config.port;
  const wsl = runsInWsl2();
  const read = async () => reachableAddresses(bound, networkInterfaces(), await defaultRoute(), wsl);
  let addresses: readonly LanAddress[] = await read();
  const wanted = () => wantedFor(reach, addresses);
  const certificates = await openCertificates({ ...config, now: () => new Date() }, wanted());

  // Multicast DNS knows names of the whole computer, not of one of its addresses.
  const localName = () => (["::", "0.0.0.0"].includes(bound) ? localNameOf(reach) : undefined);
  const shown = () => [...config.names, ...(localName() ? [localName()!] : [])];
  const places = () => urls([...addresses, ...shown().map((address) => ({ address }))], port);
  // WIRED BY THE MERGE
  const log = { debug() {}, info() {}, warn: console.warn, error: console.error };
  let arrivals: Arrivals | undefined;
  const web = createWeb({
    certificates,
    page,
    joining,
    names,
    places,
    shown,
    port: () => port,
    arrived: (socket) => arrivals?.connected(socket.localAddress, socket.remoteAddress),
    room: config.room,
    refused: (why) =>
      log.warn("A connection was refused unread: too many are open, or come too quickly", { from: why }),
  });
  ({ address: bound, port } = await listen(web.front, config));
  addresses = await read();

  const awake = new KeepAwake(say);
  const signaling = serveSignaling(web.secure, {
    version,
    identity,
    iceServers: config.iceServers,
    addresses: places,
    ownHost: (host) => isOwnHost(host, names()),
    room: config.room,
    allowance: config.allowance,
    log,
    inCalls: (on) => awake.set(on),
  });
  const renewal = new Renewal({ certificates, wanted, apply: () => web.renew(), say });
  await renewal.look();
  const name = localName();
  const published = name === undefined ? undefined : publishLocalName({ name, port, addresses, say });

  const wslAddress = addresses.find(({ label }) => label === "WSL")?.address;
  const isUncovered = () => uncovered(certificates.pair.cert, [...addresses.map(({ address }) => address), ...shown()]);
  process.stdout.write(
    banner(
      {
        version,
        addresses,
        port,
        names: shown(),
        uncovered: isUncovered(),
        fingerprint: certificates.authority && fingerprintOf(certificates.authority.cert),
        notes: notesOn(certificates, { wslAddress, port, chosen: config.ownCertificate }),
      },
      lookOf(process.argv.slice(2), process.env, process.stdout),
    ),
  );

  if (addresses.some(({ address }) => !isLoopback(address))) {
    arrivals = new Arrivals({
      port,
      own: ownAddresses,
      say,
      silence: () =>
        firewallAdvice({
          platform: process.platform,
          firewalls: findFirewalls(),
          wslAddress,
          port,
          program: process.execPath,
        }),
    });
  }
  setInterval(() => void renewal.look(), LOOK_EVERY).unref();
  watchAddresses({ read, known: addresses, changed: (now, before) => void moved(now, before), failed: say });
  async function moved(now: readonly LanAddress[], before: readonly LanAddress[]): Promise<void> {
    addresses = now;
    // Whoever hears of an address may come at once.
    await renewal.look();
    signaling.addressesChanged(places());
    published?.update(now);
    for (const line of movedLines({ now, before, uncovered: isUncovered(), port })) say(line);
  }

  // Signals after the first do nothing: by then it is ending.
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void signaling.close();
    void published?.stop();
    web.close(() => process.exit(0));
    setTimeout(() => process.exit(0), GOODBYE);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A folder of what the build has made. */
function built(name: string): string {
  return fileURLToPath(new URL(`../${name}`, import.meta.url));
}

function readDotenv(): string {
  const path = join(process.cwd(), ".env");
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw new ConfigError(`Cannot read ${path}: ${reason(error)}.`, { cause: error });
  }
}

/** The content hash of the page, which the build has written. */
function readVersion(): string {
  try {
    const { version } = JSON.parse(readFileSync(new URL("../version.json", import.meta.url), "utf8")) as {
      version: string;
    };
    return version;
  } catch (error) {
    throw new ConfigError(`Cannot read the built page's version: ${reason(error)}. \`npm run build\` makes it.`, {
      cause: error,
    });
  }
}
