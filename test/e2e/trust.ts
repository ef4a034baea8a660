/** Browsers that trust an authority of the test's own, in stores that are gone with the test. */
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch } from "./browser.ts";

/** A folder with such a store in it. */
export interface Store {
  readonly folder: string;
  dispose(): void;
}

/** Put an authority, in PEM, into the store of an NSS program (a Firefox profile, or Chromium's below its home folder). */
function trustIn(database: string, authority: string): void {
  const certutil = (...args: string[]) =>
    execFileSync("certutil", ["-d", `sql:${database}`, ...args], { stdio: "pipe" });
  mkdirSync(database, { recursive: true });
  writeFileSync(join(database, "authority.pem"), authority);
  certutil("-N", "--empty-password");
  certutil("-A", "-n", "Earshot", "-t", "C,,", "-i", join(database, "authority.pem"));
}

/** Start a browser that takes the certificate of this server, which has made it, as if it were trusted: a service worker needs that. */
export function launchTrusting({ folder }: { readonly folder: string }): Promise<Browser> {
  const { publicKey } = new X509Certificate(readFileSync(join(folder, "cert.pem")));
  const spki = createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("base64");
  return launch([`--ignore-certificate-errors-spki-list=${spki}`], { whole: true });
}

/** A home folder whose Chromium trusts these. */
export function chromiumHome(authority: string): Store {
  return store((folder) => trustIn(join(folder, ".pki/nssdb"), authority));
}

/** A Firefox profile that trusts these. */
export function firefoxProfile(authority: string): Store {
  return store((folder) => trustIn(folder, authority));
}

function store(fill: (folder: string) => void): Store {
  const folder = mkdtempSync(join(tmpdir(), "earshot-trust-"));
  fill(folder);
  return { folder, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
