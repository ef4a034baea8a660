/** The authority's certificate and its profile, which are the same with and without TLS. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { CERTIFICATE_FILE, CERTIFICATE_PATH, PROFILE_PATH } from "../joining/step.ts";
import type { Vouching } from "../joining/vouching.ts";
import { languageOf } from "./language.ts";
import { profile } from "./profile.ts";

/** What devices are asked to trust. */
export interface Authority {
  readonly pem: string;
  readonly der: Buffer;
  /** SHA-256 of `der`, as in "AB:CD:…". */
  readonly fingerprint: string;
  readonly vouching: Vouching;
}

/**
 * Answers a GET or HEAD for one of the two, and says whether it has. It has not where there is no authority. Never cached,
 * since the laptop may have another one by then.
 */
export function serveAuthority(
  authority: () => Authority | undefined,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  return ({ method, url = "", headers }, response) => {
    const now = method === "GET" || method === "HEAD" ? authority() : undefined;
    if (now === undefined) return false;
    switch (pathOf(url)) {
      case CERTIFICATE_PATH:
        response.setHeader("Content-Disposition", `attachment; filename="${CERTIFICATE_FILE}"`);
        answer(response, "application/x-x509-ca-cert", now.der);
        return true;
      case PROFILE_PATH:
        // Not as an attachment: an iPhone is to open it, not to keep it.
        answer(
          response,
          "application/x-apple-aspen-config",
          Buffer.from(profile({ ...now, language: languageOf(url, headers["accept-language"]) })),
        );
        return true;
      default:
        return false;
    }
  };
}

function answer(response: ServerResponse, type: string, bytes: Buffer): void {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length, "Cache-Control": "no-store" });
  // Node leaves the body out of the answer to HEAD by itself.
  response.end(bytes);
}

/** The path of a request target, whether that is a whole URL or not (RFC 9112, 3.2), without its query. */
export function pathOf(target: string): string {
  const [path = ""] = target.replace(/^https?:\/\/[^/?#]*/iu, "").split(/[?#]/u, 1);
  return path === "" ? "/" : path;
}
