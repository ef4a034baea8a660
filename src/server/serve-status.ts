/** How the server does, for those who watch it: `/health` and `/metrics`. To anybody else there is nothing at these paths. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { PROTOCOL } from "../protocol/messages.ts";
import { factsOf, type Log } from "./log.ts";
import type { Held, Meter } from "./meter.ts";
import { createMetrics, METRICS_TYPE } from "./metrics.ts";
import { isLoopback, plainAddress } from "./network/addresses.ts";
import { pathOf } from "./serve-authority.ts";

export interface StatusOptions {
  /** Content hash of the served app. */
  readonly version: string;
  readonly meter: Meter;
  held(): Held;
  /** METRICS_TOKEN, if it is set. */
  readonly token: string | undefined;
  /** Whether the server is about to end. */
  stopping(): boolean;
  readonly log: Pick<Log, "error">;
}

/** What `/health` says; `uptime` is in whole seconds. */
export interface Health {
  readonly status: "ok" | "stopping";
  readonly version: string;
  readonly protocol: number;
  readonly uptime: number;
  readonly people: number;
  readonly connections: number;
}

/** What proxies add: who asks is somebody else then than who is connected (RFC 7239; RFC 9110, 7.6.3). */
const PROXIED = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * Answers a GET or HEAD for one of the two, and says whether it has. It has not for those who may not ask, so that they are answered
 * as for any path that does not exist. This computer itself may always ask; with METRICS_TOKEN, so may whoever sends that
 * (`Authorization: Bearer TOKEN`, RFC 6750).
 */
export function serveStatus({
  version,
  meter,
  held,
  token,
  stopping,
  log,
}: StatusOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  const metrics = createMetrics(meter, held);
  const health = (): Health => ({
    status: stopping() ? "stopping" : "ok",
    version,
    protocol: PROTOCOL,
    uptime: Math.floor(process.uptime()),
    people: held().people,
    connections: held().connections,
  });
  const allowed = (request: IncomingMessage) =>
    fromHere(request) || (token !== undefined && same(bearer(request.headers.authorization), token));
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const path = pathOf(request.url ?? "");
    if ((path !== "/health" && path !== "/metrics") || !allowed(request)) return false;
    if (path === "/health") {
      const now = health();
      answer(response, now.status === "ok" ? 200 : 503, "application/json", `${JSON.stringify(now)}\n`);
    } else {
      metrics().then(
        (text) => answer(response, 200, METRICS_TYPE, text),
        (error: unknown) => {
          log.error("metrics cannot be read", factsOf(error));
          answer(
            response,
            500,
            "text/plain; charset=utf-8",
            "The metrics cannot be read; the server's log says why.\n",
          );
        },
      );
    }
    return true;
  };
}

/** Asked by a program on this computer, for itself. */
function fromHere({ socket, headers }: IncomingMessage): boolean {
  const address = plainAddress(socket.remoteAddress ?? "");
  return isLoopback(address) && PROXIED.every((name) => headers[name] === undefined);
}

function bearer(header = ""): string {
  return /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? "";
}

/** Takes the same time for any two, of whatever length. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
    // A server that stops lets go of whoever has asked.
    ...(status === 503 && { Connection: "close" }),
  });
  // Node leaves the body out of the answer to HEAD by itself.
  response.end(text);
}
