/** Whether somebody speaks, told from how loud it is. Pure. */

/** How loud speech is at least: the root mean square of samples from -1 to 1. */
const LOUD = 0.03;
/** So much of it, in milliseconds, is no cough and no door any more; what is quiet between counts against it by half. */
const ENOUGH = 500;
/** Quiet for so long, in milliseconds, they have stopped. */
const SILENCE = 2_000;

export interface Speech {
  readonly speaking: boolean;
  /** Of late, in milliseconds. */
  readonly loud: number;
  readonly quiet: number;
}

export const silence: Speech = { speaking: false, loud: 0, quiet: 0 };

/** It was so loud for the last `elapsed` milliseconds. */
export function hear(before: Speech, level: number, elapsed: number): Speech {
  if (level >= LOUD) {
    const loud = Math.min(ENOUGH, before.loud + elapsed);
    return { speaking: before.speaking || loud >= ENOUGH, loud, quiet: 0 };
  }
  const quiet = before.quiet + elapsed;
  const speaking = before.speaking && quiet < SILENCE;
  return { speaking, loud: Math.max(0, before.loud - elapsed / 2), quiet };
}

/** The loudness of samples from -1 to 1: their root mean square. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}
