/** Tells our own pair from the operator's. */
import { existsSync } from "node:fs";
import { ConfigError } from "../config-error.ts";
import { fingerprintOf } from "./authority.ts";
import type { CertificateOptions } from "./certificates.ts";
import { read } from "./files.ts";
import { recordOf } from "./records.ts";

/** Whether the files of the pair are ours to make and to replace. Throws a `ConfigError` if only one of them is there. */
export function isOurs({ keyPath, certPath, ownCertificate, home }: CertificateOptions): boolean {
  if (ownCertificate) return false;
  const [key, cert] = [existsSync(keyPath), existsSync(certPath)];
  if (!key && !cert) return true;
  if (!key || !cert) {
    const [there, missing] = key ? [keyPath, certPath] : [certPath, keyPath];
    throw new ConfigError(
      `${there} is there, but ${missing} is missing; put it back, or delete both, and Earshot makes a pair.`,
    );
  }
  return recordedIn(home, certPath) !== undefined;
}

/** The record of the certificate in this file, if it is one of ours. */
function recordedIn(home: string, certPath: string) {
  try {
    return recordOf(home, fingerprintOf(read(certPath) ?? ""));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    return undefined; // What it is, if not a certificate, is told when it is loaded.
  }
}
