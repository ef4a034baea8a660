/** The `/rtc` endpoint: upgrade, origin, parse, heartbeat, limits. What the messages mean is directory.ts's. */
import type { IncomingMessage } from "node:http";
import type { Server } from "node:https";
import type { Duplex } from "node:stream";
import { nanoid } from "nanoid";
import { type WebSocket, WebSocketServer } from "ws";
import { BEAT_EVERY, MAX_FRAME, SILENCE, type SignalMessage } from "../protocol/messages.ts";
import type { Delivered, Text } from "../protocol/talk.ts";
import { aboutFrame, midOf } from "./about.ts";
import type { Allowance } from "./bucket.ts";
import { Connection } from "./connection.ts";
import type { Audience, Delivery } from "./delivery.ts";
import { Directory, type Greeting, type Size } from "./directory.ts";
import { Fanout } from "./fanout.ts";
import { type Frame, type OtherMessage, readFrame } from "./frame.ts";
import type { Identity } from "./identity.ts";
import { factsOf, type Log } from "./log.ts";
import type { Meter } from "./meter.ts";
import { plainAddress } from "./network/addresses.ts";
import type { Room } from "./people.ts";
import { inSlices, turns } from "./slices.ts";
import { stamp, type Stamped, stampBytes } from "./stamp.ts";
import { textFrame } from "./text-frame.ts";
import { weigh } from "./weight.ts";

const PATH = "/rtc";

/** How often the clock is looked at, in milliseconds. */
const TICK = 1_000;

/** Changes of the directory are gathered for so long before everyone is told, in milliseconds. */
const GATHER = 100;

/** Everyone must know within `SILENCE` that a phone vanished, and a tick may come late by its whole length. */
const GIVE_UP = SILENCE - TICK;

/** Whoever has not said who they are after so many milliseconds is closed, with this code. */
export const IDENTIFY_WITHIN = 10_000;
export const UNKNOWN = 4002;

/** Frames above MAX_FRAME are answered with an error; above this, the connection is closed (1009) before they fill memory. */
const MAX_PAYLOAD = 4 * MAX_FRAME;
/** A frame comes in a few pieces, never in thousands, each of which would cost more than it brings. */
const PIECES = { maxFragments: 256, maxBufferedChunks: 4_096 };

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
  room: Room;
  /** Messages that one connection may send; absent for any number. */
  allowance?: Allowance | undefined;
  log: Log;
  meter: Meter;
  /** Whether a `Host` header names this server; by default any does. */
  ownHost?(host: string | undefined): boolean;
  /** Calls have begun, or the last one has ended. */
  inCalls?(on: boolean): void;
}

/** A frame on its way from one client to another. */
interface Relayed {
  from: Connection;
  frame: Frame;
  data: Buffer;
}

export interface Signaling {
  /** Tell everyone where the server answers from now on. */
  addressesChanged(addresses: readonly string[]): void;
  /** Tell everyone that the server stops (1012), and take nobody more. */
  close(): void;
  /** How much is held. */
  readonly size: Size;
}

