/**
 * What is said on the connection that carries files, by its two channels, both negotiated: 0, "control", JSON text both ways; and 1,
 * "files", from the sender to the receiver: JSON text that says what comes, and the bytes themselves.
 */
import * as v from "valibot";
import { FilesGoodbye, MOST_FILES } from "./talk.ts";

/** Files go in pieces of so many bytes: what is kept, counted and sent anew is whole pieces. As large as the largest message, so that most are one. */
export const PIECE = 256 * 1024;
/** The sender is ahead of what the receiver has said that it kept by so many bytes at most, so that a slow disk bounds memory at both. */
export const WINDOW = 16 * 1024 * 1024;
/** How often either side says at least something on "control", in milliseconds. */
export const BEAT = 1_000;

/** How a call beside the files gets on; `free`: there is none. */
export const Load = v.picklist(["free", "call", "suffering"]);

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Of a file, in the list that was offered. */
const Place = v.pipe(Count, v.maxValue(MOST_FILES - 1));
const load = v.optional(v.fallback(Load, "free"), "free");
/** Pausing is shared: the higher `n` holds, and of two that are equal the one that pauses. */
const hold = { paused: v.boolean(), n: Count };

/** The receiver, when the channels are open, and whenever it wants anything else than what comes: send from this piece of this file on. */
export const Want = v.looseObject({
  type: v.literal("want"),
  data: v.looseObject({ file: Place, piece: Count, ...hold }),
});

/** Either side, when the channels are open and on each change: whether nothing is to be sent at this moment. */
export const HoldMessage = v.looseObject({ type: v.literal("hold"), data: v.looseObject(hold) });

/** The receiver: so many bytes of this file are kept. */
export const Got = v.looseObject({ type: v.literal("got"), data: v.looseObject({ file: Place, at: Count, load }) });

/** The receiver: this file has come, and its digest is the one that was said. */
export const Whole = v.looseObject({ type: v.literal("whole"), data: v.looseObject({ file: Place }) });

/** Either side, every `BEAT` and in answer to what is heard: still here. */
export const FilesBeat = v.looseObject({ type: v.literal("beat"), data: v.looseObject({ load }) });

/** Either side: it is over, as by `files-end`. */
export const End = v.looseObject({
  type: v.literal("end"),
  data: v.looseObject({ reason: v.fallback(FilesGoodbye, "cancelled") }),
});

/** All that is said on "control". */
export const ControlMessage = v.variant("type", [Want, HoldMessage, Got, Whole, FilesBeat, End]);

/** On "files": what follows are the bytes of this file, from `at` on. */
export const Mark = v.looseObject({ file: Place, at: Count });

/** On "files": that was all of it. `digest` is the SHA-256 of the SHA-256 of its pieces in a row, in hex digits. */
export const Digest = v.looseObject({ file: Place, digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });

/** The text messages on "files". */
export const Label = v.union([Digest, Mark]);

export type Load = v.InferOutput<typeof Load>;
export type Want = v.InferOutput<typeof Want>;
export type ControlMessage = v.InferOutput<typeof ControlMessage>;
export type Label = v.InferOutput<typeof Label>;
