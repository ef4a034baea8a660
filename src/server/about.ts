/** Which message between two people an error is about, so that its sender can tell. Pure. */
import { ID } from "../protocol/messages.ts";

/** What an error says of the message that it is about. */
export interface About {
  readonly call?: string | undefined;
  readonly target?: string | undefined;
  readonly mid?: string | undefined;
}

const isId = (value: unknown): value is string => typeof value === "string" && ID.test(value);

/** The `mid` of a message's data, if it has one that is an id. */
export function midOf(data: object): { mid?: string } {
  const { mid } = data as { mid?: unknown };
  return isId(mid) ? { mid } : {};
}

/** Of JSON that is no message, or was not read: whom it was for and its `mid`, if that is an id; else nothing. */
export function aboutOf(json: unknown): About {
  const { data } = Object(json) as { data?: unknown };
  const { target } = Object(data) as { target?: unknown };
  const { mid } = midOf(Object(data) as object);
  return mid !== undefined && isId(target) ? { target, mid } : {};
}

/** Of a frame that was not read, from its bytes. */
export function aboutFrame(bytes: Buffer): About {
  try {
    return aboutOf(JSON.parse(bytes.toString("utf8")));
  } catch {
    // Nothing can be said of what it is about.
    return {};
  }
}