/** Answer WebSocket upgrades of `server` on `/rtc`, and only there. */
export function serveSignaling(server: Server, options: SignalingOptions): Signaling {
  const {
    version,
    identity,
    iceServers,
    addresses,
    room,
    allowance,
    log,
    meter,
    ownHost = () => true,
    inCalls,
  } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Only those pings are answered that are not too many.
    autoPong: false,
    maxPayload: MAX_PAYLOAD,
    ...PIECES,
    perMessageDeflate: false,
    // SitePen's clients offer "userid" and their id, and a browser wants one of them back.
    handleProtocols: (offered) => (offered.has("userid") ? "userid" : false),
  });
  const directory = new Directory<Connection>({
    identity,
    newId: () => nanoid(),
    greeting: () => ({ version, iceServers, addresses: [...addresses()] }),
    startedAt: Date.now(),
    room,
  });
  const connections = new Set<Connection>();
  const fanout = () => new Fanout<Connection>((connection, frame) => connection.send(frame), turns);
  const audiences: Readonly<Record<Audience, Fanout<Connection>>> = { modern: fanout(), legacy: fanout() };
  let stopping = false;

  server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A peer that resets the connection in the middle of the handshake ends just that.
    socket.on("error", () => socket.destroy());
    // Whoever is refused, and whose answer cannot be written, is let go of when the server's patience ends. For others ws switches that off.
    socket.once("timeout", () => socket.destroy());
    if (stopping) return refuseUpgrade(socket, "503 Service Unavailable");
    if (pathOf(request) !== PATH) return refuseUpgrade(socket, "404 Not Found");
    if (!ownHost(request.headers.host)) return refuseUpgrade(socket, "421 Misdirected Request");
    if (!sameOrigin(request)) return refuseUpgrade(socket, "403 Forbidden");
    const address = plainAddress(request.socket.remoteAddress ?? "");
    sockets.handleUpgrade(request, socket, head, (webSocket) => connected(webSocket, socket, address));
  });

  function connected(socket: WebSocket, stream: Duplex, address: string): void {
    const connection = new Connection(socket, { stream, address, allowance, log, meter, now: Date.now() });
    connections.add(connection);
    socket.on("message", (data: Buffer, isBinary) => {
      const weight = weigh(data);
      const about = () => (data.length > MAX_FRAME ? {} : aboutFrame(data));
      if (connection.admits(weight, Date.now(), about)) received(connection, data, isBinary, weight);
    });
    // These cost as much as a message does.
    socket.on("ping", (data: Buffer) => {
      if (connection.admits(data.length, Date.now())) socket.pong(data);
    });
    socket.on("pong", (data: Buffer) => connection.admits(data.length, Date.now()));
    socket.on("error", (error) => log.warn("a connection was closed for what it sent", factsOf(error)));
    socket.on("close", (code) => {
      connections.delete(connection);
      listen(connection, undefined);
      deliver(directory.close(connection, GOODBYES.has(code), Date.now()));
      log.debug("a connection ended", { code, connections: connections.size });
    });
    log.debug("a connection was opened", { connections: connections.size });
    deliver(directory.open(connection, address));
  }

  function received(connection: Connection, data: Buffer, isBinary: boolean, weight: number): void {
    const since = performance.now();
    const frame = readFrame(data, isBinary);
    meter.received("message" in frame ? frame.message.type : "other");
    if (frame.kind === "ignored") return;
    if (frame.kind === "refused") return connection.refuse(frame.code, frame.reason, frame.about);
    const pass = (message: SignalMessage | Text | Delivered | OtherMessage): void => {
      deliver(directory.relay(connection, message, Date.now(), weight), { from: connection, frame, data });
      meter.relayed(performance.now() - since);
    };
    if (frame.kind === "other") return pass(frame.message);
    const { message } = frame;
    if (message.type === "beat") return connection.sayBeat();
    if (message.type !== "identify") return pass(message);
    deliver(directory.identify(connection, message.data, Date.now()));
    listen(connection, directory.audienceOf(connection));
  }

  /** Whoever is told of changes has been given the list before. */
  function listen(connection: Connection, audience: Audience | undefined): void {
    for (const each of ["modern", "legacy"] as const) {
      if (each !== audience) audiences[each].delete(connection);
      else if (!audiences[each].has(connection)) audiences[each].add(connection);
    }
  }

  /** `relayed` is the frame that these come of, if they do of one from a client to another. */
  function deliver(deliveries: Delivery<Connection>[], relayed?: Relayed): void {
    for (const delivery of deliveries) {
      if ("close" in delivery) {
        listen(delivery.close, undefined);
        delivery.close.close(delivery.code, delivery.reason);
      } else if ("all" in delivery) {
        const audience = audiences[delivery.all];
        if (audience.size > 0)
          audience.publish(textFrame(Buffer.from(JSON.stringify(delivery.message))), delivery.except);
      } else if ("written" in delivery) {
        delivery.to.send(textFrame(...delivery.written));
      } else {
        const { to, message, source } = delivery;
        // Who is far behind loses what others say, not the connection: otherwise anybody could cut anybody off.
        if (relayed && source !== undefined && to.congested) {
          const { target, ...data } = "data" in message ? (message.data as { target?: string }) : {};
          const about = { target, ...midOf(data) };
          relayed.from.refuse("too-fast", "this person's connection takes no more at this moment", about);
          continue;
        }
        for (const audience of Object.values(audiences)) audience.catchUp(to);
        if (message.type === "error") meter.refused((message.data as { code: string }).code);
        // What the directory has written anew is not in the frame.
        const asItCame = relayed && "message" in relayed.frame && relayed.frame.message === message;
        const parts = source !== undefined && asItCame && stamped(relayed, source);
        if (parts) to.send(textFrame(...parts));
        else to.say(source === undefined ? message : stamp(message as SignalMessage, source));
      }
    }
    tellSoon();
  }

  function stamped({ frame, data }: Relayed, source: string): Stamped | undefined {
    return "json" in frame ? stampBytes(data, frame.json, source) : undefined;
  }

  let telling: NodeJS.Timeout | undefined;
  let told = -GATHER;
  /** Everyone is told of what has changed: at once after a quiet time, else when so much has been gathered. */
  function tellSoon(): void {
    if (telling !== undefined || !directory.changed) return;
    telling = setTimeout(
      () => {
        telling = undefined;
        told = performance.now();
        deliver(directory.flush());
      },
      Math.max(0, told + GATHER - performance.now()),
    );
  }

  let calling = false;
  let minding = false;
  const tick = setInterval(() => {
    const now = Date.now();
    if (directory.inCalls !== calling) inCalls?.((calling = !calling));
    deliver(directory.tick(now));
    if (minding) return;
    minding = true;
    inSlices(
      connections,
      (connection) => mind(connection, now),
      () => (minding = false),
      turns,
    );
  }, TICK);

  function mind(connection: Connection, now: number): void {
    if (now - connection.heardAt >= GIVE_UP) return connection.cut();
    if (now - connection.openedAt >= IDENTIFY_WITHIN && directory.audienceOf(connection) === undefined)
      return connection.close(UNKNOWN, "say who you are within 10 s");
    if (now - connection.beatAt >= BEAT_EVERY)
      connection.beat(now, { ping: directory.audienceOf(connection) !== "modern" });
  }

  return {
    addressesChanged: (changed) => deliver(directory.addressesChanged(changed)),
    get size() {
      return directory.size;
    },
    close() {
      clearInterval(tick);
      clearTimeout(telling);
      stopping = true;
      for (const connection of connections) connection.close(RESTARTING, "the server stops");
    },
  };
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
