/** Reading a TLS key and certificate, and all that can be wrong with them. */
import { createPrivateKey, type KeyObject, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { ConfigError, reason } from "../config-error.ts";
import type { Pair } from "./authority.ts";

/** Where the two PEM files are. */
export interface CertificatePaths {
  readonly keyPath: string;
  readonly certPath: string;
}

/** `cert` may hold a chain. */
export interface Certificate extends Pair {
  /** One line about something that browsers will object to. */
  readonly warning?: string;
}

const RENEW = "`npm run cert` makes a new pair";

/** Read both files and check that they serve. Throws a `ConfigError` that names KEY or CERT. */
export function loadCertificate({ keyPath, certPath, now }: CertificatePaths & { now: Date }): Certificate {
  const key = read("KEY", keyPath);
  const cert = read("CERT", certPath);
  if (!isPrivateKey(key) && isCertificate(key) && isPrivateKey(cert) && !isCertificate(cert)) {
    throw new ConfigError(
      `KEY and CERT are swapped: ${keyPath} holds the certificate, and ${certPath} the private key.`,
    );
  }
  const privateKey = parseKey(key, keyPath);
  const x509 = parseCertificate(cert, certPath);
  if (!x509.checkPrivateKey(privateKey)) {
    throw new ConfigError(
      `KEY and CERT do not match: ${keyPath} is not the private key of the first certificate in ${certPath}. Set both to one pair, or ${RENEW}.`,
    );
  }
  try {
    createSecureContext({ key, cert });
  } catch (error) {
    throw new ConfigError(`CERT: TLS refuses ${certPath}: ${(error as Error).message}.`, { cause: error });
  }
  const warning = datesWarning(x509, certPath, now);
  return { key, cert, ...(warning !== undefined && { warning }) };
}

function read(variable: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigError(
      `${variable}: cannot read ${path}: ${reason(error)}. Set KEY and CERT to PEM files, or ${RENEW}.`,
      { cause: error },
    );
  }
}

// Several kinds of PEM may stand in one file (RFC 7468).
const isPrivateKey = (pem: string) => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem);
const isCertificate = (pem: string) => /-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(pem);
const isEncrypted = (pem: string) => /BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(pem);

function parseKey(pem: string, path: string): KeyObject {
  if (isEncrypted(pem)) {
    throw new ConfigError(
      `KEY: ${path} is encrypted, and Earshot cannot ask for its password; \`openssl pkey -in FILE -out key.pem\` decrypts it.`,
    );
  }
  if (!isPrivateKey(pem)) throw new ConfigError(`KEY: ${path} is ${instead(pem)}; it must be a private key in PEM.`);
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new ConfigError(`KEY: the private key in ${path} is damaged; get it anew, or ${RENEW}.`, { cause: error });
  }
}

function parseCertificate(pem: string, path: string): X509Certificate {
  if (!isCertificate(pem)) throw new ConfigError(`CERT: ${path} is ${instead(pem)}; it must be a certificate in PEM.`);
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw new ConfigError(`CERT: the certificate in ${path} is damaged; get it anew, or ${RENEW}.`, { cause: error });
  }
}

function instead(pem: string): string {
  if (isPrivateKey(pem)) return "a private key";
  if (isCertificate(pem)) return "a certificate";
  return pem.includes("-----BEGIN ") ? "some other PEM file" : "not a PEM file";
}

function datesWarning({ validFrom, validTo }: X509Certificate, path: string, now: Date): string | undefined {
  const day = (date: string) => new Date(date).toISOString().slice(0, 10);
  if (now > new Date(validTo)) return `The certificate ${path} expired on ${day(validTo)}; ${RENEW}.`;
  if (now < new Date(validFrom)) {
    return `The certificate ${path} is not valid before ${day(validFrom)}; is this computer's clock right?`;
  }
  return undefined;
}

/** Those of `names`, DNS names and addresses, for which the certificate was not made. */
export function uncovered(cert: string, names: readonly string[]): string[] {
  const x509 = new X509Certificate(cert);
  return names.filter((name) => (isIP(name) === 0 ? x509.checkHost(name) : x509.checkIP(name)) === undefined);
}
