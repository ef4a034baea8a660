/** What the port answers without TLS: one page that helps a device in, and what that page has to give. Never HSTS. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { joiningPage } from "../joining/page.ts";
import { ConfigError, reason } from "./config-error.ts";
import { languageOf } from "./language.ts";
import { type Authority, pathOf, serveAuthority } from "./serve-authority.ts";

/** What dist/joining holds. */
export interface JoiningAssets {
  readonly script: string;
  readonly style: string;
}

export interface PlainOptions extends JoiningAssets {
  /** None where the operator has brought a certificate. */
  readonly authority: () => Authority | undefined;
  /** When the certificate that is served now is valid. */
  readonly certificate: () => { readonly from: Date; readonly until: Date };
  /** Names that the certificate covers, with the port, the best first. */
  readonly names: () => readonly string[];
  readonly now: () => Date;
}

/** A name or IPv4 address. */
const NAME = /^[a-z0-9]([a-z0-9._-]{0,252})$/iu;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/iu;

/** Answers requests that came without TLS. Upgrades are not its business. */
export function servePlain(options: PlainOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const authority = serveAuthority(options.authority);
  const policy = policyFor(options);
  return (request, response) => {
    // Nobody asks twice, and the connection is wanted no more.
    response.setHeader("Connection", "close");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return say(response, 405, "Method not allowed");
    }
    if (authority(request, response)) return;
    if (pathOf(request.url ?? "") !== "/") {
      response.setHeader("Location", "/");
      return say(response, 303, "See /");
    }
    const host = withPort(request.headers.host);
    if (host === undefined) return say(response, 400, "Bad request: what host is meant?");
    page(request, response, host);
  };

  function page({ url = "", headers }: IncomingMessage, response: ServerResponse, host: string): void {
    const [own, names] = [options.authority(), options.names()];
    const language = languageOf(url, headers["accept-language"]);
    const html = joiningPage({
      language,
      userAgent: headers["user-agent"] ?? "",
      host,
      names,
      ...(own !== undefined && { authority: own }),
      certificate: options.certificate(),
      now: options.now(),
      script: options.script,
      style: options.style,
    });
    response.setHeader("Content-Security-Policy", policy(host, names));
    response.setHeader("Content-Language", language);
    response.setHeader("Vary", "Accept-Language");
    send(response, 200, "text/html; charset=utf-8", html);
  }
}

/**
 * Read what the build has made for the page. Throws a `ConfigError` if it cannot be read.
 */
export function readJoiningAssets(folder: string): JoiningAssets {
  const text = (name: string) => {
    const path = join(folder, name);
    try {
      return readFileSync(path, "utf8");
    } catch (error) {
      throw new ConfigError(`Cannot read ${path}: ${reason(error)}. \`npm run build\` makes it.`, { cause: error });
    }
  };
  return { script: text("script.js"), style: text("style.css") };
}

/** The content security policy: the page's own script and style, by their hashes, and looking whether this laptop answers. */
function policyFor({ script, style }: JoiningAssets): (host: string, names: readonly string[]) => string {
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const fixed = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return (host, names) => {
    // 'self' is this host with TLS, too (CSP 3, 6.7.2.8), but not to older browsers; and no source can be an IPv6 address.
    const own = host.startsWith("[") ? "https:" : `https://${host}`;
    const named = names.map((name) => ` http://${name} https://${name}`).join("");
    return `${fixed}; connect-src 'self' ${own}${named}`;
  };
}

/**
 * A `Host` header with its port, which is 80 where it names none (RFC 9110, 4.2.1): the same port speaks TLS. Undefined if it
 * is not the name or address of a host.
 */
function withPort(header: string | undefined): string | undefined {
  const [, host = "", port = "80"] = /^(.*?)(?::(\d{1,5}))?$/u.exec(header ?? "") ?? [];
  return NAME.test(host) || IPV6.test(host) ? `${host}:${port}` : undefined;
}

function say(response: ServerResponse, status: number, text: string): void {
  send(response, status, "text/plain; charset=utf-8", `${text}\n`);
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(text) }).end(text);
}
