/** The errors of getUserMedia (W3C mediacapture-streams, 10.2) and getDisplayMedia (screen-capture, 5.1), in words. */
import type { Kind } from "./constraints.ts";
import { words } from "./words/current.ts";

/** The words about one kind of device. */
export const wordsOf = (kind: Kind) => words.devices[kind === "audio" ? "microphone" : "camera"];

/** What is the matter with a microphone or a camera, and what to do. */
export function describeDevice(kind: Kind, error: string): string {
  const { forbidden, missing, taken, failed } = wordsOf(kind);
  switch (error) {
    case "NotAllowedError":
    case "SecurityError":
      return forbidden;
    case "NotFoundError":
    case "OverconstrainedError":
      return missing;
    case "NotReadableError":
    case "AbortError":
      return taken;
    default:
      return failed(error);
  }
}

/** Why a screen could not be shared; undefined if the user only thought better of it. */
export function describeScreen(error: unknown): string | undefined {
  const { name, message } = error instanceof Error ? error : { name: String(error), message: "" };
  const { forbidden, failed } = words.devices.screen;
  switch (name) {
    case "NotAllowedError":
      // Browsers say with the same error that the picker was closed; Chromium and Safari name the system where that forbids it.
      return /system/iu.test(message) ? forbidden : undefined;
    case "NotFoundError":
    case "NotReadableError":
      return forbidden;
    default:
      return failed(name);
  }
}
