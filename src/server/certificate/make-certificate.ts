/** `npm run cert`: a pair made with mkcert, which is then the operator's. */
import { randomBytes } from "node:crypto";
import { hostname, networkInterfaces } from "node:os";
import { hostNames, lanAddresses } from "../network/addresses.ts";
import { ConfigError, reason } from "../config-error.ts";
import { ORGANIZATION } from "./authority.ts";
import { replace } from "./files.ts";
import type { CertificatePaths } from "./load.ts";

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

  try {
    replace({ path: keyPath, content: key, mode: 0o600 }, { path: certPath, content: cert + ca.cert, mode: 0o644 });
  } catch (error) {
    throw new ConfigError(
      `Cannot write ${keyPath} and ${certPath}: ${reason(error)}. Start Earshot in a folder that can be written, or set KEY and CERT.`,
      { cause: error },
    );
  }
  return { covers };
}
