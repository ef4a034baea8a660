/** Whose certificate is served: the operator's, or our own. */
import type { Wanted } from "./authorities.ts";
import type { CertificateOptions, Certificates } from "./certificates.ts";
import { Operators } from "./operators.ts";
import { Own } from "./own.ts";
import { isOurs } from "./ownership.ts";

/** The pair in the two files, or one that is made if there is none. Throws a `ConfigError` that says what to do. */
export async function openCertificates(options: CertificateOptions, wanted: Wanted): Promise<Certificates> {
  const certificates = isOurs(options) ? new Own(options) : new Operators(options);
  await certificates.refresh(wanted);
  return certificates;
}
