/** Where the authority comes from: the state folder, in which it is made once, or mkcert's folder if the operator says so. */
import { createPrivateKey, X509Certificate } from "node:crypto";
import { join } from "node:path";
import type { Vouching } from "../../joining/vouching.ts";
import { ConfigError, reason } from "../config-error.ts";
import { constraintsOf, makeAuthority, type Pair } from "./authority.ts";
import { type Constraints, exactConstraints, permits, privateConstraints, vouchingOf } from "./constraints.ts";
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

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----\n/;

/** One that ends sooner than this, in milliseconds, is made anew: its certificates would end too early. */
const LAST_YEAR = 397 * 86_400_000;

/**
 * The authority for `wanted`. Where none of the addresses is private, as on a campus, that is one of its own for exactly those. Throws a
 * `ConfigError` that names CAROOT or EARSHOT_HOME.
 */
export async function authorityFor(wanted: Wanted, { home, caroot }: AuthorityPlaces, now: Date): Promise<Authority> {
  return caroot === undefined ? kept(slotFor(wanted, home), wanted.hostname, now) : fromCaroot(caroot);
}

/**
 * The certificate of the authority that there is for `wanted` already, in PEM; undefined if that takes more than to read a file, since
 * none is there, it is in its last year, or it is mkcert's. It may yet lack one of a campus's addresses.
 */
export function standingAuthority(
  wanted: Wanted,
  { home, caroot }: AuthorityPlaces,
  now: Date,
): { cert: string; vouching: Vouching } | undefined {
  if (caroot !== undefined) return undefined;
  const { path, constraints } = slotFor(wanted, home);
  const [cert] = CERTIFICATE.exec(tryToRead(path) ?? "") ?? [];
  return cert !== undefined && isLasting(cert, now) ? { cert, vouching: vouchingOf(constraints) } : undefined;
}

/** Where an authority is kept, and what it is made for. */
interface Slot {
  readonly path: string;
  readonly constraints: Constraints;
  /** Addresses that the one that is kept may not know yet. */
  readonly needed: readonly string[];
}

function slotFor({ hostname, addresses }: Wanted, home: string): Slot {
  const local = privateConstraints(hostname);
  const outside = addresses.filter((address) => !permits(local, address));
  return outside.length === 0 || outside.length < addresses.length
    ? { path: join(home, "authority.pem"), constraints: local, needed: [] }
    : { path: join(home, "authority-public.pem"), constraints: exactConstraints(hostname, outside), needed: outside };
}

function isLasting(cert: string, now: Date): boolean {
  return Date.parse(new X509Certificate(cert).validTo) - now.getTime() > LAST_YEAR;
}

/** The one that is kept there, if it permits what is needed; otherwise a new one in its place. */
async function kept({ path, constraints, needed }: Slot, hostname: string, now: Date) {
  try {
    const old = read(path);
    if (old !== undefined) {
      const authority = await parse(old, path);
      if (isLasting(authority.cert, now) && needed.every((name) => permits(authority.constraints, name)))
        return authority;
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
  const [cert] = CERTIFICATE.exec(pem) ?? [];
  const [key] = /-----BEGIN PRIVATE KEY-----[^]*?-----END PRIVATE KEY-----\n/.exec(pem) ?? [];
  if (cert === undefined || key === undefined) throw new Error("a part is missing");
  return { cert, key };
}

/** What stands in the way of reading it is told when it is needed. */
function tryToRead(path: string): string | undefined {
  try {
    return read(path);
  } catch {
    return undefined;
  }
}
