/** Where the authority comes from: the state folder, in which it is made once, or mkcert's folder if the operator says so. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import { ConfigError, reason } from "../config-error.ts";
import { constraintsOf, makeAuthority, type Pair } from "./authority.ts";
import { type Constraints, exactConstraints, permits, privateConstraints } from "./constraints.ts";
import { create, read, replace } from "./files.ts";

/** What is to be reached, by which names. */
export interface Wanted {
  /** What this computer calls itself. */
  readonly hostname: string;
  /** Every DNS name and address that pages are opened by, loopback among them. */
  readonly names: readonly string[];
  /** The addresses among them by which phones come in. */
  readonly addresses: readonly string[];
}

/** Where to look, and where to keep. */
export interface AuthorityPlaces {
  /** The state folder. */
  readonly home: string;
  /** mkcert's own folder (`mkcert -CAROOT`), where its authority is to be used. */
  readonly caroot: string | undefined;
}

/** An authority, and what it permits; nothing bounds one that has no constraints. */
export interface Authority extends Pair {
  readonly constraints: Constraints | undefined;
}

/** One that ends sooner than this, in milliseconds, is made anew: its certificates would end too early. */
const LAST_YEAR = 397 * 86_400_000;

/**
 * The authority for `wanted`. Where none of the addresses is private, as on a campus, that is one of its own for exactly those. Throws a
 * `ConfigError` that names CAROOT or EARSHOT_HOME.
 */
export async function authorityFor(wanted: Wanted, { home, caroot }: AuthorityPlaces, now: Date): Promise<Authority> {
  if (caroot !== undefined) return fromCaroot(caroot);
  const { hostname, addresses } = wanted;
  const local = privateConstraints(hostname);
  const outside = addresses.filter((address) => !permits(local, address));
  return outside.length === 0 || outside.length < addresses.length
    ? kept(join(home, "authority.pem"), hostname, local, [], now)
    : kept(join(home, "authority-public.pem"), hostname, exactConstraints(hostname, outside), outside, now);
}

/** The one in this file, if it permits `needed`; otherwise a new one in its place. */
async function kept(path: string, hostname: string, constraints: Constraints, needed: string[], now: Date) {
  try {
    const old = read(path);
    if (old !== undefined) {
      const authority = await parse(old, path);
      const ends = Date.parse(new X509Certificate(authority.cert).validTo) - now.getTime();
      if (ends > LAST_YEAR && needed.every((name) => permits(authority.constraints, name))) return authority;
    }
    const { cert, key } = await makeAuthority(hostname, constraints, now);
    const file = { path, content: cert + key, mode: 0o600 };
    if (old === undefined) return await parse(create(file), path);
    replace(file);
    return await parse(file.content, path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `EARSHOT_HOME: cannot keep an authority in ${path}: ${reason(error)}. Set EARSHOT_HOME to a folder that can be written.`,
      { cause: error },
    );
  }
}

async function parse(pem: string, path: string): Promise<Authority> {
  try {
    const { cert, key } = split(pem);
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) throw new Error("not a pair");
    return { cert, key, constraints: await constraintsOf(cert) };
  } catch (error) {
    throw new ConfigError(
      `EARSHOT_HOME: ${path} is damaged; delete it, and a new authority is made, which devices must be told to trust anew.`,
      { cause: error },
    );
  }
}

async function fromCaroot(folder: string): Promise<Authority> {
  const [certPath, keyPath] = [join(folder, "rootCA.pem"), join(folder, "rootCA-key.pem")];
  const get = (path: string) => {
    try {
      return read(path);
    } catch (error) {
      throw new ConfigError(`CAROOT: cannot read ${path}: ${reason(error)}.`, { cause: error });
    }
  };
  const [cert, key] = [get(certPath), get(keyPath)];
  if (cert === undefined || key === undefined) {
    throw new ConfigError(
      `CAROOT: ${cert === undefined ? certPath : keyPath} does not exist; set CAROOT to what \`mkcert -CAROOT\` prints, or leave it out.`,
    );
  }
  try {
    const x509 = new X509Certificate(cert);
    if (!x509.ca || !x509.checkPrivateKey(createPrivateKey(key))) throw new Error("not an authority and its key");
    return { cert: x509.toString(), key, constraints: await constraintsOf(cert) };
  } catch (error) {
    throw new ConfigError(`CAROOT: ${certPath} and ${keyPath} are not an authority and its private key.`, {
      cause: error,
    });
  }
}

function split(pem: string): Pair {
  const [cert] = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/.exec(pem) ?? [];
  const [key] = /-----BEGIN PRIVATE KEY-----[^]*?-----END PRIVATE KEY-----\n/.exec(pem) ?? [];
  if (cert === undefined || key === undefined) throw new Error("a part is missing");
  return { cert, key };
}
