/** The configuration profile by which Apple's devices take the authority in (Apple, Device Management: CertificateRoot). */
import { createHash } from "node:crypto";
import { CERTIFICATE_FILE } from "../joining/step.ts";
import type { Language } from "../joining/languages.ts";
import type { Vouching } from "../joining/vouching.ts";
import { doorWords } from "../joining/words/all.ts";

/** What a profile is made of. */
export interface ProfileSource {
  /** The authority's certificate (DER). */
  readonly der: Buffer;
  /** Its SHA-256, as in "AB:CD:…". */
  readonly fingerprint: string;
  readonly vouching: Vouching;
  /** In which it is described to those who install it. */
  readonly language: Language;
}

/** Free of what XML would want escaped. */
function describe(vouching: Vouching, language: Language): string {
  const { profile, vouching: sentences } = doorWords[language];
  return [profile.about, sentences[vouching], profile.compare].join(language === "zh" ? "" : " ");
}

/**
 * A property list (XML, unsigned). The identifiers come from the fingerprint, so that a second installation replaces the
 * first, and another laptop's authority stands beside it.
 */
export function profile({ der, fingerprint, vouching, language }: ProfileSource): string {
  const description = describe(vouching, language);
  const id = `earshot.${createHash("sha256").update(fingerprint).digest("hex").slice(0, 16)}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>PayloadCertificateFileName</key>
			<string>${CERTIFICATE_FILE}</string>
			<key>PayloadContent</key>
			<data>${der.toString("base64")}</data>
			<key>PayloadDescription</key>
			<string>${description}</string>
			<key>PayloadDisplayName</key>
			<string>Earshot</string>
			<key>PayloadIdentifier</key>
			<string>${id}.authority</string>
			<key>PayloadType</key>
			<string>com.apple.security.root</string>
			<key>PayloadUUID</key>
			<string>${uuid(`authority ${fingerprint}`)}</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
		</dict>
	</array>
	<key>PayloadDescription</key>
	<string>${description}</string>
	<key>PayloadDisplayName</key>
	<string>Earshot</string>
	<key>PayloadIdentifier</key>
	<string>${id}</string>
	<key>PayloadRemovalDisallowed</key>
	<false/>
	<key>PayloadType</key>
	<string>Configuration</string>
	<key>PayloadUUID</key>
	<string>${uuid(`profile ${fingerprint}`)}</string>
	<key>PayloadVersion</key>
	<integer>1</integer>
</dict>
</plist>
`;
}

/** A UUID that is always the same for the same name (version 8, RFC 9562, 5.8: from a hash of our own choice). */
function uuid(name: string): string {
  const bytes = createHash("sha256").update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex").toUpperCase();
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
