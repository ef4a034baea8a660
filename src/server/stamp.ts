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

/** Two pieces of text that make a message. */
export type Stamped = readonly [before: Uint8Array, after: Buffer];

/**
 * The text `bytes`, which holds the JSON value `json`, with `source` in its data. Undefined if that cannot be done without writing it
 * anew: this is quicker, but has to be sure that the last two braces are those of the data and of the frame, and that no `source` is there
 * twice. They are if nothing but `type`, a string, and `data` stands in the frame: whichever of these is written last, and however
 * often, only `data` ends in a brace.
 */
export function stampBytes(bytes: Buffer, json: unknown, source: string): Stamped | undefined {
  const end = bytes.length - END.length;
  if (bytes[end] !== END[0] || bytes[end + 1] !== END[1]) return undefined;
  const { type, data } = json as { type?: unknown; data?: unknown };
  if (typeof type !== "string" || typeof data !== "object" || data === null) return undefined;
  for (const key in json as object) if (key !== "type" && key !== "data") return undefined;
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
