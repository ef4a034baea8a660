/**
 * How fast files go beside a call: audio first. Without a call there is no limit. In a call the rate begins low, rises slowly while the
 * call is fine and is halved when it suffers (AIMD, as congestion control has it); a token bucket spreads the messages. Pure: times are
 * in milliseconds on any clock that only goes forward, rates in bytes a second.
 */
import type { Load } from "../protocol/handing.ts";

export interface Pace {
  /** Absent: as fast as it goes. */
  readonly rate?: number;
  /** What may be sent at this moment, in bytes; below 0 after a message that was larger. */
  readonly tokens: number;
  /** When that was reckoned, and when the rate was last changed. */
  readonly at: number;
  readonly judged: number;
}

export const PACE = {
  start: 1024 * 1024,
  /** However the call gets on: files must come to an end. */
  floor: 256 * 1024,
  /** The rate rises by this. */
  step: 128 * 1024,
  /** The rate changes this often at most: what a change does to the call is seen only then. */
  judge: 1_000,
  /** So much of the rate can be sent at once, in milliseconds. */
  burst: 50,
} as const;

export const unlimited: Pace = { tokens: 0, at: 0, judged: 0 };

const WORSE: readonly Load[] = ["free", "call", "suffering"];

/** The worse of two, as the two sides see it. */
export const worse = (one: Load, other: Load): Load => (WORSE.indexOf(one) > WORSE.indexOf(other) ? one : other);

/** The pace, now that the call gets on like this. */
export function judged(pace: Pace, load: Load, now: number): Pace {
  if (load === "free") return pace.rate === undefined ? pace : unlimited;
  if (pace.rate === undefined) return { rate: PACE.start, tokens: 0, at: now, judged: now };
  if (now - pace.judged < PACE.judge) return pace;
  const rate = load === "suffering" ? Math.max(PACE.floor, pace.rate / 2) : pace.rate + PACE.step;
  return { ...filled(pace, now), rate, judged: now };
}

/** The pace after a message of so many bytes, if that may go now; otherwise how long it has to wait, in milliseconds. */
export function spend(pace: Pace, bytes: number, now: number): Pace | number {
  if (pace.rate === undefined) return pace;
  const { tokens, ...rest } = filled(pace, now);
  // What is larger than the bucket goes when that is full, and is paid for afterwards.
  const needed = Math.min(bytes, bucket(pace.rate));
  if (tokens >= needed) return { ...rest, tokens: tokens - bytes };
  return Math.max(1, Math.ceil(((needed - tokens) / pace.rate) * 1_000));
}

const bucket = (rate: number): number => (rate * PACE.burst) / 1_000;

function filled(pace: Pace, now: number): Pace {
  const { rate = 0, tokens, at } = pace;
  return { ...pace, tokens: Math.min(bucket(rate), tokens + (rate * (now - at)) / 1_000), at: now };
}
