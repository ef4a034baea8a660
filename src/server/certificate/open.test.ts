import { execFileSync, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError } from "../config-error.ts";
import type { Wanted } from "./authorities.ts";
import { fingerprintOf, makeAuthority, signLeaf } from "./authority.ts";
import { openCertificates } from "./open.ts";
import { privateConstraints } from "./constraints.ts";
import { makeCertificate } from "./make-certificate.ts";

const DAY = 86_400_000;

let folder: string;
let now: Date;
const file = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(file(name), "utf8");

function wanted(...addresses: string[]): Wanted {
  return { hostname: "laptop", names: ["laptop.local", "localhost", "127.0.0.1", "::1", ...addresses], addresses };
}

function open(want: Wanted, more: { caroot?: string; ownCertificate?: boolean } = {}) {
  const [keyPath, certPath, home] = [file("key.pem"), file("cert.pem"), file("state")];
  return openCertificates(
    { keyPath, certPath, home, caroot: undefined, ownCertificate: false, now: () => now, ...more },
    want,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-certificates-"));
  mkdirSync(file("state"), { mode: 0o700 });
  now = new Date();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** What OpenSSL says about a certificate under an authority, both in PEM, taken strictly. */
function verify(authority: string, cert: string, ...more: string[]): string {
  writeFileSync(file("authority"), authority);
  writeFileSync(file("leaf"), cert);
  const args = ["verify", "-x509_strict", "-purpose", "sslserver", ...more, "-CAfile", file("authority"), file("leaf")];
  const { stdout, stderr, error } = spawnSync("openssl", args, { encoding: "utf8" });
  if (error) throw error;
  return stdout + stderr;
}

const noOpenssl = spawnSync("openssl", ["version"]).status !== 0;
const WHY = "there is no openssl to check with";

describe("our own authority", () => {
  it("is made once, closed to others, and reused in other folders", async () => {
    const first = await open(wanted("192.168.1.20"));
    const made = text("state/authority.pem");
    if (process.platform !== "win32") expect(statSync(file("state/authority.pem")).mode & 0o777).toBe(0o600);
    expect(first.authority).toEqual({ cert: new X509Certificate(made).toString(), vouching: "local" });
    for (const name of ["key.pem", "cert.pem"]) rmSync(file(name));
    const second = await open(wanted("10.0.0.1"));
    expect(second.authority).toEqual(first.authority);
    expect(text("state/authority.pem")).toBe(made);
    expect(readdirSync(file("state")).sort()).toEqual(["authority.pem", "certificates.json"]);
  });

  it("is P-256, for ten years, for servers' certificates only, and bound to what is local", async ({ skip }) => {
    skip(noOpenssl, WHY);
    const { authority } = await open(wanted("192.168.1.20"));
    const x509 = new X509Certificate(authority!.cert);
    expect(x509.publicKey.asymmetricKeyDetails?.namedCurve).toBe("prime256v1");
    const days = (Date.parse(x509.validTo) - now.getTime()) / DAY;
    expect(days).toBeGreaterThan(3_651);
    expect(days).toBeLessThan(3_653);
    writeFileSync(file("authority"), authority!.cert);
    const shown = execFileSync("openssl", ["x509", "-in", file("authority"), "-noout", "-text"], { encoding: "utf8" });
    expect(shown).toMatch(/Basic Constraints: critical\s+CA:TRUE, pathlen:0/);
    expect(shown).toMatch(/Name Constraints: critical\s+Permitted:/);
    expect(shown).toMatch(/Subject Key Identifier/);
  });

  it("is complained about if the clock was ahead when it was made", async () => {
    const [then, today] = [new Date(now.getTime() + 900 * DAY), now];
    now = then;
    const certificates = await open(wanted("192.168.1.20"));
    expect(certificates.warning).toBeUndefined();
    now = today;
    await certificates.refresh(wanted("192.168.1.20"));
    expect(certificates.warning).toMatch(
      /^Devices do not trust the authority before \d{4}-\d\d-\d\d, .*delete authority\.pem/,
    );
  });

  it("is made anew in its last year", async () => {
    const before = await open(wanted("192.168.1.20"));
    now = new Date(now.getTime() + 3_652 * DAY - 390 * DAY);
    const after = await open(wanted("192.168.1.20"));
    expect(after.authority!.cert).not.toBe(before.authority!.cert);
    expect(new X509Certificate(after.pair.cert).verify(new X509Certificate(after.authority!.cert).publicKey)).toBe(
      true,
    );
  });

  it("passes OpenSSL's strict check, and fails it for anything outside", async ({ skip }) => {
    skip(noOpenssl, WHY);
    const { pair, authority } = await open(wanted("192.168.1.20", "fd00::20"));
    for (const name of ["192.168.1.20", "fd00::20", "127.0.0.1"])
      expect(verify(authority!.cert, pair.cert, "-verify_ip", name)).toMatch(/: OK\n$/);
    for (const name of ["laptop.local", "localhost"])
      expect(verify(authority!.cert, pair.cert, "-verify_hostname", name)).toMatch(/: OK\n$/);

    const [cert = "", key = ""] = text("state/authority.pem").split(/(?=-----BEGIN PRIVATE KEY)/);
    for (const name of ["example.com", "8.8.8.8", "2001:db8::1"]) {
      const forged = await signLeaf({ cert, key }, ["laptop.local", name], now);
      expect(verify(cert, forged.cert)).toMatch(/error 47 .*permitted subtree violation/);
    }
  });

  it("passes it for a campus, and fails it for another address", async ({ skip }) => {
    skip(noOpenssl, WHY);
    const campus = await open(wanted("203.0.113.7", "2001:db8::7"));
    expect(verify(campus.authority!.cert, campus.pair.cert, "-verify_ip", "203.0.113.7")).toMatch(/: OK\n$/);
    const [cert = "", key = ""] = text("state/authority-public.pem").split(/(?=-----BEGIN PRIVATE KEY)/);
    const forged = await signLeaf({ cert, key }, ["203.0.113.8"], now);
    expect(verify(cert, forged.cert)).toMatch(/error 47 /);
  });

  it("names the campus's addresses where none is private", async () => {
    const campus = await open(wanted("203.0.113.7", "2001:db8::7"));
    const x509 = new X509Certificate(campus.pair.cert);
    for (const address of ["203.0.113.7", "2001:db8::7", "127.0.0.1"]) expect(x509.checkIP(address)).toBeDefined();
    // Another one there is none of the old authority's, and at home the first authority serves again.
    expect(await campus.refresh(wanted("203.0.113.99"))).toBe(true);
    expect(new X509Certificate(campus.pair.cert).checkIP("203.0.113.99")).toBeDefined();
    const exact = campus.authority!;
    expect(exact.vouching).toBe("own");
    expect(await campus.refresh(wanted("192.168.1.20"))).toBe(true);
    expect(campus.authority!.cert).not.toBe(exact.cert);
    expect(campus.authority!.vouching).toBe("local");
  });
});

describe("our own certificate", () => {
  it("follows its authority when that was deleted, as after a theft of its key", async () => {
    const before = await open(wanted("192.168.1.20"));
    rmSync(file("state/authority.pem"));
    const after = await open(wanted("192.168.1.20"));
    expect(after.authority!.cert).not.toBe(before.authority!.cert);
    expect(new X509Certificate(after.pair.cert).verify(new X509Certificate(after.authority!.cert).publicKey)).toBe(
      true,
    );
  });

  it("is made at the first start, and kept at the next", async () => {
    const { pair } = await open(wanted("192.168.1.20"));
    expect(pair).toEqual({ cert: text("cert.pem"), key: text("key.pem") });
    if (process.platform !== "win32") expect(statSync(file("key.pem")).mode & 0o777).toBe(0o600);
    const { validFrom, validTo } = new X509Certificate(pair.cert);
    expect(Date.parse(validTo) - Date.parse(validFrom)).toBeLessThanOrEqual(397 * DAY);
    expect(now.getTime() - Date.parse(validFrom)).toBeGreaterThan(DAY - 60_000);
    expect((await open(wanted("192.168.1.20"))).pair).toEqual(pair);
    expect((await open(wanted())).pair).toEqual(pair);
    expect(readdirSync(folder).sort()).toEqual(["cert.pem", "key.pem", "state"]);
  });

  it("leaves out what the authority may not vouch for", async () => {
    const { pair } = await open(wanted("192.168.1.20", "2001:db8::1"));
    const x509 = new X509Certificate(pair.cert);
    expect(x509.checkIP("192.168.1.20")).toBeDefined();
    expect(x509.checkIP("2001:db8::1")).toBeUndefined();
    // Which is no reason to try again and again.
    expect((await open(wanted("192.168.1.20", "2001:db8::1"))).pair).toEqual(pair);
  });

  it("is signed anew when there are new addresses, and only then", async () => {
    const certificates = await open(wanted("192.168.1.20"));
    expect(await certificates.refresh(wanted("192.168.1.20"))).toBe(false);
    expect(await certificates.refresh(wanted("192.168.1.20", "10.0.0.5"))).toBe(true);
    expect(new X509Certificate(certificates.pair.cert).checkIP("10.0.0.5")).toBeDefined();
    expect(certificates.pair).toEqual({ cert: text("cert.pem"), key: text("key.pem") });
    expect(await certificates.refresh(wanted("10.0.0.5"))).toBe(false);
  });

  it("is signed anew near its end, and when the clock was wrong", async () => {
    const certificates = await open(wanted("192.168.1.20"));
    now = new Date(now.getTime() + 360 * DAY);
    expect(await certificates.refresh(wanted("192.168.1.20"))).toBe(false);
    now = new Date(now.getTime() + 10 * DAY);
    expect(await certificates.refresh(wanted("192.168.1.20"))).toBe(true);
    now = new Date(now.getTime() - 30 * DAY);
    expect(await certificates.refresh(wanted("192.168.1.20"))).toBe(true);
  });

  it("is made anew if it is ours but its key is not whole", async () => {
    const { pair } = await open(wanted("192.168.1.20"));
    writeFileSync(file("key.pem"), "nonsense");
    const again = await open(wanted("192.168.1.20"));
    expect(again.pair.cert).not.toBe(pair.cert);
    expect(again.pair.key).toBe(text("key.pem"));
  });

  it("keeps what was served if it cannot be replaced", async () => {
    mkdirSync(file("work"));
    const certificates = await openCertificates(
      {
        keyPath: file("work/key.pem"),
        certPath: file("work/cert.pem"),
        home: file("state"),
        caroot: undefined,
        ownCertificate: false,
        now: () => now,
      },
      wanted("192.168.1.20"),
    );
    const { pair } = certificates;
    renameSync(file("work"), file("moved"));
    await expect(certificates.refresh(wanted("10.0.0.5"))).rejects.toThrow(
      /^Cannot write .*cert\.pem: it does not exist/,
    );
    expect(certificates.pair).toEqual(pair);
    renameSync(file("moved"), file("work"));
    expect(await certificates.refresh(wanted("10.0.0.5"))).toBe(true);
  });
});

describe("the operator's pair", () => {
  it("is any that the state folder does not know, and never touched", async () => {
    await makeCertificate({ keyPath: file("key.pem"), certPath: file("cert.pem") });
    const before = [text("key.pem"), text("cert.pem")];
    const certificates = await open(wanted("10.99.99.99"));
    expect(certificates.authority).toBeUndefined();
    expect(await certificates.refresh(wanted("10.99.99.98"))).toBe(false);
    expect([text("key.pem"), text("cert.pem")]).toEqual(before);
    expect(readdirSync(file("state"))).toEqual([]);
  });

  it("is read anew when its files change, and kept while they are wrong", async () => {
    const pair = { keyPath: file("key.pem"), certPath: file("cert.pem") };
    await makeCertificate(pair);
    const certificates = await open(wanted(), { ownCertificate: true });
    const before = certificates.pair.cert;
    writeFileSync(file("cert.pem"), "half of it");
    await expect(certificates.refresh(wanted())).rejects.toThrow(/^CERT: .* is not a PEM file/);
    expect(await certificates.refresh(wanted())).toBe(false);
    expect(certificates.pair.cert).toBe(before);
    await makeCertificate(pair);
    expect(await certificates.refresh(wanted())).toBe(true);
    expect(certificates.pair.cert).toBe(text("cert.pem"));
    // Written again, but the same.
    utimesSync(file("cert.pem"), new Date(), new Date(Date.now() + 5_000));
    expect(await certificates.refresh(wanted())).toBe(false);
  });

  it("is never touched, also if it has come in the place of ours while the server runs", async () => {
    const certificates = await open(wanted("10.0.0.1"));
    const ours = certificates.pair;
    await makeCertificate({ keyPath: file("key.pem"), certPath: file("cert.pem") });
    const theirs = [text("key.pem"), text("cert.pem")];
    await expect(certificates.refresh(wanted("10.0.0.2"))).rejects.toThrow(
      /cert\.pem is no longer .* start Earshot again/,
    );
    expect([text("key.pem"), text("cert.pem")]).toEqual(theirs);
    expect(certificates.pair).toBe(ours);
  });

  it("is told about where the way to it is barred", async () => {
    writeFileSync(file("file"), "");
    const barred = { keyPath: file("file/key.pem"), certPath: file("file/cert.pem"), home: file("state") };
    const options = { ...barred, caroot: undefined, ownCertificate: true, now: () => now };
    await expect(openCertificates(options, wanted())).rejects.toThrow(/^KEY: cannot read .*: a file is in the way/);
  });

  it("is not made up for when half of it is missing", async () => {
    for (const [there, missing] of [
      ["key.pem", "cert.pem"],
      ["cert.pem", "key.pem"],
    ] as const) {
      writeFileSync(file(there), "");
      await expect(open(wanted())).rejects.toThrow(`${file(missing)} is missing; put it back, or delete both`);
      rmSync(file(there));
    }
  });
});

describe("mkcert's authority", () => {
  it("signs instead of ours if the operator says so, RSA or not", async () => {
    const { createCA } = await import("mkcert");
    const ca = await createCA({
      organization: "mkcert development CA",
      countryCode: "ZZ",
      state: "x",
      locality: "x",
      validity: 365,
    });
    mkdirSync(file("caroot"));
    writeFileSync(file("caroot/rootCA.pem"), ca.cert);
    writeFileSync(file("caroot/rootCA-key.pem"), ca.key);
    const { pair, authority } = await open(wanted("203.0.113.7"), { caroot: file("caroot") });
    expect(new X509Certificate(authority!.cert).fingerprint256).toBe(fingerprintOf(ca.cert));
    expect(new X509Certificate(pair.cert).verify(new X509Certificate(ca.cert).publicKey)).toBe(true);
    // It has no constraints.
    expect(authority!.vouching).toBe("anything");
    expect(new X509Certificate(pair.cert).checkIP("203.0.113.7")).toBeDefined();
    expect(readdirSync(file("state"))).toEqual(["certificates.json"]);
    // It signs again only when it has to.
    const again = await open(wanted("203.0.113.7"), { caroot: file("caroot") });
    expect(again.pair).toEqual(pair);
    expect(await again.refresh(wanted())).toBe(false);
    expect(await again.refresh(wanted("203.0.113.8"))).toBe(true);
    // And back.
    expect((await open(wanted("192.168.1.20"))).authority).not.toEqual(authority);
  });

  it("must be there and whole", async () => {
    const caroot = file("caroot");
    mkdirSync(caroot);
    await expect(open(wanted(), { caroot })).rejects.toThrow(/^CAROOT: .*rootCA\.pem does not exist; .*mkcert -CAROOT/);
    const one = await makeAuthority("a", privateConstraints("a"), now);
    const two = await makeAuthority("b", privateConstraints("b"), now);
    writeFileSync(join(caroot, "rootCA.pem"), one.cert);
    writeFileSync(join(caroot, "rootCA-key.pem"), two.key);
    await expect(open(wanted(), { caroot })).rejects.toThrow(/^CAROOT: .* are not an authority and its private key/);
  });
});

describe("a state folder that is not well", () => {
  it("is told about: a damaged authority, or none that can be kept", async () => {
    writeFileSync(file("state/authority.pem"), "nonsense");
    await expect(open(wanted())).rejects.toThrow(ConfigError);
    await expect(open(wanted())).rejects.toThrow(/^EARSHOT_HOME: .*authority\.pem is damaged; delete it/);
    rmSync(file("state"), { recursive: true });
    writeFileSync(file("state"), "");
    await expect(open(wanted())).rejects.toThrow(/^EARSHOT_HOME: cannot keep an authority in .*: a file is in the way/);
  });

  it("knows its pairs again, however often this computer has moved since", async () => {
    const first = (await open(wanted("10.0.0.1"))).pair;
    const [keyPath, certPath, home] = [file("other-key.pem"), file("other-cert.pem"), file("state")];
    const options = { keyPath, certPath, home, caroot: undefined, ownCertificate: false, now: () => now };
    const elsewhere = await openCertificates(options, wanted("10.0.0.1"));
    for (let n = 1; n <= 40; n++) await elsewhere.refresh(wanted(`10.0.1.${n}`));
    const again = await open(wanted("10.0.0.1"));
    expect(again.pair.cert).toBe(first.cert);
    expect(again.authority).toBeDefined();
  });

  it("takes a pair whose record is lost for the operator's", async () => {
    const { pair } = await open(wanted("192.168.1.20"));
    writeFileSync(file("state/certificates.json"), "{}");
    const certificates = await open(wanted("10.0.0.5"));
    expect(certificates.authority).toBeUndefined();
    expect(certificates.pair).toEqual(pair);
  });

  it("gives two servers that start at once one authority", async () => {
    const places = ["a", "b"].map((name) => {
      mkdirSync(file(name));
      const pair = { keyPath: file(`${name}/key.pem`), certPath: file(`${name}/cert.pem`) };
      return { ...pair, home: file("state"), caroot: undefined, ownCertificate: false, now: () => now };
    });
    const [a, b] = await Promise.all(places.map((place) => openCertificates(place, wanted("192.168.1.20"))));
    expect(a!.authority).toEqual(b!.authority);
  });
});
