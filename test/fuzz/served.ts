/** The server under fuzz, as a process of its own: everything behind the port as in main.ts, with a parent that can look inside. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { isOwnHost } from "../../src/server/hosts.ts";
import { serveSignaling } from "../../src/server/signaling.ts";
import { createWeb } from "../../src/server/web.ts";
import { paced } from "../../scripts/timeouts.mjs";
import { OPTIONS } from "../helpers/signaling.ts";

export interface Pair {
  readonly key: string;
  readonly cert: string;
}

/** What the parent asks for. */
export type Ask = { ask: "census" } | { ask: "later"; ms: number };

/** What is held. */
export interface Census {
  readonly heap: number;
  /** Of Node's kinds of resources, how many of each keep the process alive. */
  readonly handles: Readonly<Record<string, number>>;
  readonly size: Readonly<Record<string, number>>;
  /** How often each event was logged. */
  readonly logged: Readonly<Record<string, number>>;
}

export type Answer = { port: number } | { census: Census } | { crash: string };

/** How long a connection may be silent at first, in milliseconds. */
const PATIENCE = paced(3_000);
const { key, cert } = JSON.parse(process.env["FUZZ_PAIR"] ?? "") as Pair;
const room = { people: 100_000, perAddress: 100_000 };
const tell = (answer: Answer) => process.send?.(answer);

// Whatever escapes from a connection is what is looked for.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => tell({ crash: error instanceof Error ? (error.stack ?? "") : String(error) }));
}

// Node opens these when the first socket is closed: they are there from the start, and no handles that are left over.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

let ahead = 0;
const { now } = Date;
Date.now = () => now() + ahead;

const logged: Record<string, number> = {};
const note = (event: string) => void (logged[event] = (logged[event] ?? 0) + 1);
const log = { debug: note, info: note, warn: note, error: note };
const web = createWeb({
  certificates: {
    pair: { key, cert },
    authority: undefined,
    warning: undefined,
    refresh: () => Promise.resolve(false),
  },
  page: (request, response) => {
    request.resume();
    response.end("page");
  },
  joining: { script: "", style: "" },
  status: () => false,
  log,
  names: () => new Set(["localhost"]),
  places: () => [],
  shown: () => [],
  port: () => 0,
  arrived: () => undefined,
  room,
  patience: PATIENCE,
});
const signaling = serveSignaling(web.secure, {
  ...OPTIONS,
  ownHost: (host) => isOwnHost(host, new Set(["localhost"])),
  room,
  log,
});

process.on("message", (message: Ask) => {
  if (message.ask === "later") {
    ahead += message.ms;
    return;
  }
  // Twice: what the first lets go of may hold more.
  for (let n = 0; n < 2; n++) globalThis.gc?.();
  const handles: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) handles[kind] = (handles[kind] ?? 0) + 1;
  tell({ census: { heap: process.memoryUsage().heapUsed, handles, size: { ...signaling.size }, logged } });
});

await once(web.front.listen(0, "127.0.0.1"), "listening");
tell({ port: (web.front.address() as AddressInfo).port });
