/** The sender is whom the server says it is: writes `source` into messages and frames. Pure. */
import type { SignalMessage } from "../protocol/messages.ts";
import type { Relayed } from "./delivery.ts";

/** The message with its source; `id` is the name that SitePen's clients read on candidates. */
export function stamp(message: SignalMessage | Relayed, source: string): SignalMessage | Relayed {
  const id = message.type === "icecandidate" ? { id: source } : {};
  return { ...message, data: { ...message.data, ...id, source } };
}

/** The end of the data, and of the frame. */
const END = Buffer.from("}}");
const DATA = Buffer.from('"data"');
/** Any letter can be written like this, so that a key is not seen. */
const ESCAPED = Buffer.from("\\u");

/** Two pieces of text that make a message. */
export type Stamped = readonly [before: Uint8Array, after: Buffer];

/**
 * The text `bytes`, which holds the JSON value `json`, with `source` in its data. Undefined if that cannot be done without writing it
 * anew: this is quicker, but has to be sure that the last two braces are those of the data and of the frame, and that nothing of the
 * frame is there twice, since some readers take the first of two (RFC 8259, 4, leaves it to them). Both are so if the frame is `type`, a
 * string, then `data`, once, and nothing else.
 */
export function stampBytes(bytes: Buffer, json: unknown, source: string): Stamped | undefined {
  const end = bytes.length - END.length;
  if (bytes[end] !== END[0] || bytes[end + 1] !== END[1]) return undefined;
  const { type, data } = json as { type?: unknown; data?: unknown };
  if (typeof type !== "string" || typeof data !== "object" || data === null) return undefined;
  for (const key in json as object) if (key !== "type" && key !== "data") return undefined;
  const at = bytes.indexOf(DATA);
  if (at < 0 || bytes.toString("latin1", 0, at) !== `{"type":"${type}",`) return undefined;
  if (bytes.includes(DATA, at + 1) || bytes.includes(ESCAPED)) return undefined;
  let keys = 0;
  for (const key in data) {
    if (RESERVED.has(key)) return undefined;
    keys++;
  }
  if (keys === 0) return undefined;
  // SitePen's name for the source of a candidate.
  const id = type === "icecandidate" ? `,"id":"${source}"` : "";
  return [bytes.subarray(0, end), Buffer.from(`${id},"source":"${source}"}}`, "latin1")];
}

/** What is ours to write, and what would mean something else to a reader that is not careful. */
const RESERVED: ReadonlySet<string> = new Set(["source", "id", "__proto__", "constructor", "prototype"]);
