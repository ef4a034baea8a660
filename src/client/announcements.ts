/** What a screen reader says of a call when something changes: what others see at a glance. Pure. */
import type { AppState } from "./state.ts";
import { words } from "./words/later.ts";
import { describe } from "./connection.ts";

/** What of a call is told. */
export type Told = Pick<AppState, "media" | "theirs" | "quality">;

/** What there is to say after a change, in one sentence or several; empty where there is nothing. */
export function announcement(before: Told, now: Told, name: string): string {
  const { said } = words.call;
  const sentences: (string | undefined)[] = [
    turned(before.media.muted, now.media.muted, said.muted, said.unmuted),
    turned(before.media.cameraOff, now.media.cameraOff, said.cameraOff, said.cameraOn),
    turned(shared(before.media.ownScreen), shared(now.media.ownScreen), said.shared, said.stopped),
    turned(before.media.unheard, now.media.unheard, said.unheard, undefined),
    turned(before.theirs.muted, now.theirs.muted, said.theyMuted(name), said.theyUnmuted(name)),
    turned(before.theirs.cameraOff, now.theirs.cameraOff, said.theirCameraOff(name), said.theirCameraOn(name)),
    turned(
      shared(before.media.theirScreen),
      shared(now.media.theirScreen),
      said.theyShare(name),
      said.theyStopped(name),
    ),
    ofQuality(before, now),
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(". ");
}

const shared = (screen: MediaStream | undefined): boolean => screen !== undefined;

function turned(before: boolean, now: boolean, on: string, off: string | undefined): string | undefined {
  if (before === now) return undefined;
  return now ? on : off;
}

/** Only what is heard or seen: when it becomes poor, and when it is poor no more. */
function ofQuality({ quality: before }: Told, { quality: now }: Told): string | undefined {
  if (!now || now.grade === before?.grade) return undefined;
  if (now.grade === "poor") return describe(now);
  return before?.grade === "poor" ? words.call.said.betterAgain : undefined;
}
