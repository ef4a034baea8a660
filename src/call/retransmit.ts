/** What is said more than once: until a call is connected, any socket may die with a message on its way. */
import type { SignalMessage } from "../protocol/messages.ts";
import type { Call, Calling, Connecting } from "./call.ts";
import type { Effect, Step } from "./event.ts";
import { ringing, sent } from "./message.ts";

/**
 * Say something that would be said again after a reconnect. A callee of the old protocol throws candidates away that
 * come before it accepted: they are held. So are ours, should they be gathered before the description was said.
 */
export function say(call: Calling | Connecting, message: SignalMessage): Step {
  const description = message.type === "offer" || message.type === "accept";
  const said = description ? [message, ...call.said] : [...call.said, message];
  const next = { ...call, said };
  if (description) return [next, ...sent(call.phase === "calling" && call.peer.legacy ? [message] : said)];
  const hold = !described(call) || (call.phase === "calling" && call.peer.legacy);
  return [next, ...(hold ? [] : sent([message]))];
}

/** Our own description has been said, and candidates may follow it. */
export function described({ phase, direction, said }: Calling | Connecting): boolean {
  const callerConnects = phase === "connecting" && direction === "outgoing";
  return callerConnects || said.some(({ type }) => type === "offer" || type === "accept");
}

/** After a reconnect: what may have been lost with the old socket is said again; receivers drop what they have. */
export function repeat(call: Call): Effect[] {
  switch (call.phase) {
    case "calling":
      return sent(described(call) && !call.peer.legacy ? call.said : []);
    case "connecting":
      return sent(described(call) ? call.said : []);
    case "ringing":
      return call.peer.legacy ? [] : sent([ringing(call)]);
    default:
      return [];
  }
}
