/**
 * With how many lines the face is sent: fewer where the path is bad for long, so that the voice has room; more where all is well. Browsers
 * themselves follow the path from second to second; this sets how far they may go. Pure.
 */
import { type Fit, FITS, USUAL } from "./encoding.ts";
import type { Strain } from "./quality.ts";

/** Bad for so many measurements in a row: a step down. */
const BAD = 3;
/** Well for so many: a step up, at first; twice as many each time that one had to be taken back, at most. */
const WELL = 5;
const WELL_AT_MOST = 40;
/** A step up that was followed so soon by one down had been in vain, in measurements. */
const SOON = 10;
/** What the path must be able to take for more than the usual lines, in bits per second. */
const AMPLE = 6_000_000;

export interface Adaptation {
  readonly fit: Fit;
  readonly bad: number;
  readonly well: number;
  /** How many measurements must be well before the next step up. */
  readonly patience: number;
  /** Measurements since the last step up. */
  readonly since: number;
}

/** At the beginning of a call. */
export const usual: Adaptation = { fit: USUAL, bad: 0, well: 0, patience: WELL, since: Infinity };

/** What follows from one more measurement; they come at regular intervals. `before` is undefined at the first one. */
export function adapt(before: Adaptation | undefined, strain: Strain): Adaptation {
  return next(before ?? usual, strain);
}

function next(before: Adaptation, strain: Strain): Adaptation {
  const { fit } = before;
  const since = before.since + 1;
  if (isBad(fit, strain)) {
    const bad = before.bad + 1;
    const step = bad >= BAD ? lower(fit) : undefined;
    if (step === undefined) return { ...before, bad: Math.min(bad, BAD), well: 0, since };
    const patience = since <= SOON ? Math.min(WELL_AT_MOST, before.patience * 2) : before.patience;
    return { fit: step, bad: 0, well: 0, patience, since: Infinity };
  }
  if (!isWell(fit, strain)) return { ...before, bad: 0, well: 0, since };
  const well = before.well + 1;
  const step = well >= before.patience ? higher(fit) : undefined;
  if (step === undefined) return { ...before, bad: 0, well: Math.min(well, before.patience), since };
  return { ...before, fit: step, bad: 0, well: 0, since: 0 };
}

/** More than the usual lines are a luxury: whatever stands in their way ends them. */
function isBad(fit: Fit, { grade, limit }: Strain): boolean {
  return grade === "poor" || (fit > USUAL && (grade === "fair" || limit !== undefined));
}

function isWell(fit: Fit, { grade, limit, available }: Strain): boolean {
  if (grade !== "good") return false;
  return fit < USUAL || (limit === undefined && (available ?? AMPLE) >= AMPLE);
}

const lower = (fit: Fit): Fit | undefined => FITS[FITS.indexOf(fit) + 1];
const higher = (fit: Fit): Fit | undefined => FITS[FITS.indexOf(fit) - 1];
