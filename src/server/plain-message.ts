/**
 * Most of what is passed on has nothing unusual about it: its schema would let it through unchanged. To see that takes a
 * third of the time that the schema does; whatever is not surely so is left to the schema. Pure.
 */
import { ID, MAX_CANDIDATE, MAX_FRAME } from "../protocol/messages.ts";
import type { SignalMessage } from "../protocol/messages.ts";

type Fields = Readonly<Record<string, unknown>>;

/** True only for a message that its schema takes as it is; false says nothing. */
export function isPlain(json: unknown): json is SignalMessage {
  if (!isObject(json) || !isObject(json["data"])) return false;
  for (const key in json) if (key !== "type" && key !== "data") return false;
  const { type, data } = json as { type: unknown; data: Fields };
  switch (type) {
    case "offer":
      return isDescription(data, "offer") && hasPlainFields(data, "media", isMedia);
    case "accept":
      return isDescription(data, "answer") && hasPlainFields(data);
    case "icecandidate":
      return isObject(data["candidate"]) && hasPlainFields(data, "candidate", isCandidate);
    default:
      return false;
  }
}

function isDescription({ type, sdp }: Fields, expected: string): boolean {
  return type === expected && typeof sdp === "string" && sdp.length > 0 && sdp.length <= MAX_FRAME;
}

/** Ids are ids, and nothing but the field `nested` has parts of its own. */
function hasPlainFields(data: Fields, nested?: string, isNested?: (value: Fields) => boolean): boolean {
  for (const key in data) {
    const value = data[key];
    switch (key) {
      case "target":
      case "source":
      case "call":
      case "id":
        if (typeof value !== "string" || !ID.test(value)) return false;
        break;
      case nested:
        if (!isObject(value) || !isNested?.(value)) return false;
        break;
      default:
        if (!isSimple(key, value)) return false;
    }
  }
  return true;
}

function isMedia(media: Fields): boolean {
  for (const key in media) {
    if (key === "video" ? typeof media[key] !== "boolean" : !isSimple(key, media[key])) return false;
  }
  return true;
}

function isCandidate(fields: Fields): boolean {
  const { candidate, sdpMid = null, sdpMLineIndex = null, usernameFragment = null } = fields;
  if (typeof candidate !== "string" || candidate.length > MAX_CANDIDATE) return false;
  if (sdpMid !== null && typeof sdpMid !== "string") return false;
  if (sdpMLineIndex !== null && typeof sdpMLineIndex !== "number") return false;
  if (usernameFragment !== null && typeof usernameFragment !== "string") return false;
  for (const key in fields) if (!isSimple(key, fields[key])) return false;
  return true;
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that has no parts, and whose name means nothing to JavaScript. */
const isSimple = (key: string, value: unknown): boolean =>
  (typeof value !== "object" || value === null) && !UNUSUAL.has(key);

const UNUSUAL: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
