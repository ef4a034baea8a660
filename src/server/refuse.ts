/** Telling somebody that something of theirs was not done. Pure. */
import type { ErrorCode } from "../protocol/messages.ts";
import type { About } from "./about.ts";
import type { Delivery } from "./delivery.ts";

/** Of whoever is neither here nor away. */
export const GONE = "this person is not here any more";

/** An error to this connection; `about` is the message that it is about. */
export function refuse<C>(connection: C, code: ErrorCode, message: string, about: About = {}): Delivery<C>[] {
  return [{ to: connection, message: { type: "error", data: { code, message, ...about } } }];
}
