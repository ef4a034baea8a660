/** The sender is whom the server says it is: writes `source` into messages and frames. Pure. */
import type { SignalMessage } from "../protocol/messages.ts";
import type { Relayed } from "./delivery.ts";

/** The message with its source; `id` is the name that SitePen's clients read on candidates. */
export function stamp(message: SignalMessage | Relayed, source: string): SignalMessage | Relayed {
  const id = message.type === "icecandidate" ? { id: source } : {};
  return { ...message, data: { ...message.data, ...id, source } };
}

/** Two pieces of text that make a message. */
export type Stamped = readonly [before: Uint8Array, after: Buffer];

const CLOSE = 0x7d;

/**
 * The text `bytes`, which holds the JSON value `json`, with `source` in its data. Undefined if that cannot be done without writing it
 * anew: this is quicker, but has to be sure that the last two braces are those of the data and of the frame, and that neither type nor data
 * nor source is there twice, since some readers take the first of two (RFC 8259, 4, leaves it to them). All is so if the frame begins with
 * its type and data, holds no other key, and closes as many objects as `json` has: one that was overwritten would be one more.
 */
export function stampBytes(bytes: Buffer, json: unknown, source: string): Stamped | undefined {
  const end = bytes.length - 2;
  if (bytes[end] !== CLOSE || bytes[end + 1] !== CLOSE) return undefined;
  const { type, data } = json as { type?: unknown; data?: unknown };
  if (typeof type !== "string" || typeof data !== "object" || data === null) return undefined;
  for (const key in json as object) if (key !== "type" && key !== "data") return undefined;
  const begin = `{"type":"${type}","data":{`;
  if (bytes.toString("latin1", 0, begin.length) !== begin) return undefined;
  let keys = 0;
  for (const key in data) {
    if (RESERVED.has(key)) return undefined;
    keys++;
  }
  if (keys === 0 || closings(bytes) !== objects(json)) return undefined;
  // SitePen's name for the source of a candidate.
  const id = type === "icecandidate" ? `,"id":"${source}"` : "";
  return [bytes.subarray(0, end), Buffer.from(`${id},"source":"${source}"}}`, "latin1")];
}

/** What is ours to write, and what would mean something else to a reader that is not careful. */
const RESERVED: ReadonlySet<string> = new Set(["source", "id", "__proto__", "constructor", "prototype"]);

/** How many closing braces there are, also in texts. */
function closings(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(CLOSE); at >= 0; at = bytes.indexOf(CLOSE, at + 1)) count++;
  return count;
}

/** How many objects a JSON value consists of, itself among them. */
function objects(json: unknown): number {
  if (typeof json !== "object" || json === null) return 0;
  let count = Array.isArray(json) ? 0 : 1;
  for (const key in json) count += objects((json as Record<string, unknown>)[key]);
  return count;
}
