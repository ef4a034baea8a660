/** How loud a sound is, as a meter shows it. Pure. */

/** In decibels below full scale: what counts as silence, and a voice close to the microphone. */
const SILENT = -55;
const LOUD = -15;
/** What is left of a peak at the next reading: a meter that falls at once flickers. */
const FALL = 0.7;

/** From 0 (silence) to 1 (as loud as people speak): the samples' root mean square, in decibels. Samples are from -1 to 1. */
export function loudness(samples: Float32Array): number {
  let power = 0;
  for (const sample of samples) power += sample * sample;
  const decibels = 10 * Math.log10(power / samples.length);
  return decibels > SILENT ? Math.min(1, (decibels - SILENT) / (LOUD - SILENT)) : 0;
}

/** What a meter shows next: up at once, down slowly. */
export function settle(shown: number, level: number): number {
  const next = Math.max(level, shown * FALL);
  return next < 0.01 ? 0 : next;
}
