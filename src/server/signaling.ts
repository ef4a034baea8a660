/** The `/rtc` endpoint: upgrade, origin, parse, heartbeat. What the messages mean is directory.ts's. */
import type { IncomingMessage } from "node:http";
import type { Server } from "node:https";
import type { Duplex } from "node:stream";
import { nanoid } from "nanoid";
import { type WebSocket, WebSocketServer } from "ws";
import { BEAT_EVERY, MAX_FRAME, SILENCE } from "../protocol/messages.ts";
import { type Delivery, Directory, type Greeting } from "./directory.ts";
import { readFrame } from "./frame.ts";
import type { Identity } from "./identity.ts";

const PATH = "/rtc";

/** How often the clock is looked at, in milliseconds. */
const TICK = 1_000;

/** Everyone must know within `SILENCE` that a phone vanished, and a tick may come late by its whole length. */
const GIVE_UP = SILENCE - TICK;

/** Frames above MAX_FRAME are answered with an error; above this, the connection is closed (1009) before they fill memory. */
const MAX_PAYLOAD = 4 * MAX_FRAME;

/** Close codes of a page that left on purpose (RFC 6455, 7.4.1); anything else may come back. */
const GOODBYES = new Set([1000, 1001, 1005]);
const RESTARTING = 1012;

/** What the endpoint needs of the rest of the server. */
export interface SignalingOptions {
  version: string;
  identity: Identity;
  iceServers: Greeting["iceServers"];
  /** Where this server answers now, best first. */
  addresses: () => readonly string[];
  /** Whether a `Host` header names this server; by default any does. */
  ownHost?(host: string | undefined): boolean;
  /** Calls have begun, or the last one has ended. */
  inCalls?(on: boolean): void;
}

export interface Signaling {
  /** Tell everyone where the server answers from now on. */
  addressesChanged(addresses: readonly string[]): void;
  /** Tell everyone that the server stops (1012). */
  close(): void;
}

/** Answer WebSocket upgrades of `server` on `/rtc`, and only there. */
export function serveSignaling(
  server: Server,
  { version, identity, iceServers, addresses, ownHost = () => true, inCalls }: SignalingOptions,
): Signaling {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    perMessageDeflate: false,
    // SitePen's clients offer "userid" and their id, and a browser wants one of them back.
    handleProtocols: (offered) => (offered.has("userid") ? "userid" : false),
  });
  const directory = new Directory<WebSocket>({
    identity,
    newId: () => nanoid(),
    greeting: () => ({ version, iceServers, addresses: [...addresses()] }),
    startedAt: Date.now(),
  });
  /** When each connection was last heard, in milliseconds since 1970. */
  const heard = new Map<WebSocket, number>();

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer that resets the connection in the middle of the handshake ends just that.
    socket.on("error", () => socket.destroy());
    if (pathOf(request) !== PATH) return refuseUpgrade(socket, "404 Not Found");
    if (!ownHost(request.headers.host)) return refuseUpgrade(socket, "421 Misdirected Request");
    if (!sameOrigin(request)) return refuseUpgrade(socket, "403 Forbidden");
    sockets.handleUpgrade(request, socket, head, connected);
  });

  function connected(socket: WebSocket): void {
    heard.set(socket, Date.now());
    socket.on("message", (data, isBinary) => {
      heard.set(socket, Date.now());
      deliver(received(socket, data as Buffer, isBinary));
    });
    socket.on("pong", () => heard.set(socket, Date.now()));
    socket.on("error", (error) => console.warn(`A connection was closed: ${error.message}`));
    socket.on("close", (code) => {
      heard.delete(socket);
      deliver(directory.close(socket, GOODBYES.has(code), Date.now()));
    });
    deliver(directory.open(socket));
  }

  function received(socket: WebSocket, data: Buffer, isBinary: boolean): Delivery<WebSocket>[] {
    const frame = readFrame(data, isBinary);
    switch (frame.kind) {
      case "ignored":
        return [];
      case "refused":
        return [{ to: [socket], message: { type: "error", data: { code: frame.code, message: frame.reason } } }];
      case "other":
        return directory.relay(socket, frame.message, Date.now());
    }
    const { message } = frame;
    if (message.type === "beat") return [{ to: [socket], message: { type: "beat" } }];
    if (message.type === "identify") return directory.identify(socket, message.data, Date.now());
    return directory.relay(socket, message, Date.now());
  }

  function deliver(deliveries: Delivery<WebSocket>[]): void {
    for (const delivery of deliveries) {
      if ("close" in delivery) {
        delivery.close.close(delivery.code, delivery.reason);
      } else {
        const frame = JSON.stringify(delivery.message);
        for (const socket of delivery.to) send(socket, frame);
      }
    }
  }

  let calling = false;
  const tick = setInterval(() => {
    const now = Date.now();
    if (directory.inCalls !== calling) inCalls?.((calling = !calling));
    for (const [socket, at] of heard) if (now - at >= GIVE_UP) socket.terminate();
    deliver(directory.tick(now));
  }, TICK);
  // Pages of ours need a message, which they can see; clients of the old protocol, and tools, answer a ping.
  const beat = setInterval(() => {
    for (const socket of heard.keys()) {
      send(socket, '{"type":"beat"}');
      socket.ping();
    }
  }, BEAT_EVERY);

  return {
    addressesChanged: (changed) => deliver(directory.addressesChanged(changed)),
    close() {
      clearInterval(tick);
      clearInterval(beat);
      for (const socket of heard.keys()) socket.close(RESTARTING, "the server stops");
      sockets.close();
    },
  };
}

/** A socket that closes hears nothing more; its `close` event does what must be done then. */
function send(socket: WebSocket, frame: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.send(frame, (failure) => {
    if (failure) console.warn(`A frame was not sent: ${failure.message}`);
  });
}

function pathOf(request: IncomingMessage): string | undefined {
  return request.url?.split("?", 1)[0];
}

/** A browser names the page's origin, which must be this very server; other programs name none. */
function sameOrigin({ headers: { origin, host } }: IncomingMessage): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
