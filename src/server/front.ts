/** One port for HTTPS and for plain HTTP: the first byte of a connection tells which it is. */
import type { Server as PlainServer } from "node:http";
import type { Server as SecureServer } from "node:https";
import { createServer, type Server, type Socket } from "node:net";

/** A TLS record that shakes hands begins with it (RFC 8446, 5.1); no HTTP request does. */
const HANDSHAKE = 0x16;

export interface FrontOptions {
  secure: SecureServer;
  plain: PlainServer;
  /** How long a connection may be silent at first, in milliseconds. */
  patience: number;
  /** Somebody has come, by either way. */
  arrived?(socket: Socket): void;
}

/** The server that listens; `secure` and `plain` get the connections that are theirs. Errors of a connection end just that. */
export function createFront({ secure, plain, patience, arrived }: FrontOptions): Server {
  // They start to watch over slow requests when they listen, which these two never do themselves.
  for (const server of [secure, plain]) server.emit("listening");

  return createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    const giveUp = () => socket.destroy();
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
}
