import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type OutgoingHttpHeaders, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, answerTo } from "../../test/helpers/http.ts";
import { makeCertificate } from "./certificate/make-certificate.ts";
import { ConfigError } from "./config-error.ts";
import { readJoiningAssets, servePlain } from "./plain.ts";
import type { Authority } from "./serve-authority.ts";

let folder: string;
let made: Authority;
let authority: Authority | undefined;
let names: string[];
let server: Server;
let port: number;
const script = "console.log(1)";
const style = "p { margin: 0 }";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-plain-"));
  const certPath = join(folder, "cert.pem");
  await makeCertificate({ keyPath: join(folder, "key.pem"), certPath });
  const x509 = new X509Certificate(readFileSync(certPath));
  made = { pem: x509.toString(), der: x509.raw, fingerprint: x509.fingerprint256, vouching: "local" };
  server = createServer(
    servePlain({
      authority: () => authority,
      certificate: () => ({ from: new Date(0), until: new Date(1) }),
      names: () => names,
      now: () => new Date(),
      script,
      style,
    }),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  ({ port } = server.address() as AddressInfo);
});
beforeEach(() => {
  authority = made;
  names = [];
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function get(path: string, headers: OutgoingHttpHeaders = {}, method = "GET"): Promise<Answer> {
  return answerTo(request({ host: "127.0.0.1", port, path, method, headers, agent: false }));
}

describe("the page without TLS", () => {
  it("comes for /, guessed for this device, and is never kept", async () => {
    const { status, headers, body } = await get("/?from=qr", { "user-agent": "Mozilla/5.0 (iPhone)" });
    expect(status).toBe(200);
    expect(body.toString()).toContain('data-platform="iphone" open');
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-length": String(body.length),
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      connection: "close",
    });
    expect((await get(`http://127.0.0.1:${port}`)).status).toBe(200);
    const head = await get("/", {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it("comes in the language that the browser wants, or that a link asks for", async () => {
    const german = await get("/", { "accept-language": "pt-BR, de-AT;q=0.8, en;q=0.5" });
    expect(german.headers).toMatchObject({ "content-language": "de", vary: "Accept-Language" });
    expect(german.body.toString()).toContain("Zertifikat installieren");
    const french = await get("/?lang=fr", { "accept-language": "de" });
    expect(french.headers["content-language"]).toBe("fr");
    expect(french.body.toString()).toContain("Installer le certificat");
    for (const path of ["/", "/?lang=x"]) expect((await get(path)).headers["content-language"]).toBe("en");
  });

  it("allows its own script and style by their hashes, and nothing inline besides", async () => {
    const policy = (await get("/")).headers["content-security-policy"];
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    expect(policy).toContain(`script-src ${hash(script)};`);
    expect(policy).toContain(`style-src ${hash(style)};`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it.each([
    ["192.168.1.20:3000", [], "'self' https://192.168.1.20:3000"],
    [
      "192.168.1.20:3000",
      ["meet.lan:3000", "laptop.local:3000"],
      "'self' https://192.168.1.20:3000 http://meet.lan:3000 https://meet.lan:3000 http://laptop.local:3000 https://laptop.local:3000",
    ],
    ["[fd00::5]:3000", [], "'self' https:"],
  ])("lets a page at %s ask itself, and %s, over TLS", async (host, name, sources) => {
    names = name;
    const { headers, body } = await get("/", { host });
    expect(String(headers["content-security-policy"]).split("; connect-src ")[1]).toBe(sources);
    expect(body.toString()).toContain(`href="https://${host}/"`);
  });

  it("takes port 80 where none is named", async () => {
    expect((await get("/", { host: "laptop.lan" })).body.toString()).toContain('href="https://laptop.lan:80/"');
    expect((await get("/", { host: "[::1]" })).body.toString()).toContain('href="https://[::1]:80/"');
  });

  it.each(["evil.example:1;script-src *", "a b", '"><script>', "[::1", "x:y"])("wants a host, not %j", async (host) => {
    const { status, headers } = await get("/", { host });
    expect([status, headers["content-type"]]).toEqual([400, "text/plain; charset=utf-8"]);
  });

  it("leads every other path there, and takes GET and HEAD only", async () => {
    for (const path of ["/index.html", "/rtc", "/ready.txt", "/generate_204", "//evil.example/", "/../key.pem", "*"]) {
      const { status, headers } = await get(path);
      expect([status, headers.location]).toEqual([303, "/"]);
    }
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const { status, headers } = await get("/", {}, method);
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("never asks for TLS for ever", async () => {
    for (const path of ["/", "/ca.crt", "/earshot.mobileconfig", "/x"])
      expect((await get(path)).headers["strict-transport-security"]).toBeUndefined();
  });
});

describe("the authority", () => {
  it("comes as a certificate to be saved", async () => {
    const { status, headers, body } = await get("/ca.crt");
    expect([status, headers["content-type"]]).toEqual([200, "application/x-x509-ca-cert"]);
    expect(headers["content-disposition"]).toBe('attachment; filename="earshot-ca.crt"');
    expect(headers["cache-control"]).toBe("no-store");
    // The steps have people compare the file's own hash.
    expect(createHash("sha256").update(body).digest("hex").toUpperCase()).toBe(made.fingerprint.replaceAll(":", ""));
  });

  it("comes as a profile to be opened", async () => {
    const { status, headers, body } = await get("/earshot.mobileconfig?again");
    expect([status, headers["content-type"]]).toEqual([200, "application/x-apple-aspen-config"]);
    expect(headers["content-disposition"]).toBeUndefined();
    expect(body.toString()).toContain(made.der.toString("base64"));
  });

  it("describes the profile in the language that the browser wants", async () => {
    const { body } = await get("/earshot.mobileconfig", { "accept-language": "es" });
    expect(body.toString()).toContain("Compara primero su huella");
  });

  it("answers HEAD without a body, and POST not at all", async () => {
    const head = await get("/ca.crt", {}, "HEAD");
    expect([head.status, head.headers["content-length"], head.body.length]).toEqual([200, String(made.der.length), 0]);
    expect((await get("/ca.crt", {}, "POST")).status).toBe(405);
  });

  it("is not there where the operator has brought a certificate", async () => {
    authority = undefined;
    for (const path of ["/ca.crt", "/earshot.mobileconfig"]) expect((await get(path)).status).toBe(303);
    expect((await get("/")).body.toString()).not.toContain("ca.crt");
  });
});

describe("readJoiningAssets", () => {
  it("reads what the build has made, or says what is missing", () => {
    expect(() => readJoiningAssets(folder)).toThrow(ConfigError);
    expect(() => readJoiningAssets(folder)).toThrow(/script\.js: it does not exist\. `npm run build` makes it\./u);
    writeFileSync(join(folder, "script.js"), script);
    writeFileSync(join(folder, "style.css"), style);
    expect(readJoiningAssets(folder)).toEqual({ script, style });
  });
});
