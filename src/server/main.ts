/** The composition root: config -> certificate -> https -> /rtc -> printed addresses. */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hostNames, type LanAddress, reachableAddresses, urls } from "./network/addresses.ts";
import { banner } from "./terminal/banner.ts";
import { lookOf } from "./terminal/look.ts";
import { isSelfMade, loadCertificate, uncovered } from "./certificate/certificate.ts";
import { type Config, readConfig } from "./config.ts";
import { ConfigError, reason } from "./config-error.ts";
import { createIdentity, loadSecret } from "./identity.ts";
import { listen } from "./listen.ts";
import { makeCertificateIfNone } from "./certificate/make-certificate.ts";
import { serveSignaling } from "./signaling.ts";
import { serveStatic } from "./static.ts";

/** How long sockets get for their goodbyes when the server stops, in milliseconds. */
const GOODBYE = 200;

try {
  await start(readConfig(process.env, { dotenv: readDotenv(), cwd: process.cwd() }));
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`Earshot: ${error.message}\n`);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const version = readVersion();
  const page = serveStatic(fileURLToPath(new URL("../client", import.meta.url)));
  const identity = createIdentity(loadSecret(config.home));
  if (!config.ownCertificate && (await makeCertificateIfNone(config))) {
    process.stdout.write("Made a key and a certificate for this computer: key.pem and cert.pem.\n");
  }
  const { key, cert, warning } = loadCertificate({ ...config, now: new Date() });

  const server = createServer(
    { key, cert, minVersion: "TLSv1.2", handshakeTimeout: 10_000, headersTimeout: 10_000, requestTimeout: 30_000 },
    page,
  );
  const { address: bound, port } = await listen(server, config);
  const addresses = () => reachableAddresses(bound, networkInterfaces());
  const signaling = serveSignaling(server, {
    version,
    identity,
    iceServers: config.iceServers,
    addresses: () => urls(addresses(), port),
  });

  // Signals after the first do nothing: by then it is ending.
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    signaling.close();
    server.close(() => process.exit(0));
    server.closeAllConnections();
    setTimeout(() => process.exit(0), GOODBYE);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);

  const now = addresses();
  const everywhere = bound === "::" || bound === "0.0.0.0";
  const localName = everywhere ? hostNames(hostname()).find((name) => name.endsWith(".local")) : undefined;
  const notes = [...(warning === undefined ? [] : [warning]), ...certificateNotes(cert, now)];
  const names = localName === undefined ? [] : [localName];
  const look = lookOf(process.argv.slice(2), process.env, process.stdout);
  process.stdout.write(banner({ version, addresses: now, port, names, uncovered: [], notes }, look));
}

/** What is to be said about a certificate that Earshot made; nothing about one that the operator chose. */
function certificateNotes(cert: string, addresses: readonly LanAddress[]): string[] {
  if (!isSelfMade(cert)) return [];
  const missing = uncovered(
    cert,
    addresses.map(({ address }) => address),
  );
  return [
    ...(missing.length > 0
      ? [`The certificate does not cover ${missing.join(", ")}; \`npm run cert\` renews it.`]
      : []),
    'Browsers warn the first time, since the certificate is home-made: choose "Advanced" or "Show details", and go on.',
  ];
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
