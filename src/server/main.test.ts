import { type ChildProcess, spawn } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createConnection, createServer, isIP, type AddressInfo } from "node:net";
import { hostname, networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { REACTION, STARTUP } from "../../scripts/timeouts.mjs";
import { WebSocket } from "ws";
import { makeCertificate } from "./certificate/make-certificate.ts";

const root = join(import.meta.dirname, "..", "..");
let folder: string;
/** Where the servers start; holds the pair that the first of them makes. */
let cwd: string;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-main-"));
  cwd = join(folder, "work");
  for (const path of ["dist/client", "dist/joining", "work"]) mkdirSync(join(folder, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  writeFileSync(join(folder, "dist/client/index.html"), "<title>Earshot</title>");
  for (const name of ["script.js", "style.css"]) writeFileSync(join(folder, "dist/joining", name), "");
  writeFileSync(join(folder, "dist/version.json"), '{"version":"c0ffee"}');
  await build({
    entryPoints: [join(import.meta.dirname, "main.ts")],
    outfile: join(folder, "dist/server/main.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  // Makes the pair, so that each test starts in the same place.
  const first = start();
  await first.up();
  await first.stop();
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Start the bundled server in `at`, with these options of Node, and listen to what it says. */
function start(env: Record<string, string> = {}, at = cwd, options: string[] = []) {
  const { PATH = "" } = process.env;
  const usual = { HOST: "127.0.0.1", PORT: "0", EARSHOT_HOME: join(folder, "state"), LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, [...options, join(folder, "dist/server/main.js")], {
    cwd: at,
    env: { PATH, ...usual, ...env },
  });
  running.push(child);
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  child.stderr.on("data", (chunk) => (err += String(chunk)));
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, out, err }));
  return {
    child,
    ended,
    errors: () => err,
    /** What it has logged. */
    logged: () =>
      err
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { [fact: string]: unknown }),
    /** The server is up; fails if it ends instead. */
    async up() {
      await vi.waitUntil(() => out.includes("Press Ctrl-C") || child.exitCode !== null, STARTUP);
      const port = Number(/https:\/\/\S+:(\d+)/.exec(out)?.[1]);
      if (!port) throw new Error(`The server is not up: ${err}${out}`);
      return { port, out };
    },
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

/** A start that must fail: its one line, without the product's name. */
async function refusal(env: Record<string, string>, at?: string): Promise<string> {
  const { code, out, err } = await start(env, at).ended;
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^Earshot: [^\n]+\n$/);
  return err.slice("Earshot: ".length, -1);
}

/** An empty folder of its own, with these files. */
function place(name: string, files: Record<string, string> = {}): string {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of Object.entries(files)) writeFileSync(join(path, file), content);
  return path;
}

/** Send `text` over TLS and return the whole answer. */
async function exchange(port: number, text: string, host = "127.0.0.1"): Promise<string> {
  const socket = connect({ host, port, rejectUnauthorized: false });
  let answer = "";
  socket.on("data", (chunk) => (answer += String(chunk)));
  socket.write(text);
  await once(socket, "close");
  return answer;
}

/** The fingerprint of the certificate that is served. */
async function served(port: number): Promise<string> {
  const socket = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const { fingerprint256 } = socket.getPeerX509Certificate()!;
  socket.destroy();
  return fingerprint256;
}

const trust = () => ({ ca: readFileSync(join(folder, "state", "authority.pem"), "utf8") });

async function call(
  port: number,
  trusting: object = trust(),
): Promise<{ socket: WebSocket; ready: { [field: string]: unknown } }> {
  const socket = new WebSocket(`wss://127.0.0.1:${port}/rtc`, trusting);
  const [data] = (await once(socket, "message")) as [Buffer];
  return { socket, ready: JSON.parse(data.toString()) as { [field: string]: unknown } };
}

describe("a start", () => {
  it("makes a pair once, and prints where it is and how to stop", async () => {
    const pair = () => ["key.pem", "cert.pem"].map((name) => readFileSync(join(cwd, name), "utf8"));
    const before = pair();
    const { port, out } = await start().up();
    expect(out).toMatch(/^Earshot c0ffee\n/);
    expect(out).toContain(`\n  https://127.0.0.1:${port}`);
    expect(out).toMatch(/\nPress Ctrl-C to stop\.\n$/);
    expect(pair()).toEqual(before);
    expect(readdirSync(cwd).sort()).toEqual(["cert.pem", "key.pem"]);
  });

  it("serves the page and the socket on one port", async () => {
    const ICE_SERVERS = '[{"urls": "stun:127.0.0.1"}]';
    const { port } = await start({ ICE_SERVERS }).up();
    const page = await exchange(port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
    expect(page).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(page).toContain(`connect-src 'self' wss://127.0.0.1:${port}\r\n`);
    expect(page).toContain("<title>Earshot</title>");

    const { socket, ready } = await call(port);
    expect(ready).toMatchObject({
      type: "ready",
      version: "c0ffee",
      iceServers: [{ urls: "stun:127.0.0.1" }],
      addresses: [`https://127.0.0.1:${port}`],
    });
    socket.close();
  });

  it("gives the same tokens after a restart", async () => {
    const first = start();
    const { ready } = await call((await first.up()).port);
    await first.stop();
    const { socket } = await call((await start().up()).port);
    socket.send(
      JSON.stringify({ type: "identify", data: { id: ready["id"], token: ready["token"], name: "Ada", protocol: 1 } }),
    );
    const [data] = (await once(socket, "message")) as [Buffer];
    expect(JSON.parse(data.toString())).toMatchObject({ type: "peers", data: { full: true } });
    socket.close();
  });

  it("answers another upgrade with 404 and closes", async () => {
    const { port } = await start().up();
    const upgrade = `Host: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
    expect(await exchange(port, `GET /other HTTP/1.1\r\n${upgrade}`)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it("speaks TLS 1.2 and 1.3 only", async () => {
    const { port } = await start().up();
    const speak = async (version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") => {
      const ciphers = "DEFAULT:@SECLEVEL=0";
      const options = { host: "127.0.0.1", port, ciphers, minVersion: version, maxVersion: version, ...trust() };
      const socket: TLSSocket = connect(options);
      try {
        await once(socket, "secureConnect");
        return socket.getProtocol();
      } catch (error) {
        return (error as NodeJS.ErrnoException).code;
      } finally {
        socket.destroy();
      }
    };
    expect(await speak("TLSv1.1")).toBe("ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION");
    expect(await speak("TLSv1.2")).toBe("TLSv1.2");
    expect(await speak("TLSv1.3")).toBe("TLSv1.3");
  });

  it("reads .env, and signs a certificate anew for an address that it does not cover", async () => {
    const old = place("old", { ".env": "NAMES=ship.lan\nPORT=nonsense\n" });
    for (const name of ["key.pem", "cert.pem"]) writeFileSync(join(old, name), readFileSync(join(cwd, name)));
    const covers = () => new X509Certificate(readFileSync(join(old, "cert.pem")));
    expect(covers().checkHost("ship.lan")).toBeUndefined();
    // Another loopback address; only Linux has it without being told.
    const HOST = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";
    await start({ HOST }, old).up();
    expect(covers().checkHost("ship.lan")).toBe("ship.lan");
    expect(covers().checkIP(HOST)).toBe(HOST);
  });

  it("answers plain HTTP on the same port: a page that helps in, the authority, and nothing of the app", async () => {
    const { port } = await start().up();
    const at = `http://127.0.0.1:${port}`;
    const page = await fetch(at);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("certificate");
    const certificate = new X509Certificate(Buffer.from(await (await fetch(`${at}/ca.crt`)).arrayBuffer()));
    expect(certificate.fingerprint256).toBe(new X509Certificate(trust().ca).fingerprint256);
    for (const path of ["/index.html", "/rtc", "/ready.txt"]) {
      const { status, headers } = await fetch(at + path, { redirect: "manual" });
      expect([status, headers.get("location")]).toEqual([303, "/"]);
    }
    const secured = await exchange(port, `GET /ca.crt HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    expect(secured).toMatch(/^HTTP\/1.1 200 [^]*application\/x-x509-ca-cert/);
  });

  it("goes by its own names, and by no other", async () => {
    const { port } = await start({ NAMES: "ship.lan" }).up();
    const status = async (host: string) =>
      (await exchange(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).slice(9, 12);
    for (const host of ["ship.lan", `ship.lan:${port}`, "localhost", "10.9.8.7", `${hostname()}.local`.toLowerCase()])
      expect([host, await status(host)]).toEqual([host, "200"]);
    expect(await status("evil.example")).toBe("421");
  });

  it("serves the operator's own pair, anew when its files change, and offers no authority then", async () => {
    const place = join(folder, "operator");
    const made = async () => makeCertificate({ keyPath: join(place, "key.pem"), certPath: join(place, "cert.pem") });
    mkdirSync(place);
    await made();
    const { port } = await start({}, place).up();
    const first = await served(port);
    expect(first).toBe(new X509Certificate(readFileSync(join(place, "cert.pem"))).fingerprint256);
    expect((await fetch(`http://127.0.0.1:${port}/ca.crt`, { redirect: "manual" })).status).toBe(303);
    const { socket } = await call(port, { rejectUnauthorized: false });
    await made();
    await vi.waitUntil(async () => (await served(port)) !== first, REACTION);
    // The connection that was there before is there still.
    socket.send('{"type":"beat"}');
    const [data] = (await once(socket, "message")) as [Buffer];
    expect(data.toString()).toContain("beat");
    socket.close();
  });
});

describe("a start that fails says why in one line", () => {
  it("about a value", async () => {
    expect(await refusal({ PORT: "70000" })).toMatch(/^PORT is "70000"; it must be/);
    expect(await refusal({ PORT: "" }, place("dotenv", { ".env": "PORT=http" }))).toMatch(
      /^PORT is "http"; it must be/,
    );
    expect(await refusal({ ICE_SERVERS: "stun:a" })).toMatch(/^ICE_SERVERS is not JSON/);
    expect(await refusal({ KEY: "key.pem" })).toMatch(/^KEY is set, but CERT is not/);
    expect(await refusal({ LOG_LEVEL: "loud" })).toMatch(/^LOG_LEVEL is "loud"; it must be one of/);
    expect(await refusal({ METRICS_TOKEN: "hunter2" })).toMatch(/^METRICS_TOKEN must be 16 or more (?!.*hunter2)/);
  });

  it("about the port and the host", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toMatch(new RegExp(`^PORT ${port} is in use.* or to 0 `));
    other.close();
    expect(await refusal({ HOST: "203.0.113.1" })).toMatch(/^HOST 203\.0\.113\.1 is not an address of this computer/);
  });

  it("about files", async () => {
    expect(await refusal({ KEY: "none.pem", CERT: "cert.pem" })).toMatch(
      /^KEY: cannot read .*none\.pem: it does not exist/,
    );
    expect(await refusal({ KEY: "cert.pem", CERT: "key.pem" })).toMatch(/^KEY and CERT are swapped/);
    expect(await refusal({}, place("half", { "key.pem": "" }))).toMatch(
      /half.key\.pem is there, but .*half.cert\.pem is missing; put it back, or delete both/,
    );
    expect(await refusal({ EARSHOT_HOME: join(cwd, "key.pem") })).toMatch(
      /^EARSHOT_HOME: cannot \w+ .*: a file is in the way/,
    );
    mkdirSync(join(place("odd"), ".env"));
    expect(await refusal({}, join(folder, "odd"))).toMatch(/^Cannot read .*\.env: it is a folder/);
  });
});

describe("a running server", () => {
  it("ends at once, and tells its sockets; a second signal is harmless", async () => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      const server = start();
      const { port } = await server.up();
      const { socket } = await call(port);
      const closed = once(socket, "close");
      const idle = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
      await once(idle, "secureConnect");
      idle.on("error", () => idle.destroy());
      const raw = createConnection({ host: "127.0.0.1", port });
      await once(raw, "connect");
      raw.on("error", () => raw.destroy());

      const began = performance.now();
      server.child.kill(signal);
      server.child.kill(signal);
      expect(await server.ended).toMatchObject({ code: 0, err: "" });
      expect(performance.now() - began).toBeLessThan(2_000);
      expect((await closed)[0]).toBe(1012);
    }
  });

  it("tells everybody that it stops, and does not wait for those who cannot hear it", async () => {
    const server = start({ MAX_PER_ADDRESS: "1000" });
    const { port } = await server.up();
    const everybody: WebSocket[] = [];
    // Some at a time, since a busy machine may take long to shake hands.
    while (everybody.length < 300) {
      const more = await Promise.all(Array.from({ length: 50 }, () => call(port, { rejectUnauthorized: false })));
      everybody.push(...more.map(({ socket }) => socket));
    }
    const codes = everybody.map(async (socket) => ((await once(socket, "close")) as [number])[0]);
    const { socket: deaf } = await call(port, { rejectUnauthorized: false });
    deaf.pause();
    const half = createConnection({ host: "127.0.0.1", port });
    half.on("error", () => half.destroy());
    await once(half, "connect");
    half.write("\x16\x03\x01");

    const began = performance.now();
    expect(await server.stop()).toMatchObject({ code: 0, err: "" });
    const took = performance.now() - began;
    expect(took).toBeLessThan(2_000);
    // For the one that is deaf, as long as there is time.
    expect(took).toBeGreaterThan(1_000);
    expect(new Set(await Promise.all(codes))).toEqual(new Set([1012]));
    deaf.terminate();
  });

  it("takes nobody in while it stops, and says so to those who are still there", async () => {
    const server = start();
    const { port } = await server.up();
    const { socket: deaf } = await call(port);
    deaf.pause();
    const watcher = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
    let answer = "";
    watcher.on("data", (chunk) => (answer += String(chunk)));
    watcher.write("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    await vi.waitUntil(() => answer.includes('"status":"ok"'), REACTION);
    const ended = server.stop();
    const refused = () =>
      new Promise<boolean>((resolve) => {
        const socket = createConnection({ host: "127.0.0.1", port });
        socket.once("connect", () => resolve((socket.destroy(), false)));
        socket.once("error", () => resolve(true));
      });
    await vi.waitUntil(refused, REACTION);
    answer = "";
    watcher.write("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    await once(watcher, "close");
    expect(answer).toMatch(/^HTTP\/1\.1 503 [^]*"status":"stopping"/);
    expect(await ended).toMatchObject({ code: 0 });
    deaf.terminate();
  });

  it("logs its life, a line each, and names nobody", async () => {
    const server = start({ LOG_LEVEL: "" }, place("logged"));
    const { port } = await server.up();
    const { socket, ready } = await call(port);
    socket.send(JSON.stringify({ type: "identify", data: { id: ready["id"], name: "Ada Lovelace", protocol: 1 } }));
    await once(socket, "message");
    expect(await server.stop()).toMatchObject({ code: 0 });
    expect(server.logged().map(({ level, msg }) => [level, msg])).toEqual([
      ["info", "server started"],
      ["info", "stopping"],
      ["info", "stopped"],
    ]);
    const node = process.versions.node;
    expect(server.logged()).toMatchObject([{ version: "c0ffee", port, addresses: 1, node }, { signal: "SIGTERM" }, {}]);
    expect(server.errors()).not.toMatch(/Ada|Lovelace/);
  });

  it("outlives errors that nobody has caught, and logs where they come from", async () => {
    const fails =
      "process.on('SIGUSR2', () => { Promise.reject(new RangeError('Ada')); throw new TypeError('Ada'); });";
    const server = start({}, cwd, ["--import", `data:text/javascript,${encodeURIComponent(fails)}`]);
    const { port } = await server.up();
    const { socket } = await call(port);
    server.child.kill("SIGUSR2");
    await vi.waitUntil(() => server.errors() !== "", REACTION);
    // What was there is there still, and new ones may come.
    socket.send('{"type":"beat"}');
    expect(String((await once(socket, "message"))[0])).toContain("beat");
    const { socket: other } = await call(port);
    for (const each of [socket, other]) each.close();
    const metrics = await exchange(port, "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    expect(metrics).toContain("\nearshot_failures_total 2\n");
    expect(await server.stop()).toMatchObject({ code: 0 });
    // One line a second for each kind of event.
    const [line, ...more] = server.logged();
    expect(line).toMatchObject({
      level: "error",
      msg: "unexpected error",
      kind: "uncaughtException",
      error: "TypeError",
    });
    expect(line?.["at"]).toContain("data:text/javascript");
    expect(more).toEqual([]);
  });

  it("can be watched from this computer, and with a token from elsewhere; to others there is nothing", async () => {
    const elsewhere = Object.values(networkInterfaces())
      .flatMap((list = []) => list)
      .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
    const METRICS_TOKEN = "0123456789abcdef";
    const at = place("watched");
    const server = start({ HOST: "0.0.0.0", EARSHOT_HOME: at, METRICS_TOKEN }, at);
    const { port, out } = await server.up();
    const ask = async (path: string, headers = "", host = "127.0.0.1") => {
      const text = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`;
      return (await exchange(port, text, isIP(host) ? host : "127.0.0.1")).replace(/^Date: .*\r\n/m, "");
    };
    const { socket } = await call(port, { rejectUnauthorized: false });
    expect(await ask("/health")).toMatch(/^HTTP\/1\.1 200 [^]*"version":"c0ffee"[^]*"connections":1\}\n$/);
    expect(await ask("/metrics")).toMatch(/^HTTP\/1\.1 200 [^]*\nearshot_connections 1\n/);
    socket.close();

    const nothing = await ask("/nothing-here");
    expect(nothing).toMatch(/^HTTP\/1\.1 404 /);
    const proxied = "X-Forwarded-For: 192.0.2.7\r\n";
    expect(await ask("/metrics", proxied)).toBe(nothing);
    expect(await ask("/health", `${proxied}Authorization: Bearer 0123456789abcdeF\r\n`)).toBe(nothing);
    expect(await ask("/metrics", `${proxied}Authorization: Bearer ${METRICS_TOKEN}\r\n`)).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ask("/metrics", "", "evil.example")).toMatch(/^HTTP\/1\.1 421 /);
    // From a real address, where this computer has one.
    if (elsewhere !== undefined) {
      expect(await ask("/metrics", "", elsewhere)).toBe(await ask("/nothing-here", "", elsewhere));
      expect(await ask("/health", `Authorization: Bearer ${METRICS_TOKEN}\r\n`, elsewhere)).toMatch(/^HTTP\/1\.1 200 /);
    }
    const { err } = await server.stop();
    expect(out + err).not.toContain(METRICS_TOKEN);
  });

  it("is asked how it is by the health check of its container", async () => {
    const check = async (HOST: string, PORT: number) => {
      const env = { PATH: process.env["PATH"], HOST, PORT: String(PORT) };
      const child = spawn(process.execPath, [join(root, "deploy/health.mjs")], {
        env,
        stdio: ["ignore", "pipe", "pipe"],
      });
      running.push(child);
      let said = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
      const [code] = (await once(child, "close")) as [number];
      return { code, said };
    };
    const server = start();
    const { port } = await server.up();
    for (const host of ["127.0.0.1", "0.0.0.0", ""])
      expect(await check(host, port)).toEqual({ code: 0, said: expect.stringMatching(/^\{"status":"ok",.*\}\n$/) });
    await server.stop();
    expect(await check("", port)).toEqual({
      code: 1,
      said: expect.stringMatching(/^Earshot at 127\.0\.0\.1 is not well/),
    });
  });

  it("logs nonsense at debug only, once a second, and does not quote it", async () => {
    const server = start({ LOG_LEVEL: "debug" });
    const { port } = await server.up();
    const began = performance.now();
    for (let n = 0; n < 100; n++) {
      const socket = createConnection({ host: "127.0.0.1", port });
      socket.on("error", () => socket.destroy());
      socket.resume();
      socket.end(n % 2 === 0 ? "Ada is here\r\n\r\n" : "\x16\x03\x01\x00\x05Ada is here");
      await once(socket, "close");
    }
    const seconds = (performance.now() - began) / 1000;
    await server.stop();
    const lines = server.logged().filter(({ msg }) => String(msg).includes("TLS"));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.length).toBeLessThanOrEqual(1 + seconds);
    expect(lines[0]).toMatchObject({ level: "debug", code: expect.stringMatching(/^[A-Z_]+$/) });
    expect(server.errors()).not.toContain("Ada");
  });

  it("goes on when nobody reads what it says any more", async () => {
    const at = place("unread");
    const paths = { keyPath: join(at, "key.pem"), certPath: join(at, "cert.pem") };
    await makeCertificate(paths);
    const server = start({ LOG_LEVEL: "debug" }, at);
    const { port } = await server.up();
    for (const stream of [server.child.stdout, server.child.stderr]) stream.destroy();
    // It has something to say of this.
    await makeCertificate(paths);
    const { fingerprint256: fresh } = new X509Certificate(readFileSync(paths.certPath));
    await vi.waitUntil(async () => (await served(port)) === fresh, REACTION);
    const { socket } = await call(port, { rejectUnauthorized: false });
    socket.close();
    expect(await server.stop()).toMatchObject({ code: 0 });
  });

  it("outlives nonsense, in silence", async () => {
    const server = start();
    const { port } = await server.up();
    for (const nonsense of ["GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\x16\x03\x01\x00\x05nonsense", "\0".repeat(1000)]) {
      const socket = createConnection({ host: "127.0.0.1", port });
      socket.on("error", () => socket.destroy());
      socket.resume();
      socket.end(nonsense);
      await once(socket, "close");
    }
    // A reset in the middle of the handshake, and one in the middle of a request.
    const reset = createConnection({ host: "127.0.0.1", port });
    await once(reset, "connect");
    reset.write("\x16\x03\x01");
    reset.resetAndDestroy();
    const tls = connect({ host: "127.0.0.1", port, rejectUnauthorized: false });
    await once(tls, "secureConnect");
    tls.write("GET / HTTP/1.1\r\nHo");
    tls.destroy();
    expect(await exchange(port, "nonsense\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
    expect(await exchange(port, `GET / HTTP/1.1\r\nHost: a\r\nX: ${"x".repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    );

    const { socket } = await call(port);
    socket.close();
    expect(await server.stop()).toMatchObject({ code: 0, err: "" });
  });
});
