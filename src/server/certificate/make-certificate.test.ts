import { X509Certificate } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lanAddresses } from "../network/addresses.ts";
import { loadCertificate } from "./load.ts";
import { makeCertificate } from "./make-certificate.ts";

let folder: string;
let covers: string[];
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-make-certificate-"));
  ({ covers } = await makeCertificate({ keyPath: file("key.pem"), certPath: file("cert.pem") }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("makeCertificate", () => {
  it("covers this computer's names and addresses", () => {
    const x509 = new X509Certificate(readFileSync(file("cert.pem")));
    const addresses = lanAddresses(networkInterfaces()).map(({ address }) => address);
    for (const address of ["127.0.0.1", "::1", ...addresses]) expect(x509.checkIP(address)).toBeDefined();
    expect(x509.checkHost("localhost")).toBeDefined();
    expect(covers).toEqual(expect.arrayContaining(["localhost", "127.0.0.1", "::1", ...addresses]));
  });

  it("is valid for 397 days, and followed by its authority", () => {
    const [leaf, authority] = readFileSync(file("cert.pem"), "utf8")
      .split(/(?<=-----END CERTIFICATE-----\s+)(?=-----BEGIN)/)
      .map((pem) => new X509Certificate(pem));
    expect(leaf!.verify(authority!.publicKey)).toBe(true);
    expect(authority!.ca).toBe(true);
    const days = (Date.parse(leaf!.validTo) - Date.parse(leaf!.validFrom)) / 86_400_000;
    expect(Math.round(days)).toBe(397);
  });

  it("closes the key to others, and leaves nothing else behind", () => {
    if (process.platform !== "win32") expect(statSync(file("key.pem")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => /^(key|cert)\.pem./.test(name))).toEqual([]);
  });

  it("replaces a pair, under an issuer of its own", async () => {
    const paths = { keyPath: file("renewed-key.pem"), certPath: file("renewed-cert.pem") };
    for (const path of Object.values(paths)) writeFileSync(path, "old", { mode: 0o644 });
    await makeCertificate(paths);
    const { cert } = loadCertificate({ ...paths, now: new Date() });
    expect(new X509Certificate(cert).issuer).not.toBe(new X509Certificate(readFileSync(file("cert.pem"))).issuer);
    if (process.platform !== "win32") expect(statSync(paths.keyPath).mode & 0o777).toBe(0o600);
  });

  it("says so when it cannot write", async () => {
    const paths = { keyPath: join(file("key.pem"), "key.pem"), certPath: join(file("key.pem"), "cert.pem") };
    await expect(makeCertificate(paths)).rejects.toThrow(/^Cannot write .*: a file is in the way\./);
  });
});
