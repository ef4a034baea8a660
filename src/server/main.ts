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
import { endOnSignals, outliveErrors } from "./ending.ts";
import { isOwnHost } from "./hosts.ts";
import { createIdentity, loadSecret } from "./identity.ts";
import { listen } from "./listen.ts";
import { createLog, factsOf } from "./log.ts";
import { Meter } from "./meter.ts";
import { isLoopback, type LanAddress, reachableAddresses, urls } from "./network/addresses.ts";
import { defaultRoute } from "./network/default-route.ts";
import { publishLocalName } from "./network/local-name.ts";
import { ownAddresses } from "./network/own-addresses.ts";
import { watchAddresses } from "./network/watch.ts";
import { runsInWsl2 } from "./network/wsl.ts";
import { readJoiningAssets } from "./plain.ts";
import { localNameOf, ownNames, wantedFor } from "./reach.ts";
import { serveStatus } from "./serve-status.ts";
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
  let arrivals: Arrivals | undefined;
  let stopping = false;
  const log = createLog({
    level: config.logLevel,
    terminal: process.stderr.isTTY,
    write: (line) => void process.stderr.write(line),
  });
  const meter = new Meter();
  const held = () => signaling.size;
  const status = serveStatus({ version, meter, held, token: config.metricsToken, stopping: () => stopping, log });
  const web = createWeb({
    certificates,
    page,
    joining,
    status,
    log,
    names,
    places,
    shown,
    port: () => port,
    arrived: (socket) => arrivals?.connected(socket.localAddress, socket.remoteAddress),
    room: config.room,
    refused: (why) =>
      log.warn("a connection was refused unread: too many are open, or come too quickly", { from: why }),
  });
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
    meter,
    inCalls: (on) => awake.set(on),
  });
  ({ address: bound, port } = await listen(web.front, config));
  addresses = await read();

  const renewal = new Renewal({ certificates, wanted, apply: () => web.renew(), say, log });
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
  watchAddresses({ read, known: addresses, changed: (now, before) => void moved(now, before), failed });
  function failed(line: string): void {
    say(line);
    log.warn("addresses cannot be read");
  }
  async function moved(now: readonly LanAddress[], before: readonly LanAddress[]): Promise<void> {
    addresses = now;
    log.info("addresses changed", { addresses: now.length });
    // Whoever hears of an address may come at once.
    await renewal.look();
    signaling.addressesChanged(places());
    published?.update(now);
    for (const line of movedLines({ now, before, uncovered: isUncovered(), port })) say(line);
  }

  web.front.on("error", (error) => log.warn("a connection was not taken", factsOf(error)));
  outliveErrors({ failed: () => meter.failed(), log });
  endOnSignals({
    goodbye() {
      stopping = true;
      signaling.close();
      return Promise.all([published?.stop(), web.close()]);
    },
    connections: () => web.sockets,
    log,
  });
  log.info("server started", { version, port, addresses: addresses.length, node: process.versions.node });
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
