/** From the bytes of one frame to a message, or to the reason why it is none. Pure. */
import * as v from "valibot";
import { MAX_FRAME, ServerMessage } from "../protocol/messages.ts";
import type { ErrorCode } from "../protocol/messages.ts";
import { ReadMessage } from "../protocol/talk.ts";
import { type About, aboutOf } from "./about.ts";
import { isPlain } from "./plain-message.ts";

/** A message of a type that this version does not know: relayed if it names a target, else ignored. */
const OtherMessage = v.looseObject({
  type: v.string(),
  data: v.looseObject({
    target: v.pipe(v.string(), v.maxLength(64)),
    source: v.optional(v.string()),
    call: v.optional(v.string()),
  }),
});

export type OtherMessage = v.InferOutput<typeof OtherMessage>;

export type Frame =
  /** `json` is the message as it came, before it was read. */
  | { kind: "known"; message: ReadMessage; json: unknown }
  | { kind: "other"; message: OtherMessage; json: unknown }
  | { kind: "ignored" }
  | { kind: "refused"; code: ErrorCode; reason: string; about: About };

/** No message that we know is deeper than this; writing a frame again whose depth has no limit would overflow the stack. */
const MAX_DEPTH = 32;

const KNOWN: ReadonlySet<string> = new Set(ReadMessage.options.map(({ entries }) => entries.type.literal));
/** Passed on, what only a server says would be taken for its own word: a list of people, an id, addresses. */
const SERVERS: ReadonlySet<string> = new Set(ServerMessage.options.map(({ entries }) => entries.type.literal));

/** Read a text frame of UTF-8 JSON; never throws. */
export function readFrame(data: Buffer, isBinary: boolean): Frame {
  if (data.length > MAX_FRAME) return refused(`a frame has at most ${MAX_FRAME} bytes`, undefined, "too-large");
  if (isBinary) return refused("send text frames");
  let json: unknown;
  try {
    json = JSON.parse(data.toString("utf8"));
  } catch {
    return refused("not JSON");
  }
  if (isPlain(json)) return { kind: "known", message: json, json };
  if (deeperThan(MAX_DEPTH, json)) return refused(`nested more than ${MAX_DEPTH} levels deep`, json);
  const known = v.safeParse(ReadMessage, json);
  if (known.success) return { kind: "known", message: known.output, json };
  const type = v.safeParse(v.object({ type: v.string() }), json);
  if (!type.success || KNOWN.has(type.output.type)) {
    const [issue] = known.issues;
    return refused(`${v.getDotPath(issue) ?? "frame"}: ${issue.message}`, json);
  }
  if (SERVERS.has(type.output.type)) return refused("only the server says this", json);
  const other = v.safeParse(OtherMessage, json);
  return other.success ? { kind: "other", message: other.output, json } : { kind: "ignored" };
}

function deeperThan(levels: number, json: unknown): boolean {
  if (typeof json !== "object" || json === null) return false;
  if (levels === 0) return true;
  for (const key in json) if (deeperThan(levels - 1, (json as Record<string, unknown>)[key])) return true;
  return false;
}

function refused(reason: string, json?: unknown, code: ErrorCode = "bad-message"): Frame {
  return { kind: "refused", code, reason, about: aboutOf(json) };
}
