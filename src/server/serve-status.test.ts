import { once } from "node:events";
import { createServer, request, type RequestOptions, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, answerTo } from "../../test/helpers/http.ts";
import { Meter } from "./meter.ts";
import { serveStatus, type StatusOptions } from "./serve-status.ts";

const TOKEN = "0123456789abcdef";
const held = { connections: 5, people: 4, away: 1, offers: 2, missed: 3, texts: 4 };

let server: Server;
let port: number;
/** Where the next request comes from, as Node spells it. */
let from: string;
let stopping: boolean;
let errors: string[];
let options: StatusOptions;

beforeEach(async () => {
  [from, stopping, errors] = ["127.0.0.1", false, []];
  options = {
    version: "c0ffee",
    meter: new Meter(),
    held: () => held,
    token: undefined,
    stopping: () => stopping,
    log: { error: (event) => errors.push(event) },
  };
  server = createServer((asked, response) => {
    Object.defineProperty(asked.socket, "remoteAddress", { value: from, configurable: true });
    if (!serveStatus(options)(asked, response)) response.writeHead(404).end("Not found");
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  server.close();
});

const ask = (path: string, more: RequestOptions = {}): Promise<Answer> =>
  answerTo(request({ port, host: "127.0.0.1", path, agent: false, ...more }));
const status = async (path: string, headers: Record<string, string> = {}) => (await ask(path, { headers })).status;

describe("who asks", () => {
  it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "::FFFF:127.0.0.1"])(
    "on this computer is answered: %s",
    async (address) => {
      from = address;
      expect(await status("/health")).toBe(200);
      expect(await status("/metrics")).toBe(200);
    },
  );

  it.each([
    "192.168.1.20",
    "::ffff:192.168.1.20",
    "fe80::1%eth0",
    "fd00::127.0.0.1",
    "::",
    "0.0.0.0",
    "1127.0.0.1",
    "",
  ])("from elsewhere finds nothing: %j", async (address) => {
    from = address;
    for (const path of ["/health", "/metrics"]) {
      expect(await status(path)).toBe(404);
      // There is no token to be known.
      expect(await status(path, { Authorization: "Bearer " })).toBe(404);
      expect(await status(path, { Authorization: "Bearer undefined" })).toBe(404);
    }
  });

  it.each(["Forwarded", "X-Forwarded-For", "X-Real-IP", "X-Forwarded-Host", "Via"])(
    "through a proxy on this computer is from elsewhere: %s",
    async (header) => {
      expect(await status("/metrics", { [header]: "for=192.168.1.20" })).toBe(404);
      expect(await status("/health", { [header]: "" })).toBe(404);
      options = { ...options, token: TOKEN };
      expect(await status("/metrics", { [header]: "x", Authorization: `Bearer ${TOKEN}` })).toBe(200);
    },
  );

  it("knows the token, from wherever", async () => {
    options = { ...options, token: TOKEN };
    from = "192.168.1.20";
    for (const header of [`Bearer ${TOKEN}`, `bearer  ${TOKEN} `])
      expect(await status("/metrics", { Authorization: header })).toBe(200);
    const wrong = [
      "Bearer ",
      `Bearer ${TOKEN}0`,
      `Bearer ${TOKEN.slice(1)}`,
      `Basic ${TOKEN}`,
      TOKEN,
      `Bearer x ${TOKEN}`,
    ];
    for (const header of wrong)
      expect([header, await status("/metrics", { Authorization: header })]).toEqual([header, 404]);
    expect(await status("/health")).toBe(404);
    // This computer needs none.
    from = "::1";
    expect(await status("/health")).toBe(200);
  });
});

describe("an answer", () => {
  it("about health says who, since when, and how many", async () => {
    const { status, headers, body } = await ask("/health?from=here");
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const { uptime, ...rest } = JSON.parse(body.toString()) as { [field: string]: unknown };
    expect(rest).toEqual({ status: "ok", version: "c0ffee", protocol: 1, people: 4, connections: 5 });
    expect(Number.isInteger(uptime) && Number(uptime) >= 0 && Number(uptime) < 3_600).toBe(true);
  });

  it("while the server stops says so, and is the last", async () => {
    stopping = true;
    const { status, headers, body } = await ask("/health", { headers: { Connection: "keep-alive" } });
    expect(status).toBe(503);
    expect(headers.connection).toBe("close");
    expect(JSON.parse(body.toString())).toMatchObject({ status: "stopping" });
  });

  it("holds metrics as Prometheus reads them", async () => {
    options.meter.received("offer");
    const { headers, body } = await ask("/metrics");
    expect(headers).toMatchObject({
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "content-length": String(body.length),
      "cache-control": "no-store",
    });
    expect(body.toString()).toContain('\nearshot_frames_received_total{type="offer"} 1\n');
  });

  it("to HEAD has no body, and to other methods there is none", async () => {
    const { status, headers, body } = await ask("/health", { method: "HEAD" });
    expect([status, body.length]).toEqual([200, 0]);
    expect(Number(headers["content-length"])).toBeGreaterThan(50);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      for (const path of ["/health", "/metrics"]) expect((await ask(path, { method })).status).toBe(404);
    for (const path of ["/", "/health/", "/metrics.txt", "/Health"]) expect((await ask(path)).status).toBe(404);
  });

  it("that cannot be made is a failure, and logged", async () => {
    options = {
      ...options,
      held: () => {
        throw new Error("no");
      },
    };
    const { status, body } = await ask("/metrics");
    expect(status).toBe(500);
    expect(body.toString()).toContain("log says why");
    expect(errors).toEqual(["metrics cannot be read"]);
  });
});
