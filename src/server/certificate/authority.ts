/** An authority of our own: what it is made of, and what it signs (RFC 5280). */
import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { Constraints } from "./constraints.ts";

/** A certificate and its private key, both in PEM. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

/** On certificates that are made here, as organisation. */
export const ORGANIZATION = "Earshot";

const DAY = 86_400_000;
const TEN_YEARS = 3_652 * DAY;
/** Apple's devices take 825 days from an authority that its user installed, and most others 398. */
const LEAF = 397 * DAY;

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** The library costs 0.2 s to load, and most starts need nothing signed. */
async function library() {
  // It must come first.
  await import("reflect-metadata");
  const [x509, asn1, { AsnConvert }] = await Promise.all([
    import("@peculiar/x509"),
    import("@peculiar/asn1-x509"),
    import("@peculiar/asn1-schema"),
  ]);
  return { x509, asn1, AsnConvert };
}

type Library = Awaited<ReturnType<typeof library>>;

/** Make an authority that may vouch for what `constraints` permit, for servers only, for ten years. */
export async function makeAuthority(hostname: string, constraints: Constraints, now: Date): Promise<Pair> {
  const lib = await library();
  const { x509 } = lib;
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  // Two of one name would confuse those who must choose between them: people, and Firefox.
  const name = `Earshot on ${hostname.slice(0, 40)} (${randomBytes(3).toString("hex")})`;
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ O: [ORGANIZATION] }, { CN: [name] }],
    notBefore: new Date(now.getTime() - DAY),
    notAfter: new Date(now.getTime() + TEN_YEARS),
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      new x509.Extension(lib.asn1.id_ce_nameConstraints, true, encode(lib, constraints)),
    ],
  });
  return { cert: `${cert.toString("pem")}\n`, key: await privateKeyPem(keys.privateKey) };
}

/**
 * A pair for a server with these DNS names and addresses, each of which the authority must permit: one that it does not would
 * spoil the whole certificate. Valid since yesterday, since clocks differ, and for 397 days at most.
 */
export async function signLeaf(authority: Pair, names: readonly string[], now: Date): Promise<Pair> {
  const { x509 } = await library();
  const issuer = new x509.X509Certificate(authority.cert);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const notBefore = new Date(now.getTime() - DAY);
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    issuer: issuer.subjectName,
    subject: [{ O: [ORGANIZATION] }, { CN: [`Earshot at ${names[0]?.slice(0, 40)}`] }],
    notBefore,
    notAfter: new Date(Math.min(notBefore.getTime() + LEAF, issuer.notAfter.getTime())),
    publicKey: keys.publicKey,
    ...(await signer(authority.key)),
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ("dns" as const) : ("ip" as const), value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { cert: `${cert.toString("pem")}\n`, key: await privateKeyPem(keys.privateKey) };
}

/** What an authority may vouch for, as its certificate says; undefined if it sets no bounds. */
export async function constraintsOf(cert: string): Promise<Constraints | undefined> {
  const { x509, asn1, AsnConvert } = await library();
  const extension = new x509.X509Certificate(cert).getExtension(asn1.id_ce_nameConstraints);
  if (!extension) return undefined;
  const { permittedSubtrees } = AsnConvert.parse(extension.value, asn1.NameConstraints);
  const bases = [...(permittedSubtrees ?? [])].map(({ base }) => base);
  return {
    names: bases.flatMap(({ dNSName }) => dNSName ?? []),
    subnets: bases.flatMap(({ iPAddress }) => iPAddress ?? []),
  };
}

/** The SHA-256 fingerprint of a certificate in PEM, as devices show it: "AB:CD:…". */
export function fingerprintOf(cert: string): string {
  return new X509Certificate(cert).fingerprint256;
}

function encode({ asn1, AsnConvert }: Library, constraints: Constraints): ArrayBuffer {
  const { names, subnets } = constraints;
  const bases = [...names.map((dNSName) => ({ dNSName })), ...subnets.map((iPAddress) => ({ iPAddress }))];
  const subtrees = bases.map((base) => new asn1.GeneralSubtree({ base: new asn1.GeneralName(base) }));
  return AsnConvert.serialize(new asn1.NameConstraints({ permittedSubtrees: new asn1.GeneralSubtrees(subtrees) }));
}

/** Positive, and of 127 random bits (RFC 5280, 4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0]! & 0x7f) | 0x40;
  return bytes.toString("hex");
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey("pkcs8", key));
  return createPrivateKey({ key: der, format: "der", type: "pkcs8" })
    .export({ format: "pem", type: "pkcs8" })
    .toString();
}

/** How to sign with a private key in PEM: mkcert's authorities have RSA keys. */
async function signer(pem: string) {
  const key = createPrivateKey(pem);
  const curve = key.asymmetricKeyDetails?.namedCurve === "secp384r1" ? "P-384" : "P-256";
  const algorithm =
    key.asymmetricKeyType === "rsa"
      ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
      : { name: "ECDSA", namedCurve: curve, hash: curve === "P-384" ? "SHA-384" : "SHA-256" };
  const der = key.export({ format: "der", type: "pkcs8" });
  const signingKey = await webcrypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
  return { signingKey, signingAlgorithm: algorithm };
}
