/** The certificate that is served: the operator's, read anew when its files change, or our own, signed anew when it has to be. */
import { X509Certificate } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import type { Vouching } from "../../joining/vouching.ts";
import { ConfigError, reason } from "../config-error.ts";
import { authorityFor, type AuthorityPlaces, standingAuthority, type Wanted } from "./authorities.ts";
import { fingerprintOf, type Pair, signLeaf } from "./authority.ts";
import { permits, vouchingOf } from "./constraints.ts";
import { read, replace } from "./files.ts";
import { type CertificatePaths, loadCertificate } from "./load.ts";
import { addRecord, type Made, recordOf } from "./records.ts";

export interface Certificates {
  readonly pair: Pair;
  /** The authority that devices can install, in PEM; undefined if the certificate is the operator's. */
  readonly authority: { readonly cert: string; readonly vouching: Vouching } | undefined;
  /** A line about something that browsers will object to. */
  readonly warning: string | undefined;
  /**
   * See whether another certificate has to be served: because of what is wanted, of the clock, or of changed files. Returns
   * whether there is one now. Throws if that failed; the one that was served before is kept then.
   */
  refresh(wanted: Wanted): Promise<boolean>;
}

export interface CertificateOptions extends CertificatePaths, AuthorityPlaces {
  /** KEY and CERT were set: the pair is the operator's. */
  readonly ownCertificate: boolean;
  readonly now: () => Date;
}

/** A certificate that ends sooner than this is replaced, in milliseconds. */
const NEAR_END = 30 * 86_400_000;

/** The pair in the two files, or one that is made if there is none. Throws a `ConfigError` that says what to do. */
export async function openCertificates(options: CertificateOptions, wanted: Wanted): Promise<Certificates> {
  const certificates = isOurs(options) ? new Own(options) : new Operators(options);
  await certificates.refresh(wanted);
  return certificates;
}

function isOurs({ keyPath, certPath, ownCertificate, home }: CertificateOptions): boolean {
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

class Operators implements Certificates {
  readonly authority = undefined;
  readonly #options: CertificateOptions;
  #loaded: ReturnType<typeof loadCertificate> | undefined;
  #seen = "";

  constructor(options: CertificateOptions) {
    this.#options = options;
  }

  get pair(): Pair {
    if (!this.#loaded) throw new Error("no certificate has been loaded");
    return this.#loaded;
  }

  get warning(): string | undefined {
    return this.#loaded?.warning;
  }

  refresh(): Promise<boolean> {
    const { keyPath, certPath, now } = this.#options;
    const seen = [keyPath, certPath].map(stamp).join();
    if (seen === this.#seen) return Promise.resolve(false);
    // Also if it fails: what has not changed need not be read again.
    this.#seen = seen;
    return new Promise((resolve) => {
      const before = this.#loaded?.cert;
      this.#loaded = loadCertificate({ keyPath, certPath, now: now() });
      resolve(before !== this.#loaded.cert);
    });
  }
}

/** Changes whenever a file does. */
function stamp(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return [mtimeMs, size, ino].join(" ");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? ""; // In words, it is told when the file is read.
  }
}

class Own implements Certificates {
  readonly warning = undefined;
  readonly #options: CertificateOptions;
  #pair: Pair | undefined;
  #authority: Certificates["authority"];
  /** What the pair was last found good for. */
  #wanted = "";

  constructor(options: CertificateOptions) {
    this.#options = options;
  }

  get pair(): Pair {
    if (!this.#pair) throw new Error("no certificate has been made");
    return this.#pair;
  }

  get authority(): Certificates["authority"] {
    return this.#authority;
  }

  async refresh(wanted: Wanted): Promise<boolean> {
    const now = this.#options.now();
    const asked = JSON.stringify(wanted);
    if (this.#pair && asked === this.#wanted && !endsSoon(this.#pair.cert, now)) return false;

    this.#pair ??= this.#onDisk(now);
    const before = this.#pair;
    const standing = standingAuthority(wanted, this.#options, now);
    const good = standing !== undefined && this.#serves(wanted, standing.cert, now);
    this.#authority = good ? standing : await this.#renew(wanted, now);
    this.#wanted = asked;
    return this.#pair !== before;
  }

  /** Sign another pair if it has to be; returns the authority. */
  async #renew(wanted: Wanted, now: Date): Promise<Certificates["authority"]> {
    const authority = await authorityFor(wanted, this.#options, now);
    if (!this.#serves(wanted, authority.cert, now)) {
      this.#checkPlace();
      const names = wanted.names.filter((name) => permits(authority.constraints, name));
      const pair = await signLeaf(authority, names, now);
      this.#keep(pair, { authority: fingerprintOf(authority.cert), names: [...wanted.names] });
      this.#pair = pair;
    }
    return { cert: authority.cert, vouching: vouchingOf(authority.constraints) };
  }

  /** The pair of an earlier start, if it is whole. */
  #onDisk(now: Date): Pair | undefined {
    const { keyPath, certPath } = this.#options;
    if (!existsSync(certPath)) return undefined;
    try {
      return loadCertificate({ keyPath, certPath, now });
    } catch (error) {
      if (error instanceof ConfigError) return undefined; // Being ours, it can be made anew.
      throw error;
    }
  }

  /** Whether the present pair is signed by this authority, lasts, and was made for all of these names. */
  #serves({ names }: Wanted, authority: string, now: Date): boolean {
    if (!this.#pair) return false;
    const { cert } = this.#pair;
    const record = recordOf(this.#options.home, fingerprintOf(cert));
    return (
      record?.authority === fingerprintOf(authority) &&
      names.every((name) => record.names.includes(name)) &&
      !endsSoon(cert, now)
    );
  }

  /** The operator may have put another pair there meanwhile. */
  #checkPlace(): void {
    if (isOurs(this.#options)) return;
    const { certPath } = this.#options;
    throw new ConfigError(
      `${certPath} is no longer the certificate that Earshot made, and is left alone; start Earshot again to have it served.`,
    );
  }

  #keep({ key, cert }: Pair, rest: Omit<Made, "fingerprint">): void {
    const { keyPath, certPath, home } = this.#options;
    // Recorded first: a pair that is not would be the operator's for ever.
    addRecord(home, { fingerprint: fingerprintOf(cert), ...rest });
    try {
      replace({ path: keyPath, content: key, mode: 0o600 }, { path: certPath, content: cert, mode: 0o644 });
    } catch (error) {
      throw new ConfigError(
        `Cannot write ${keyPath} and ${certPath}: ${reason(error)}. Start Earshot in a folder that can be written, or set KEY and CERT.`,
        { cause: error },
      );
    }
  }
}

/** It is to be replaced, or the clock was wrong when it was made. */
function endsSoon(cert: string, now: Date): boolean {
  const { validFrom, validTo } = new X509Certificate(cert);
  return Date.parse(validTo) - now.getTime() < NEAR_END || now.getTime() < Date.parse(validFrom);
}
