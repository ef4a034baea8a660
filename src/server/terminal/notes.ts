/** What the operator should know of the certificate, and of the system underneath, at the start. */
import { X509Certificate } from "node:crypto";
import { ORGANIZATION } from "../certificate/authority.ts";
import type { Certificates } from "../certificate/certificates.ts";
import { wslAdvice } from "./firewall.ts";

export interface Circumstances {
  /** In WSL2: the address to which Windows must pass connections on. */
  readonly wslAddress: string | undefined;
  readonly port: number;
  /** KEY and CERT were set. */
  readonly chosen: boolean;
}

/** Lines for the banner. */
export function notesOn(
  { pair, authority, warning }: Pick<Certificates, "pair" | "authority" | "warning">,
  { wslAddress, port, chosen }: Circumstances,
): string[] {
  const oneOff =
    authority === undefined && !chosen && new X509Certificate(pair.cert).issuer.includes(`O=${ORGANIZATION}`);
  return [
    ...(warning === undefined ? [] : [warning]),
    ...(oneOff
      ? [
          "No phone can be made to trust this certificate, which `npm run cert` or an older Earshot made:",
          "delete key.pem and cert.pem, and Earshot makes and renews its own.",
        ]
      : []),
    ...(wslAddress === undefined ? [] : wslAdvice(wslAddress, port)),
  ];
}
