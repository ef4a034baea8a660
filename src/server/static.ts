/** The built page over HTTP: precompressed, revalidated or immutable, and nothing but the page. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { ConfigError, reason } from "./config-error.ts";
import { chooseCoding, CODINGS, type Coding } from "./encoding.ts";
import { securityHeaders } from "./security-headers.ts";

/** The bytes of one file in one coding. */
interface Body {
  readonly bytes: Buffer;
  readonly etag: string;
}

interface Asset {
  readonly headers: Readonly<Record<string, string>>;
  readonly plain: Body;
  readonly coded: Readonly<Partial<Record<Coding, Body>>>;
  readonly codings: readonly Coding[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
};

/** The build puts files whose name carries a hash of their content here, and nothing else. */
const HASHED = "/assets/";

/**
 * Answer requests with the files in `folder`. They are read now, and only now: what a build does to them later
 * cannot break an answer, the page always fits the version that this server announces, and no request reaches
 * the file system. Throws a `ConfigError` if they cannot be read.
 */
export function serveStatic(folder: string): (request: IncomingMessage, response: ServerResponse) => void {
  const assets = readAssets(folder);
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders(request.headers.host))) response.setHeader(name, value);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      return refuse(response, 405, "Method not allowed");
    }
    const path = pathOf(request.url ?? "");
    if (path === undefined) return refuse(response, 400, "Bad request");
    const asset = assets.get(path === "/" ? "/index.html" : path);
    return asset ? answer(asset, request, response) : refuse(response, 404, "Not found");
  };
}

function answer(asset: Asset, { headers }: IncomingMessage, response: ServerResponse): void {
  const coding = chooseCoding(headers["accept-encoding"]?.toString(), asset.codings);
  const { bytes, etag } = (coding && asset.coded[coding]) ?? asset.plain;
  for (const [name, value] of Object.entries(asset.headers)) response.setHeader(name, value);
  response.setHeader("ETag", etag);
  if (matches(headers["if-none-match"], etag)) {
    response.writeHead(304).end();
    return;
  }
  if (coding) response.setHeader("Content-Encoding", coding);
  // Node leaves the body out of the answer to HEAD by itself.
  response.writeHead(200, { "Content-Length": bytes.length }).end(bytes);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(`${text}\n`);
}

/** The decoded path of a request target (RFC 9112, 3.2); undefined if it has none. Encoded slashes stay encoded. */
function pathOf(target: string): string | undefined {
  const [path] = target.replace(/^https?:\/\/[^/?#]*/i, "").split(/[?#]/, 1);
  if (!path?.startsWith("/")) return undefined;
  try {
    return decodeURI(path);
  } catch {
    return undefined; // A malformed percent escape: the caller answers 400.
  }
}

/** Whether `If-None-Match` names this ETag (RFC 9110, 13.1.2, which compares weakly). */
function matches(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((each) => ["*", etag, `W/${etag}`].includes(each.trim())) ?? false;
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const files = new Map<string, Buffer>();
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      files.set(path.slice(folder.length).split(sep).join("/"), readFileSync(path));
    }
  } catch (error) {
    throw new ConfigError(`Cannot read the page in ${folder}: ${reason(error)}. \`npm run build\` makes it.`, {
      cause: error,
    });
  }
  const endings = Object.values(CODINGS);
  const coded = (path: string) =>
    endings.some((ending) => path.endsWith(ending) && files.has(path.slice(0, -ending.length)));
  return new Map([...files].filter(([path]) => !coded(path)).map(([path, bytes]) => [path, asset(path, bytes, files)]));
}

function asset(path: string, bytes: Buffer, files: ReadonlyMap<string, Buffer>): Asset {
  const codings = (Object.keys(CODINGS) as Coding[]).filter((coding) => files.has(path + CODINGS[coding]));
  return {
    headers: {
      "Content-Type": TYPES[extname(path)] ?? "application/octet-stream",
      "Cache-Control": path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache",
      ...(codings.length > 0 && { Vary: "Accept-Encoding" }),
    },
    plain: body(bytes),
    coded: Object.fromEntries(codings.map((coding) => [coding, body(files.get(path + CODINGS[coding])!)])),
    codings,
  };
}

function body(bytes: Buffer): Body {
  return { bytes, etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"` };
}
