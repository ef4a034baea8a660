/**
 * Which names this server answers to. A page elsewhere can give its own name this computer's address, and would be of the same origin
 * as what it finds there (DNS rebinding); it cannot do so with an address, nor with a name that only this network knows.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { isIP } from "node:net";
import { elsewherePage } from "../joining/elsewhere.ts";
import { languageOf } from "./language.ts";

/** Whether a `Host` header (RFC 9110, 7.2) names this server: by an address, or by one of `names`, at any port. */
export function isOwnHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d{0,5}$/, "").toLowerCase();
  const address = /^\[(.*)\]$/.exec(name)?.[1] ?? name;
  return isIP(address) !== 0 || names.has(name.replace(/\.$/, ""));
}

export interface HostOptions {
  names(): ReadonlySet<string>;
  /** `https:` URLs by which it is opened, the best first. */
  addresses(): readonly string[];
  /** The look of the page at the door. */
  readonly style: string;
}

/**
 * Answer requests for other hosts with 421 (RFC 9110, 15.5.20) and where to go instead, as a page if the browser takes one; `next` gets
 * the rest.
 */
export function guardHost({ names, addresses, style }: HostOptions, next: RequestListener): RequestListener {
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return (request: IncomingMessage, response) => {
    const { host, accept = "", "accept-language": languages } = request.headers;
    if (isOwnHost(host, names())) return next(request, response);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Vary", "Accept, Accept-Language");
    if (!accept.includes("text/html")) {
      response.writeHead(421, { "Content-Type": "text/plain; charset=utf-8" }).end(plainly(addresses()));
      return;
    }
    const language = languageOf(request.url ?? "", languages);
    response.writeHead(421, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": language,
      "Content-Security-Policy": policy,
    });
    response.end(elsewherePage({ language, addresses: addresses(), style }));
  };
}

function plainly(addresses: readonly string[]): string {
  return [
    "Earshot does not go by this name. Open it here:",
    ...addresses,
    "",
    "Whoever runs it can add a name: NAMES=this.name npm start",
    "",
  ].join("\n");
}
