/** What the page shows when a call has ended. Pure. */
import type { Call, Ended } from "../call/call.ts";
import type { AppState } from "./state.ts";
import { howItEnded, wasMissed } from "./words.ts";

/**
 * The change of what is shown: a sentence, or one more missed call; those gather until they are dismissed. `before` is the
 * call as it was: one that had ended already, and now ends for a better reason, is not missed twice.
 */
export function outcome({ missed }: Pick<AppState, "missed">, ended: Ended, before: Call): Partial<AppState> {
  if (wasMissed(ended)) {
    const told = before.phase === "idle" && before.ended !== undefined && wasMissed(before.ended);
    return told ? {} : { missed: [...missed, ended.peer.name] };
  }
  const notice = howItEnded(ended);
  return notice === undefined ? {} : { notice };
}
