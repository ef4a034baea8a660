/** What somebody has said, by whichever way it came. Pure. */
import * as v from "valibot";
import { Chat } from "../../protocol/messages.ts";
import { TalkMessage } from "../../protocol/talk.ts";
import type { Arrival } from "../correspondence.ts";

export interface Heard {
  readonly from: string;
  /** As they are called, where the way tells. */
  readonly name?: string | undefined;
  readonly way: "channel" | "server";
  readonly message: TalkMessage;
}

/** Undefined if it is nothing that this version knows. `makeMid` names what came without a name, as SitePen's clients send it. */
export function read({ from, message }: Arrival, makeMid: () => string): Heard | undefined {
  if (from) {
    const said = asText(message, makeMid) ?? parsed(message);
    // Who it is is known by the channel, and nothing else.
    return said && { from: from.id, name: from.name, way: "channel", message: said };
  }
  const said = parsed(message);
  const source = said?.data.source;
  if (said === undefined || source === undefined) return undefined;
  return { from: source, name: said.type === "text" ? said.data.name : undefined, way: "server", message: said };
}

/** When a text was sent, by the server's word, whose clock may be another; both in milliseconds since 1970. `most` is how long it keeps one. */
export function sentAt(at: number | undefined, now: number, most: number): number {
  return at === undefined ? now : Math.min(now, Math.max(at, now - most));
}

function asText(message: unknown, makeMid: () => string): TalkMessage | undefined {
  const chat = v.safeParse(Chat, message);
  if (!chat.success) return undefined;
  const { data: text, mid = makeMid(), seq } = chat.output;
  return { type: "text", data: { text, mid, seq } };
}

function parsed(message: unknown): TalkMessage | undefined {
  const said = v.safeParse(TalkMessage, message);
  return said.success ? said.output : undefined;
}
