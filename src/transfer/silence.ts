/** Whether the other is still heard, judged by the time in which one could listen. Pure; times are in milliseconds. */

export interface Ear {
  /** When it was last looked. */
  readonly looked: number;
  /** For how long nothing had been heard then. */
  readonly silence: number;
}

/** Nothing for so long means that the path is lost. */
export const SILENCE = 3_000;
/** It is looked this often; */
export const LOOK = 500;
/** a look that is this late means that the page, or the whole device, slept: what was said meanwhile is yet to be heard. */
const ASLEEP = 2_000;

export const listening = (now: number): Ear => ({ looked: now, silence: 0 });

export function look({ looked, silence }: Ear, now: number): Ear {
  const since = now - looked;
  return { looked: now, silence: since > ASLEEP ? 0 : silence + since };
}
