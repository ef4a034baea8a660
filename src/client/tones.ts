/** What Earshot sounds like: figures of notes, made with Web Audio, so that there is nothing to load when it must ring. Pure. */

/** The ringtone, at the callee's; for the caller, that it rings there, that they are busy, and that a call is over; and that somebody has written. */
export type ToneName = "ring" | "ringback" | "engaged" | "over" | "message";

/** One of the pure tones of which a sound is made up. */
export interface Overtone {
  /** In multiples of the note's pitch. */
  readonly ratio: number;
  /** From 0 to 1. */
  readonly level: number;
  /** The time in which it fades to a third, in seconds; absent where it is held until the note ends. */
  readonly fade?: number;
}

export interface Note {
  /** In Hz. */
  readonly pitch: number;
  /** From the beginning of the figure, in seconds. */
  readonly at: number;
  /** In seconds. */
  readonly length: number;
}

export interface Tone {
  readonly sound: readonly Overtone[];
  readonly notes: readonly Note[];
  /** How long it is, in seconds: it begins anew then, if it goes on. */
  readonly period: number;
  /** From 0 to 1, at full volume. */
  readonly level: number;
}

/** A marimba's bar is tuned so that its overtones stand at four times the pitch; they make it carry, and are gone at once. */
const MALLET: readonly Overtone[] = [
  { ratio: 1, level: 1, fade: 0.22 },
  { ratio: 2, level: 0.3, fade: 0.14 },
  { ratio: 4, level: 0.35, fade: 0.05 },
];
/** As telephones have it: one pitch, held. */
const HELD: readonly Overtone[] = [{ ratio: 1, level: 1 }];

const [G4, D5, G5, A5, B5, D6] = [392, 587.33, 783.99, 880, 987.77, 1174.66];

/** Somebody knocks, waits, and calls once more, in G. The pitches are where phones are loud and ears are good. */
const RING: readonly (readonly [pitch: number, at: number])[] = [
  [D5, 0],
  [G5, 0.15],
  [B5, 0.3],
  [D6, 0.6],
  [B5, 0.9],
  [A5, 1.2],
  [B5, 1.35],
  [D6, 1.5],
  [G5, 1.8],
];

export const TONES: Readonly<Record<ToneName, Tone>> = {
  ring: {
    sound: MALLET,
    notes: RING.map(([pitch, at]) => ({ pitch, at, length: 1 })),
    period: 3.6,
    level: 0.95,
  },
  /** The European ringback, 425 Hz, one second in five (ETSI TR 101 041-2), quietly. */
  ringback: { sound: HELD, notes: [{ pitch: 425, at: 0, length: 1 }], period: 5, level: 0.06 },
  /** The European busy tone, of which three beeps are enough. */
  engaged: {
    sound: HELD,
    notes: [0, 0.5, 1].map((at) => ({ pitch: 425, at, length: 0.25 })),
    period: 1.5,
    level: 0.06,
  },
  over: {
    sound: MALLET,
    notes: [
      { pitch: D5, at: 0, length: 0.4 },
      { pitch: G4, at: 0.14, length: 0.6 },
    ],
    period: 0.8,
    level: 0.15,
  },
  message: {
    sound: MALLET,
    notes: [
      { pitch: G5, at: 0, length: 0.4 },
      { pitch: D6, at: 0.1, length: 0.6 },
    ],
    period: 0.8,
    level: 0.25,
  },
};
