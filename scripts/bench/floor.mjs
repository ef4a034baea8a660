/**
 * What ws and TLS alone cost: a server that forwards frames and reads none of them. Sockets that were opened with the same
 * `/rtc?room=` hear each other's frames, as they came, and nothing else; without a room nobody is heard. Its TLS and its ws are
 * set as the real server's. Arguments: the folder of key.pem and cert.pem, and the port (0 for any); says `{url}` to its parent.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { WebSocketServer } from "ws";

const [folder = ".", port = "0"] = process.argv.slice(2);
const pem = (/** @type {string} */ name) => readFileSync(join(folder, name));

/** @type {Map<string, Set<import("ws").WebSocket>>} */
const rooms = new Map();

const server = createServer({ key: pem("key.pem"), cert: pem("cert.pem"), minVersion: "TLSv1.2" });
const sockets = new WebSocketServer({ server, path: "/rtc", perMessageDeflate: false });

sockets.on("connection", (socket, { url = "" }) => {
  socket.on("error", () => socket.terminate());
  const name = new URL(url, "wss://floor").searchParams.get("room");
  if (name === null) return;
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on("message", (data, isBinary) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: isBinary });
  });
  socket.on("close", () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});

server.listen({ host: "127.0.0.1", port: Number(port) }, () => {
  const address = server.address();
  if (typeof address === "object") process.send?.({ url: `https://127.0.0.1:${address?.port}` });
});
