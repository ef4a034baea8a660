import { generateKeyPairSync } from "node:crypto";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError } from "../config-error.ts";
import { loadCertificate, uncovered } from "./load.ts";
import { makeCertificate } from "./make-certificate.ts";

let now: Date;
let folder: string;
const file = (name: string) => join(folder, name);
const pair = () => ({ keyPath: file("key.pem"), certPath: file("cert.pem") });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-certificate-"));
  await makeCertificate(pair());
  now = new Date();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("loadCertificate", () => {
  const load = (paths: { keyPath?: string; certPath?: string }, at = now) =>
    loadCertificate({ ...pair(), ...paths, now: at });

  function write(name: string, content: string | Buffer): string {
    writeFileSync(file(name), content);
    return file(name);
  }

  it("takes a good pair, also when both are in one file", () => {
    expect(load({})).toEqual({
      key: readFileSync(file("key.pem"), "utf8"),
      cert: readFileSync(file("cert.pem"), "utf8"),
    });
    const both = write("both.pem", Buffer.concat([readFileSync(file("key.pem")), readFileSync(file("cert.pem"))]));
    expect(load({ keyPath: both, certPath: both }).warning).toBeUndefined();
  });

  it("warns about dates, and goes on", () => {
    const year = 366 * 86_400_000;
    expect(load({}, new Date(now.getTime() + 2 * year)).warning).toMatch(/expired on \d{4}-\d\d-\d\d; `npm run cert`/);
    expect(load({}, new Date(now.getTime() - year)).warning).toMatch(/is not valid before \d{4}-\d\d-\d\d/);
  });

  it("names KEY or CERT, and what is wrong with it", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const other = privateKey.export({ type: "pkcs8", format: "pem" });
    const encrypted = privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
    const damaged = (name: string) => readFileSync(file(name), "utf8").replace(/\n.{20}/, "\n" + "A".repeat(20));
    const refusals: [{ keyPath?: string; certPath?: string }, RegExp][] = [
      [{ keyPath: file("none.pem") }, /^KEY: cannot read .*none\.pem: it does not exist\./],
      [{ certPath: file("none.pem") }, /^CERT: cannot read .*none\.pem: it does not exist\./],
      [{ keyPath: folder }, /^KEY: cannot read .*: it is a folder\./],
      [{ certPath: folder }, /^CERT: cannot read .*: it is a folder\./],
      [{ keyPath: write("der.pem", Buffer.from([0x30, 0x82, 1])) }, /^KEY: .*der\.pem is not a PEM file;/],
      [{ certPath: file("der.pem") }, /^CERT: .*der\.pem is not a PEM file;/],
      [{ keyPath: file("cert.pem") }, /^KEY: .*cert\.pem is a certificate; it must be a private key/],
      [{ certPath: file("key.pem") }, /^CERT: .*key\.pem is a private key; it must be a certificate/],
      [{ keyPath: file("cert.pem"), certPath: file("key.pem") }, /^KEY and CERT are swapped: /],
      [{ keyPath: write("encrypted.pem", encrypted) }, /^KEY: .*encrypted\.pem is encrypted/],
      [{ keyPath: write("damaged.pem", damaged("key.pem")) }, /^KEY: the private key in .*damaged\.pem is damaged/],
      [{ certPath: write("damaged.pem", damaged("cert.pem")) }, /^CERT: the certificate in .*damaged\.pem is damaged/],
      [{ keyPath: write("other.pem", other) }, /^KEY and CERT do not match: .*other\.pem is not the private key/],
    ];
    for (const [paths, message] of refusals) {
      if (paths.keyPath?.endsWith("damaged.pem")) write("damaged.pem", damaged("key.pem"));
      if (paths.certPath?.endsWith("damaged.pem")) write("damaged.pem", damaged("cert.pem"));
      expect(() => load(paths)).toThrow(ConfigError);
      expect(() => load(paths)).toThrow(message);
    }
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === undefined)(
    "says so when a file may not be read",
    () => {
      copyFileSync(file("key.pem"), file("closed.pem"));
      chmodSync(file("closed.pem"), 0);
      chmodSync(folder, 0o755);
      const root = process.getuid?.() === 0;
      if (root) process.seteuid?.(65534);
      try {
        expect(() => load({ keyPath: file("closed.pem") })).toThrow(/^KEY: cannot read .*: permission denied\./);
      } finally {
        if (root) process.seteuid?.(0);
      }
    },
  );
});

describe("uncovered", () => {
  it("names what the certificate was not made for", () => {
    const names = ["127.0.0.1", "10.99.99.99", "localhost", "example.com", "::1", "fd00::7"];
    expect(uncovered(readFileSync(file("cert.pem"), "utf8"), names)).toEqual(["10.99.99.99", "example.com", "fd00::7"]);
  });
});
