/** What the directory wants done, by whoever holds the sockets. */
import type { ServerMessage } from "../protocol/messages.ts";

/** Who hears of changes, each in the form that they understand: whoever sent `protocol`, or SitePen's clients. */
export type Audience = "modern" | "legacy";

/** A frame of a type that this version does not know, on its way from one page to another. */
export interface Relayed {
  type: string;
  data: { target?: string | undefined; source?: string | undefined; call?: string | undefined };
}

/** One message to a connection, or to a whole audience, or a connection to close. `source` is still to be stamped upon the message: it is this person's. What is `written` is the parts of a message's text. */
export type Delivery<C> =
  | { to: C; message: ServerMessage | Relayed; source?: string }
  | { to: C; written: readonly Uint8Array[] }
  | { all: Audience; message: ServerMessage; except?: C }
  | { close: C; code: number; reason: string };
