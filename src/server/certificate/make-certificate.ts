/** Makes the pair that Earshot serves with when the operator has none. */
import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname, networkInterfaces } from "node:os";
import { hostNames, lanAddresses } from "../network/addresses.ts";
import { ConfigError, reason } from "../config-error.ts";

/** Where the two PEM files are. */
export interface CertificatePaths {
  readonly keyPath: string;
  readonly certPath: string;
}

/** Issuer of the certificates that are made here. */
export const ORGANIZATION = "Earshot";

/** In days; Apple's devices take no more than 398 from most authorities. */
const VALIDITY = 397;

/** What a certificate for this computer must cover: its names, and its addresses as they are now. */
export function namesToCover(): string[] {
  const addresses = lanAddresses(networkInterfaces()).map(({ address }) => address.replace(/%.*$/, ""));
  return [...new Set(["localhost", "127.0.0.1", "::1", ...hostNames(hostname()), ...addresses])];
}

/**
 * Write a new pair over whatever is there, signed by an authority whose own key is thrown away: the private key
 * (mode 0600), and the certificate followed by its authority's. Throws a `ConfigError` if a file cannot be written.
 */
export async function makeCertificate({ keyPath, certPath }: CertificatePaths): Promise<{ covers: string[] }> {
  const { createCA, createCert } = await import("mkcert");
  const covers = namesToCover();
  // Firefox refuses two certificates with the same issuer and serial number, and mkcert's serial numbers are short.
  const unique = randomBytes(8).toString("hex");
  const ca = await createCA({
    organization: ORGANIZATION,
    countryCode: "ZZ",
    state: unique,
    locality: "Local network",
    validity: VALIDITY,
  });
  const { key, cert } = await createCert({ ca, domains: covers, validity: VALIDITY });

  // Both are complete before either is put in its place, so that a mismatched pair is next to impossible.
  const files = [
    { path: keyPath, aside: `${keyPath}.${unique}`, pem: key, mode: 0o600 },
    { path: certPath, aside: `${certPath}.${unique}`, pem: cert + ca.cert, mode: 0o644 },
  ];
  try {
    try {
      for (const { aside, pem, mode } of files) writeFileSync(aside, pem, { flag: "wx", mode, flush: true });
      for (const { path, aside } of files) renameSync(aside, path);
    } finally {
      for (const { aside } of files) rmSync(aside, { force: true });
    }
  } catch (error) {
    throw new ConfigError(
      `Cannot write ${keyPath} and ${certPath}: ${reason(error)}. Start Earshot in a folder that can be written, or set KEY and CERT.`,
      { cause: error },
    );
  }
  return { covers };
}

/** Make the pair if neither file is there; returns whether it did. One without the other is an error. */
export async function makeCertificateIfNone(paths: CertificatePaths): Promise<boolean> {
  const [key, cert] = [existsSync(paths.keyPath), existsSync(paths.certPath)];
  if (key && cert) return false;
  if (key || cert) {
    const [there, missing] = key ? [paths.keyPath, paths.certPath] : [paths.certPath, paths.keyPath];
    throw new ConfigError(
      `${there} is there, but ${missing} is missing; put it back, or \`npm run cert\` makes a new pair.`,
    );
  }
  await makeCertificate(paths);
  return true;
}
