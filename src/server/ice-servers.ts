/** ICE_SERVERS: the STUN and TURN servers that pages are told to use. */
import * as v from "valibot";
import { ConfigError } from "./config-error.ts";

// RFC 7064 and RFC 7065.
const ICE_URL = /^(stun|turn)s?:(?:\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?(\?transport=(?:udp|tcp))?$/i;

/** Only TURN URLs have a query. Browsers refuse port 0 and those above 65535, and with them every call. */
function isIceUrl(url: string): boolean {
  const [, scheme, port = "3478", query] = ICE_URL.exec(url) ?? [];
  if (scheme === undefined || Number(port) < 1 || Number(port) > 65_535) return false;
  return query === undefined || scheme.toLowerCase() === "turn";
}

const URLS = "must be a URL such as stun:192.168.1.2:3478 or turn:192.168.1.2:3478, or an array of them";
const Url = v.pipe(v.string(URLS), v.check(isIceUrl, URLS));
const Text = v.optional(v.pipe(v.string("must be text"), v.nonEmpty("is empty")));

/** A server as `RTCConfiguration.iceServers` takes it. Fields that browsers do not know are dropped. */
const IceServer = v.pipe(
  v.object(
    {
      urls: v.union([Url, v.pipe(v.array(Url), v.nonEmpty(URLS))], URLS),
      username: Text,
      credential: Text,
    },
    // Valibot reports a missing field in its object's words, with the field's quoted name as what it expected.
    (issue) => (issue.expected === "Object" ? "must be an object" : "is missing"),
  ),
  v.check(
    ({ urls, username, credential }) =>
      ![urls].flat().some((url) => /^turn/i.test(url)) || (username !== undefined && credential !== undefined),
    "is a TURN server, which needs username and credential",
  ),
);
export type IceServer = v.InferOutput<typeof IceServer>;

const IceServers = v.array(IceServer, "must be an array");

/** The servers in `value`; none when it is undefined. Throws a `ConfigError`, which never quotes it: it holds credentials. */
export function iceServersFrom(value: string | undefined): IceServer[] {
  if (value === undefined) return [];
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    throw new ConfigError(`ICE_SERVERS is not JSON${EXAMPLE}`);
  }
  const result = v.safeParse(IceServers, json, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const where = v.getDotPath(issue);
  throw new ConfigError(`ICE_SERVERS${where === null ? "" : ` at ${where}`} ${issue.message}${EXAMPLE}`);
}

const EXAMPLE = '; write for example [{"urls": "stun:192.168.1.2:3478"}], or leave it out.';
