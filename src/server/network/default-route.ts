/** Which of its own addresses this computer would speak from to the world outside; nothing is sent to find out. */
import { createSocket, type Socket } from "node:dgram";

/** Addresses for documentation, which nobody has (RFC 5737; RFC 3849). */
const OUTSIDE = { udp4: "192.0.2.1", udp6: "2001:db8::1" } as const;
/** The discard service (RFC 863); any would do. */
const PORT = 9;

/**
 * The address of this computer on the way out, IPv4 if there is one; undefined if there is no way. Connecting a UDP
 * socket only asks the system for its route: no packet leaves.
 */
export async function defaultRoute(): Promise<string | undefined> {
  return (await ownAddress("udp4")) ?? (await ownAddress("udp6"));
}

function ownAddress(type: keyof typeof OUTSIDE): Promise<string | undefined> {
  return new Promise((resolve) => {
    let socket: Socket;
    try {
      socket = createSocket(type);
    } catch {
      // Such as EAFNOSUPPORT, where IPv6 is switched off.
      resolve(undefined);
      return;
    }
    socket.once("connect", () => {
      const { address } = socket.address();
      socket.close(() => resolve(address));
    });
    // No route (ENETUNREACH) or no address to use it with (EADDRNOTAVAIL): that is the answer, not a failure.
    socket.once("error", () => socket.close(() => resolve(undefined)));
    socket.connect(PORT, OUTSIDE[type]);
  });
}
