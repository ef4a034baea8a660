/** Browsers that trust an authority of the test's own, in stores that are gone with the test. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

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
