import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:https";
import type { OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, answerTo } from "../../test/helpers/http.ts";
import { ConfigError } from "./config-error.ts";
import { makeCertificate } from "./certificate/make-certificate.ts";
import { serveStatic } from "./static.ts";

const PAGE = "<!doctype html><title>Earshot</title>";
const SCRIPT = "console.log('an app');\n".repeat(100);
const ASSET = "/assets/main-ABCD2345.js";

let folder: string;
let server: Server;
let port: number;
let ca: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-static-"));
  const paths = { keyPath: join(folder, "key.pem"), certPath: join(folder, "cert.pem") };
  await makeCertificate(paths);
  const cert = readFileSync(paths.certPath, "utf8");
  ca = cert.slice(cert.lastIndexOf("-----BEGIN"));

  mkdirSync(join(folder, "client", "assets"), { recursive: true });
  write("index.html", PAGE);
  for (const [ending, bytes] of [
    ["", SCRIPT],
    [".br", brotliCompressSync(SCRIPT)],
    [".gz", gzipSync(SCRIPT)],
  ] as const) {
    write(ASSET + ending, bytes);
  }
  write("favicon.svg", "<svg/>");
  write("icon-é.png", "png");
  symlinkSync(paths.keyPath, join(folder, "client", "key.pem"));

  server = createServer({ key: readFileSync(paths.keyPath), cert }, serveStatic(join(folder, "client")));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

function write(path: string, bytes: string | Buffer): void {
  writeFileSync(join(folder, "client", path), bytes);
}

/** The certificate is verified, so that it is tested too. */
function get(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
  return answerTo(
    request({ host: "127.0.0.1", servername: "localhost", port, ca, path, method, headers, agent: false }),
  );
}

describe("what is served", () => {
  it("is the page, which is always revalidated", async () => {
    const { status, headers, body } = await get("/?a=b");
    expect([status, body.toString()]).toEqual([200, PAGE]);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-length": String(PAGE.length),
      "cache-control": "no-cache",
    });
    expect((await get("/index.html")).body.toString()).toBe(PAGE);
    expect((await get("/favicon.svg")).headers).toMatchObject({
      "content-type": "image/svg+xml",
      "cache-control": "no-cache",
    });
    expect((await get("/icon-%C3%A9.png")).body.toString()).toBe("png");
    expect((await get(`https://127.0.0.1:${port}/index.html`)).status).toBe(200);
  });

  it("is hashed files for ever, in the coding that the browser takes", async () => {
    const plain = await get(ASSET);
    expect(plain.body.toString()).toBe(SCRIPT);
    expect(plain.headers).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
      vary: "Accept-Encoding",
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();

    const br = await get(ASSET, { "accept-encoding": "gzip, deflate, br" });
    expect(br.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(br.body).toString()).toBe(SCRIPT);
    const gzip = await get(ASSET, { "accept-encoding": "br;q=0, gzip" });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT);
    expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag))).toHaveLength(3);
    // The compressed forms are no files of their own.
    expect((await get(`${ASSET}.br`)).status).toBe(404);
  });

  it("answers a known ETag with 304", async () => {
    const first = await get(ASSET, { "accept-encoding": "br" });
    const etag = first.headers.etag!;
    expect(etag).toBe(`"${createHash("sha256").update(first.body).digest("base64url").slice(0, 22)}"`);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const { status, headers, body } = await get(ASSET, { "accept-encoding": "br", "if-none-match": known });
      expect([status, body.length, headers.etag, headers.vary]).toEqual([304, 0, etag, "Accept-Encoding"]);
    }
    expect((await get(ASSET, { "if-none-match": etag })).status).toBe(200);
  });

  it("takes GET and HEAD only", async () => {
    const head = await get(ASSET, {}, "HEAD");
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(SCRIPT.length)]);
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"]) {
      const { status, headers } = await get("/", {}, method);
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("ignores ranges, whatever they say", async () => {
    for (const range of ["bytes=4-2", "bytes=-5", "bytes=999999-", "bytes=0-1,3-4", "lines=1"]) {
      expect((await get("/", { range })).body.toString()).toBe(PAGE);
    }
  });
});

describe("what is not served", () => {
  it.each([
    "/nobody",
    "/assets",
    "/assets/",
    "/index.html/",
    "/INDEX.HTML",
    "//",
    "/../key.pem",
    "/assets/../../key.pem",
    "/%2e%2e/key.pem",
    "/assets/%2e%2e/%2e%2e/key.pem",
    "/..%2fkey.pem",
    "/assets%2Fmain-ABCD2345.js",
    "/..\\key.pem",
    "/%5c..%5ckey.pem",
    "/index.html%00.png",
    "/%00",
    "/key.pem",
    "/etc/passwd",
    "/constructor",
    "/__proto__",
  ])("%s gets 404 in plain text", async (path) => {
    const { status, headers, body } = await get(path);
    expect([status, headers["content-type"], body.toString()]).toEqual([
      404,
      "text/plain; charset=utf-8",
      "Not found\n",
    ]);
  });

  it.each(["/%", "/%zz", "/%c3%28", "/%e0%a4%a", "nowhere", "*", "?", "https://127.0.0.1"])(
    "%s gets 400",
    async (path) => {
      expect((await get(path)).status).toBe(400);
    },
  );

  it("has no headers that could be split", async () => {
    expect((await get("/%0d%0aSet-Cookie:%20a=b")).headers["set-cookie"]).toBeUndefined();
  });
});

describe("security headers", () => {
  it("are on every answer", async () => {
    const etag = (await get("/")).headers.etag!;
    const answers = [
      await get("/"),
      await get("/", { "if-none-match": etag }),
      await get("/%"),
      await get("/nobody"),
      await get("/", {}, "POST"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 400, 404, 405]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["permissions-policy"]).toMatch(/^camera=\(self\), microphone=\(self\), display-capture=\(self\)/);
      expect(headers["strict-transport-security"]).toBeUndefined();
      const policy = headers["content-security-policy"]!;
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
      expect(policy).not.toContain("unsafe");
    }
  });

  it.each([
    ["192.168.1.20:3000", " wss://192.168.1.20:3000"],
    ["vm.local", " wss://vm.local"],
    ["a; script-src *", ""],
    ["a b", ""],
    ["*", ""],
    ["a/b", ""],
    ["[fd00::5]:3000", ""],
  ])("name this very socket for host %j", async (host, socket) => {
    const { headers } = await get("/", { host });
    expect(String(headers["content-security-policy"]).split("; ").at(-1)).toBe(`connect-src 'self'${socket}`);
  });
});

describe("a build beneath a running server", () => {
  it("changes no answer", async () => {
    const before = await get(ASSET, { "accept-encoding": "br" });
    write("index.html", "<p>A newer and much longer page".repeat(1000));
    write(`${ASSET}.br`, "torn");
    rmSync(join(folder, "client", ASSET));
    expect((await get("/")).body.toString()).toBe(PAGE);
    expect(await get(ASSET, { "accept-encoding": "br" })).toMatchObject({ status: 200, body: before.body });
    rmSync(join(folder, "client"), { recursive: true });
    expect((await get(ASSET)).body.toString()).toBe(SCRIPT);
  });
});

describe("a missing build", () => {
  it("is said in one line", () => {
    expect(() => serveStatic(join(folder, "none"))).toThrow(ConfigError);
    expect(() => serveStatic(join(folder, "none"))).toThrow(
      /^Cannot read the page in .*: it does not exist\. `npm run build`/,
    );
  });
});
