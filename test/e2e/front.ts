/** One port that answers with and without TLS, in the test's own process, with certificates that a browser trusts or not. */
import { createHash, createPublicKey, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import { createServer as createHttpsServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeCertificate } from "../../src/server/certificate/make-certificate.ts";
import { createFront } from "../../src/server/front.ts";
import { readJoiningAssets, servePlain } from "../../src/server/plain.ts";

const ASSETS = fileURLToPath(new URL("../../dist/joining", import.meta.url));

/** What Earshot answers over TLS, as far as these tests go. */
export const APP = "This is Earshot";

interface Pair {
  readonly key: string;
  readonly cert: string;
}

export interface Front {
  /** "127.0.0.1:40123" */
  readonly host: string;
  readonly fingerprint: string;
  /** For Chromium's `--ignore-certificate-errors-spki-list`: that of the pair which `trust` puts in place. */
  readonly spki: string;
  /** Serve with a certificate that the browser trusts from now on, or does not. */
  trust(trusted: boolean): void;
  dispose(): Promise<void>;
}

export async function startFront(): Promise<Front> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-front-"));
  const [stranger, friend] = [await makePair(folder, "stranger"), await makePair(folder, "friend")];
  const x509 = new X509Certificate(stranger.cert);
  const [from, until] = [new Date(x509.validFrom), new Date(x509.validTo)];

  const secure: HttpsServer = createHttpsServer(stranger, (request, response) => {
    response.setHeader("Connection", "close");
    response.setHeader("Content-Type", request.url === "/" ? "text/html" : "text/plain");
    response.end(request.url === "/" ? `<title>${APP}</title><h1>${APP}</h1>` : "ready\n");
  });
  const plain: HttpServer = createHttpServer(
    servePlain({
      ...readJoiningAssets(ASSETS),
      authority: () => ({ pem: x509.toString(), der: x509.raw, fingerprint: x509.fingerprint256, vouching: "local" }),
      certificate: () => ({ from, until }),
      names: () => [],
      now: () => new Date(),
    }),
  );
  const sockets = new Set<Socket>();
  const arrived = (socket: Socket): void => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  };
  const port = createFront({ secure, plain, patience: 10_000, arrived });
  await once(port.listen(0, "127.0.0.1"), "listening");
  const { port: number } = port.address() as AddressInfo;

  return {
    host: `127.0.0.1:${number}`,
    fingerprint: x509.fingerprint256,
    spki: spkiOf(friend),
    trust(trusted) {
      secure.setSecureContext(trusted ? friend : stranger);
    },
    async dispose() {
      const closed = once(port, "close");
      port.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      rmSync(folder, { recursive: true });
    },
  };
}

async function makePair(folder: string, name: string): Promise<Pair> {
  const paths = { keyPath: join(folder, `${name}-key.pem`), certPath: join(folder, `${name}-cert.pem`) };
  await makeCertificate(paths);
  return { key: readFileSync(paths.keyPath, "utf8"), cert: readFileSync(paths.certPath, "utf8") };
}

/** SHA-256 of the public key (SubjectPublicKeyInfo, DER), in base64. */
function spkiOf({ cert }: Pair): string {
  const key = createPublicKey(cert).export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}
