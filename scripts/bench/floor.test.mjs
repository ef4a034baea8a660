import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import { certificate } from "../../test/helpers/signaling.ts";
import { put } from "../files.mjs";
import { end } from "../server.mjs";

const folder = mkdtempSync(join(tmpdir(), "earshot-floor-"));
/** @type {import("node:child_process").ChildProcess} */
let child;
/** @type {string} */
let url;

beforeAll(async () => {
  const { key, cert } = await certificate();
  put(folder, new Map(Object.entries({ "key.pem": key, "cert.pem": cert })));
  child = fork(fileURLToPath(new URL("floor.mjs", import.meta.url)), [folder, "0"], { execArgv: [] });
  const [message] = await once(child, "message");
  url = message.url.replace("https", "wss");
}, 60_000);
afterAll(async () => {
  await end(child, once(child, "exit"));
  rmSync(folder, { recursive: true });
});

async function open(/** @type {string} */ query) {
  const socket = new WebSocket(`${url}/rtc${query}`, { rejectUnauthorized: false });
  /** @type {string[]} */
  const heard = [];
  socket.on("message", (/** @type {Buffer} */ data, isBinary) =>
    heard.push(`${isBinary ? "binary" : "text"} ${data.toString()}`),
  );
  await once(socket, "open");
  return { socket, heard };
}

it("forwards frames as they came to the others of a room, and to nobody else", async () => {
  const people = await Promise.all(["?room=1", "?room=1", "?room=1", "?room=2", ""].map(open));
  const [sender, one, two, other, alone] = people.map(({ heard }) => heard);
  people[0]?.socket.send("not { JSON");
  people[0]?.socket.send(Buffer.from("bytes"));
  await expect.poll(() => one).toEqual(["text not { JSON", "binary bytes"]);
  await expect.poll(() => two).toEqual(one);
  // What has come to the others is here before the answers to these.
  for (const { socket } of people) socket.ping();
  await Promise.all(people.map(({ socket }) => once(socket, "pong")));
  expect([sender, other, alone]).toEqual([[], [], []]);
  for (const { socket } of people) socket.terminate();
});
