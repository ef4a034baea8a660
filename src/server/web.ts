/** What the port answers: the app over HTTPS, and without TLS the page that helps a device in. */
import { X509Certificate } from "node:crypto";
import {
  createServer as createPlain,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from "node:http";
import { createServer as createSecure, type Server as SecureServer } from "node:https";
import { isIP, type Server, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Certificates } from "./certificate/certificates.ts";
import { uncovered } from "./certificate/load.ts";
import type { Room } from "./people.ts";
import { createFront } from "./front.ts";
import { gateLimits, mostConnections } from "./gate.ts";
import { guardHost } from "./hosts.ts";
import type { Log } from "./log.ts";
import { type JoiningAssets, servePlain } from "./plain.ts";
import { type Authority, serveAuthority } from "./serve-authority.ts";

/** How long a connection may be silent at first, in milliseconds. */
const PATIENCE = 10_000;
const LIMITS = { requestTimeout: 30_000, connectionsCheckingInterval: 1_000 };
const TLS = { minVersion: "TLSv1.2" } as const;

/** By the codes of Node's errors (RFC 9110, 15.5.9; RFC 6585, 5). */
const BROKEN: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

export interface WebOptions {
  readonly certificates: Certificates;
  /** The app. */
  readonly page: RequestListener;
  readonly joining: JoiningAssets;
  /** Answers those who watch the server, and says whether it has. */
  status(request: IncomingMessage, response: ServerResponse): boolean;
  readonly log: Pick<Log, "debug">;
  /** DNS names that are ours, in lower case. */
  names(): ReadonlySet<string>;
  /** `https:` URLs, best first. */
  places(): readonly string[];
  /** Those of `names` that are told to others. */
  shown(): readonly string[];
  port(): number;
  /** Somebody has come, with TLS or without. */
  arrived(socket: Socket): void;
  /** For how many people, and how many of one address; by default for any number. */
  readonly room?: Room | undefined;
  /** A connection was dropped unread, since there are too many, from its address or in all. */
  refused?(why: "address" | "all"): void;
  /** How long a connection may be silent at first, in milliseconds. */
  readonly patience?: number;
}

export interface Web {
  /** Listens. */
  readonly front: Server;
  /** Gets the connections with TLS, and upgrades among them. */
  readonly secure: SecureServer;
  /** Serve the present certificate to whoever comes from now on; connections that are open go on. */
  renew(): void;
  /** How many WebSockets are open. */
  readonly sockets: number;
  /** Take no more connections. Resolves when the last WebSocket is closed, with all other connections dropped; until then they are answered. */
  close(): Promise<void>;
}

export function createWeb(options: WebOptions): Web {
  const { certificates, page, joining, status, log, names, places, shown, port, arrived } = options;
  const { room, refused, patience = PATIENCE } = options;
  const limits = { ...LIMITS, headersTimeout: patience };
  const guard = (next: RequestListener) => guardHost({ names, addresses: places, style: joining.style }, next);
  const authority = () => describe(certificates.authority);
  const ofAuthority = serveAuthority(authority);

  const secure = createSecure(
    { ...certificates.pair, ...TLS, ...limits, handshakeTimeout: patience },
    guard((request, response) => {
      if (!status(request, response) && !ofAuthority(request, response)) page(request, response);
    }),
  );
  const plain = createPlain(
    limits,
    guard(
      servePlain({
        ...joining,
        authority,
        certificate: () => validity(certificates.pair.cert),
        names: () => covered(certificates.pair.cert, shown()).map((name) => `${name}:${port()}`),
        now: () => new Date(),
      }),
    ),
  );
  for (const server of [secure, plain]) {
    server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
      log.debug("a connection spoke neither TLS nor HTTP as it should", { code: error.code ?? error.name });
      answerBroken(error, socket);
    });
    // Whoever reads none of an answer is let go of, too; a WebSocket has its own beat.
    server.setTimeout(3 * patience);
  }
  const front = createFront({
    secure,
    plain,
    patience,
    limits: room && gateLimits(room),
    most: room && mostConnections(room),
    arrived,
    ...(refused && { refused }),
  });

  let sockets = 0;
  let lastClosed = () => {};
  secure.on("upgrade", (_request, socket: Duplex) => {
    sockets++;
    socket.once("close", () => --sockets === 0 && lastClosed());
  });
  return {
    front,
    secure,
    renew: () => secure.setSecureContext({ ...certificates.pair, ...TLS }),
    get sockets() {
      return sockets;
    },
    async close() {
      front.close();
      if (sockets > 0) await new Promise<void>((resolve) => (lastClosed = resolve));
      for (const server of [secure, plain]) server.closeAllConnections();
    },
  };
}

/**
 * What is no HTTP gets a last word. Node's own would be lost now and then: it closes before that is on its way. To what is no TLS
 * nothing can be said: the word would wait for the handshake, and the connection with it.
 */
function answerBroken({ code = "" }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!/^(HPE|ERR_HTTP)_/.test(code) || !socket.writable) return void socket.destroy();
  const status = BROKEN[code] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

function describe(authority: Certificates["authority"]): Authority | undefined {
  if (authority === undefined) return undefined;
  const { raw: der, fingerprint256: fingerprint } = new X509Certificate(authority.cert);
  return { pem: authority.cert, der, fingerprint, vouching: authority.vouching };
}

function validity(pem: string): { from: Date; until: Date } {
  const { validFrom, validTo } = new X509Certificate(pem);
  return { from: new Date(validFrom), until: new Date(validTo) };
}

/** The DNS names among these that the certificate holds. */
function covered(pem: string, names: readonly string[]): string[] {
  const missing = new Set(uncovered(pem, names));
  return names.filter((name) => isIP(name) === 0 && !missing.has(name));
}
