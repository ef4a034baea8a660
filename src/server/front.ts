/** One port for HTTPS and for plain HTTP: the first byte of a connection tells which it is. */
import type { Server as PlainServer } from "node:http";
import type { Server as SecureServer } from "node:https";
import { createServer, type Server, type Socket } from "node:net";
import { Gate, type GateLimits } from "./gate.ts";
import { plainAddress } from "./network/addresses.ts";

/** A TLS record that shakes hands begins with it (RFC 8446, 5.1); no HTTP request does. */
const HANDSHAKE = 0x16;

export interface FrontOptions {
  secure: SecureServer;
  plain: PlainServer;
  /** How long a connection may be silent at first, in milliseconds. */
  patience: number;
  /** What one address may have; by default anything. */
  limits?: GateLimits | undefined;
  /** Connections that there may be in all; by default any number. */
  most?: number | undefined;
  /** Somebody has come, by either way. */
  arrived?(socket: Socket): void;
  /** A connection was dropped unread, since there are too many, from its address or in all. */
  refused?(why: "address" | "all"): void;
}

/** The server that listens; `secure` and `plain` get the connections that are theirs. Errors of a connection end just that. */
export function createFront(options: FrontOptions): Server {
  const { secure, plain, patience, limits, most, arrived, refused } = options;
  const gate = limits && new Gate(limits);
  // They start to watch over slow requests when they listen, which these two never do themselves.
  for (const server of [secure, plain]) server.emit("listening");

  const front = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const giveUp = () => socket.destroy();
    const address = plainAddress(socket.remoteAddress ?? "");
    // Before TLS begins, which costs more than all that comes after it.
    if (gate?.admits(address, performance.now()) === false) {
      refused?.("address");
      return giveUp();
    }
    socket.once("close", () => gate?.leaves(address));
    const silence = setTimeout(giveUp, patience);
    // For good: TLS reads from below it, and leaves it what goes wrong there.
    socket.on("error", giveUp);
    socket.once("close", () => clearTimeout(silence));
    socket.once("end", giveUp);
    socket.once("data", (first) => {
      socket.pause();
      clearTimeout(silence);
      socket.off("end", giveUp);
      socket.unshift(first);
      arrived?.(socket);
      if (first[0] === HANDSHAKE) {
        // TLS reads what waits by itself.
        secure.emit("connection", socket);
      } else {
        plain.emit("connection", socket);
        socket.resume();
      }
    });
  });
  front.on("drop", () => refused?.("all"));
  if (most !== undefined) front.maxConnections = most;
  return front;
}
