/** The certificate that is served, whoever made it. */
import type { Vouching } from "../../joining/vouching.ts";
import type { AuthorityPlaces, Wanted } from "./authorities.ts";
import type { Pair } from "./authority.ts";
import type { CertificatePaths } from "./load.ts";

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
