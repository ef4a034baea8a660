/** Our own certificate: made when there is none, and signed anew when it has to be. */
import { X509Certificate } from "node:crypto";
import { existsSync } from "node:fs";
import { ConfigError, reason } from "../config-error.ts";
import { authorityFor, standingAuthority, type Wanted } from "./authorities.ts";
import { fingerprintOf, type Pair, signLeaf } from "./authority.ts";
import type { CertificateOptions, Certificates } from "./certificates.ts";
import { permits, vouchingOf } from "./constraints.ts";
import { replace } from "./files.ts";
import { loadCertificate } from "./load.ts";
import { isOurs } from "./ownership.ts";
import { addRecord, type Made, recordOf } from "./records.ts";

/** A certificate that ends sooner than this is replaced, in milliseconds. */
const NEAR_END = 30 * 86_400_000;

export class Own implements Certificates {
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

  get warning(): string | undefined {
    const from = new Date(this.#authority ? new X509Certificate(this.#authority.cert).validFrom : 0);
    if (from <= this.#options.now()) return undefined;
    return `Devices do not trust the authority before ${from.toISOString().slice(0, 10)}, which this computer's clock said when it was made. If the clock is right now, delete authority.pem in ${this.#options.home}, and a new one is made.`;
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
