/** How each track is encoded for a local network (W3C webrtc, 5.2): as well as one can see and hear, and the voice before all. Pure. */

/** What a sender sends: voice and face, a screen and its sound. */
export type Role = "voice" | "face" | "screen" | "sound";

/** How many lines a face is sent with at most, the most first; beyond the usual 720 only where all goes well. */
export const FITS = [1080, 720, 540, 360, 180] as const;
export type Fit = (typeof FITS)[number];
/** With how many a call begins. */
export const USUAL: Fit = 720;

/** What a sender is set to. */
export interface Encoding {
  readonly active?: boolean;
  /** In bits per second. */
  readonly maxBitrate: number;
  readonly scaleResolutionDownBy?: number;
  readonly priority: RTCPriorityType;
  readonly networkPriority: RTCPriorityType;
  readonly degradationPreference?: RTCDegradationPreference;
}

/** Bits per second for a face, by the lines that are sent: the most for pictures of at least so many. */
const BITRATES: readonly [lines: number, bitrate: number][] = [
  [1080, 4_500_000],
  [720, 2_500_000],
  [540, 1_500_000],
  [360, 800_000],
  [0, 300_000],
];

const VOICE = 64_000;
const SOUND = 128_000;
/** By size: text stays sharp, and a film can be watched. */
const SCREEN = { usual: 5_000_000, large: 6_000_000 };
const LARGE = 1080;

/** What the sender of this role is to be set to. `flowing`: pictures are sent at all; `lines` are those of the track, if it is known. */
export function encodingFor(role: Role, lines: number | undefined, fit: Fit, flowing: boolean): Encoding {
  switch (role) {
    case "voice":
      return { maxBitrate: VOICE, priority: "high", networkPriority: "high" };
    case "sound":
      return { maxBitrate: SOUND, priority: "medium", networkPriority: "medium" };
    case "screen":
      return {
        active: flowing,
        maxBitrate: (lines ?? 0) > LARGE ? SCREEN.large : SCREEN.usual,
        // A screen took the place of a face, perhaps, that was smaller.
        scaleResolutionDownBy: 1,
        priority: "low",
        networkPriority: "low",
        degradationPreference: "maintain-resolution",
      };
    case "face": {
      const scale = Math.max(1, (lines ?? fit) / fit);
      const sent = (lines ?? fit) / scale;
      return {
        active: flowing,
        maxBitrate: BITRATES.find(([least]) => sent >= least)?.[1] ?? 0,
        scaleResolutionDownBy: scale,
        priority: "low",
        networkPriority: "low",
        degradationPreference: "balanced",
      };
    }
  }
}
