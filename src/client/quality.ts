/** How good the connection of a call is, in a word and in numbers, told from statistics (W3C webrtc-stats). Pure. */

/** Good: nothing to speak of. Fair: one sees or hears it. Poor: hard to talk. */
export type Grade = "good" | "fair" | "poor";

/** What holds the call back most. */
export type Cause = "loss" | "delay" | "cpu" | "bandwidth";

/** One direction of the picture. */
export interface Picture {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  /** In bits per second. */
  readonly bitrate: number;
  readonly codec?: string | undefined;
}

export interface Quality {
  readonly grade: Grade;
  /** Absent where nothing holds it back. */
  readonly cause?: Cause | undefined;
  /** There and back, in milliseconds. */
  readonly roundTrip?: number | undefined;
  /** The part of what was sent to this device that did not arrive, from 0 to 1, of late. */
  readonly loss: number;
  /** In milliseconds. */
  readonly jitter?: number | undefined;
  /** What is seen here; absent without a picture. */
  readonly received?: Picture | undefined;
  /** What is sent from here. */
  readonly sent?: Picture | undefined;
}
