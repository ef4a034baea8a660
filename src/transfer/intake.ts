/**
 * What may come next at the receiver, so that nothing is kept that was not announced, or that nobody asked for. After a `want` everything
 * is passed over until the sender's mark says that what was wanted comes. Pure; sizes are in bytes.
 */
import { type Label, WINDOW } from "../protocol/handing.ts";
import type { FileInfo } from "../protocol/talk.ts";

export interface Intake {
  /** What comes, or is wanted. */
  readonly file: number;
  /** Where in it. */
  readonly at: number;
  /** Its mark has not come: whatever else comes was sent before it was wanted. Then its bytes come; and then the mark of the next. */
  readonly phase: "wanted" | "coming" | "between";
  /** What was passed over since. */
  readonly over: number;
}

/** `keep`: these bytes are the next of the file; `check`: the file is complete, as far as it goes; `confused`: nobody can tell what this is. */
export type Verdict = "keep" | "check" | "ignore" | "too-much" | "confused";

/** A sender may be ahead of what is kept by `WINDOW`; one that is ahead by more than this minds nothing. */
const TOO_FAR = WINDOW + 8 * 1024 * 1024;

export const wanting = (file: number, at: number): Intake => ({ file, at, phase: "wanted", over: 0 });

/** @param unkept what has come before and is not kept yet */
export function tookBytes(
  intake: Intake,
  bytes: number,
  files: readonly FileInfo[],
  unkept: number,
): [Intake, Verdict] {
  if (intake.phase === "wanted") {
    const over = intake.over + bytes;
    return [{ ...intake, over }, over > TOO_FAR ? "too-much" : "ignore"];
  }
  const at = intake.at + bytes;
  const size = intake.phase === "coming" ? (files[intake.file]?.size ?? 0) : 0;
  return at > size || unkept + bytes > TOO_FAR ? [intake, "too-much"] : [{ ...intake, at }, "keep"];
}

export function tookLabel(intake: Intake, label: Label, files: readonly FileInfo[]): [Intake, Verdict] {
  if ("digest" in label) {
    if (intake.phase === "wanted") return [intake, "ignore"];
    const complete = intake.phase === "coming" && label.file === intake.file && intake.at === files[intake.file]?.size;
    return complete ? [{ file: intake.file + 1, at: 0, phase: "between", over: 0 }, "check"] : [intake, "confused"];
  }
  const expected = label.file === intake.file && label.at === intake.at && intake.phase !== "coming";
  if (expected) return [{ ...intake, phase: "coming", over: 0 }, "ignore"];
  return [intake, intake.phase === "wanted" ? "ignore" : "confused"];
}
