/** How good the connection of a call is, in a word and in numbers, told from statistics (W3C webrtc-stats). Pure. */
import type { Incoming, Outgoing, Sample, Stream } from "./sample.ts";

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

/** What is wrong with what is sent, for those who can do something about it. */
export interface Strain {
  readonly grade: Grade;
  /** What limits the encoder. */
  readonly limit?: "cpu" | "bandwidth" | undefined;
  /** What the path can take, in bits per second; absent where the browser does not tell. */
  readonly available?: number | undefined;
}

/** What was measured between two samples. */
export interface Measured {
  readonly quality: Quality;
  readonly strain: Strain;
  /** How often in a row it was measured otherwise than `quality.grade` says. */
  readonly doubts: number;
  /** How many measurements of this call there were, this one included. */
  readonly count: number;
}

/** From these on it is fair, and poor: parts of 1 lost, milliseconds there and back, and milliseconds of jitter. */
const LIMITS = { loss: [0.02, 0.08], roundTrip: [250, 600], jitter: [50, 120] } as const;
/** Fewer lines than these, for want of bandwidth, are hard to look at. */
const BLURRED = 240;
/** How often it must be measured in a row before the grade gets worse, and better: it does not flap. */
const WORSE = 2;
const BETTER = 3;
/** For so many measurements the browser still learns what the path can take, and sends less than that: nobody need read of it. */
const LEARNING = 5;

const ORDER: readonly Grade[] = ["good", "fair", "poor"];

/** What two successive samples tell; `previous` is what was told by the ones before. Undefined if nothing can be told from them. */
export function measure(before: Sample, after: Sample, previous?: Measured): Measured | undefined {
  const seconds = (after.at - before.at) / 1000;
  const incoming = changes(before.incoming, after.incoming);
  const outgoing = changes(before.outgoing, after.outgoing);
  const received = sum(incoming, ({ packets }) => packets);
  const missing = Math.max(
    0,
    sum(incoming, ({ lost }) => lost),
  );
  // Nothing has come: that is silence, of which others speak.
  if (seconds <= 0 || received + missing === 0) return undefined;
  const loss = missing / (received + missing);
  const sentLoss = Math.max(
    0,
    ...outgoing.filter(({ was, now }) => now.packets > was.packets).map(({ now }) => now.fractionLost),
  );
  const roundTrip = after.roundTrip === undefined ? undefined : after.roundTrip * 1000;
  const jitter = Math.max(0, ...incoming.filter(({ now }) => now.kind === "audio").map(({ now }) => now.jitter)) * 1000;
  const sent = pictureOf(outgoing, seconds);
  const count = (previous?.count ?? 0) + 1;
  const limit = outgoing.find(({ was, now }) => now.limit && now.frames > was.frames)?.now.limit;
  const delay = worst(graded(roundTrip, LIMITS.roundTrip), graded(jitter, LIMITS.jitter));
  const causes: readonly (readonly [Cause, Grade])[] = [
    ["loss", graded(Math.max(loss, sentLoss), LIMITS.loss)],
    ["delay", delay],
    ...(limit && !(limit === "bandwidth" && count <= LEARNING)
      ? [[limit, sent && Math.min(sent.width, sent.height) < BLURRED ? "poor" : "fair"] as const]
      : []),
  ];
  const now = worst(...causes.map(([, grade]) => grade));
  const { grade, doubts } = settle(now, previous);
  const cause = causes.find(([, one]) => one === now)?.[0];
  const quality: Quality = {
    grade,
    cause: grade === "good" ? undefined : now === "good" ? previous?.quality.cause : cause,
    roundTrip,
    loss,
    jitter,
    received: pictureOf(incoming, seconds),
    sent,
  };
  const strained = worst(graded(sentLoss, LIMITS.loss), graded(roundTrip, LIMITS.roundTrip));
  return { quality, doubts, count, strain: { grade: strained, limit, available: after.available } };
}

/** The grade changes once it was measured otherwise a few times in a row; the first few seconds of a call are of learning. */
function settle(now: Grade, previous: Measured | undefined): { grade: Grade; doubts: number } {
  const grade = previous?.quality.grade ?? "good";
  if (now === grade) return { grade, doubts: 0 };
  const doubts = (previous?.doubts ?? 0) + 1;
  const worse = ORDER.indexOf(now) > ORDER.indexOf(grade);
  return doubts >= (worse ? WORSE : BETTER) ? { grade: now, doubts: 0 } : { grade, doubts };
}

function graded(value: number | undefined, [fair, poor]: readonly [number, number]): Grade {
  if (value === undefined || value < fair) return "good";
  return value < poor ? "fair" : "poor";
}

function worst(...grades: Grade[]): Grade {
  return ORDER[Math.max(0, ...grades.map((grade) => ORDER.indexOf(grade)))] ?? "good";
}

interface Change<T> {
  readonly was: T;
  readonly now: T;
}

/** Of the streams that are in both: one that is new has no past to be compared with. */
function changes<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Change<T>[] {
  return [...after].flatMap(([id, now]) => {
    const was = before.get(id);
    return was ? [{ was, now }] : [];
  });
}

function sum<T>(all: readonly Change<T>[], of: (value: T) => number): number {
  return all.reduce((total, { was, now }) => total + of(now) - of(was), 0);
}

/** The largest picture of those that move: a screen rather than a face. */
function pictureOf(all: readonly Change<Incoming | Outgoing>[], seconds: number): Picture | undefined {
  const moving = all.filter(({ was, now }) => now.kind === "video" && now.frames > was.frames && now.width > 0);
  const [largest] = moving.sort((a, b) => pixels(b.now) - pixels(a.now));
  if (!largest) return undefined;
  const { was, now } = largest;
  return {
    width: now.width,
    height: now.height,
    framesPerSecond: Math.round((now.frames - was.frames) / seconds),
    bitrate: Math.round(((now.bytes - was.bytes) * 8) / seconds),
    codec: now.codec,
  };
}

const pixels = ({ width, height }: Stream): number => width * height;
