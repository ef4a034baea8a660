/**
 * What two people say to each other outside the call itself: words, and files that one hands to the other. By the server as
 * `{type, data: {target, source, ...}}`, or by the data channel of their call as `{type, data}`. The server reads `text` and `delivered`,
 * since it keeps words for those who are away, and passes the rest on unread.
 */
import * as v from "valibot";
import { Candidate, ClientMessage, Description, ID } from "./messages.ts";

/** The longest text, in bytes of UTF-8. */
export const MAX_TEXT = 16 * 1024;
/** How long the server keeps a text for somebody, in milliseconds. */
export const KEEP_TEXT = 10 * 60_000;
/** How many texts of one person to another the server keeps. */
export const MOST_TEXTS = 20;
/** How many files can be offered at once. */
export const MOST_FILES = 100;
/** How many offers of files of one person to another can be open. */
export const MOST_OFFERS = 10;
/** The longest name of a file in an offer, in UTF-16 code units. */
export const MAX_FILE_NAME = 255;

const Id = v.pipe(v.string(), v.regex(ID, "an id has 1 to 64 letters, digits, - or _"));
/** Of which message or offer of files it is about: made up by whoever began it, random enough never to meet another. */
const addressed = { target: v.optional(Id), source: v.optional(Id) };
const about = { ...addressed, mid: Id };

/** A person, who has written something; said again with the same `mid` until it is `delivered`. In a call it is the channel's `chat`. */
export const Text = v.looseObject({
  type: v.literal("text"),
  data: v.looseObject({
    ...about,
    text: v.pipe(v.string(), v.minLength(1), v.maxBytes(MAX_TEXT)),
    /** The sender's: it grows from text to text, so that one that had to be said again finds its place among the others. */
    seq: v.optional(v.fallback(v.optional(v.number()), undefined)),
    /** Written by the server: the sender's name, for one who has left since. */
    name: v.optional(v.string()),
    /** Written by the server on what it has kept: when that came, in milliseconds since 1970. */
    at: v.optional(v.number()),
  }),
});

/** The page that a text, or an offer of files, has reached: it shows it. */
export const Delivered = v.looseObject({ type: v.literal("delivered"), data: v.looseObject(about) });

/** Somebody is typing; said again every 3 s while they do. */
export const Typing = v.looseObject({ type: v.literal("typing"), data: v.looseObject(addressed) });

/** One file, as its sender announces it. `size` is in bytes. */
export const FileInfo = v.looseObject({
  name: v.pipe(v.string(), v.maxLength(MAX_FILE_NAME)),
  type: v.pipe(v.string(), v.maxLength(255)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** Somebody wants to hand files over; said again until it is `delivered`. Nothing is sent before they are accepted. */
export const Files = v.looseObject({
  type: v.literal("files"),
  data: v.looseObject({ ...about, files: v.pipe(v.array(FileInfo), v.minLength(1), v.maxLength(MOST_FILES)) }),
});

/** Why files are not taken. */
export const FilesRefusal = v.picklist(["declined", "too-many", "no-room"]);

/** Peer connections that are tried for one handing over are numbered, from 1. */
const Attempt = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The receiver: wants the files, or not. Wanting is said again whenever the path was lost and a new one is due. */
export const FilesAnswer = v.looseObject({
  type: v.literal("files-answer"),
  data: v.looseObject({
    ...about,
    accept: v.boolean(),
    /** The last connection that the receiver knows of, and has lost; absent if there was none. */
    attempt: v.optional(v.fallback(v.optional(Attempt), undefined)),
    reason: v.optional(v.fallback(FilesRefusal, "declined")),
  }),
});

/**
 * Either side, once accepted: a description or a candidate of the peer connection that carries the files. The sender makes the offer.
 * Each connection that is tried is numbered, from 1; whatever is about an earlier one means nothing any more.
 */
export const FilesLink = v.looseObject({
  type: v.literal("files-link"),
  data: v.looseObject({
    ...about,
    attempt: Attempt,
    description: v.optional(Description),
    candidate: v.optional(Candidate),
  }),
});

/** Why a handing over of files ended; `done`, which the receiver says: everything has come whole. */
export const FilesGoodbye = v.picklist([
  "done",
  "cancelled",
  "too-much",
  "corrupt",
  "no-room",
  "unreadable",
  "left",
  "unknown",
]);

/** Either side, at any time: it is over. `unknown`: the sender of this knows no such files (any more). */
export const FilesEnd = v.looseObject({
  type: v.literal("files-end"),
  data: v.looseObject({ ...about, reason: v.optional(v.fallback(FilesGoodbye, "cancelled")) }),
});

/** What is said about files. */
export const FilesMessage = v.variant("type", [Files, FilesAnswer, FilesLink, FilesEnd]);

/** All of it. */
export const TalkMessage = v.variant("type", [Text, Delivered, Typing, ...FilesMessage.options]);

/** Everything a client may say that the server reads; any other type is relayed to its `target`, or ignored without one. */
export const ReadMessage = v.variant("type", [...ClientMessage.options, Text, Delivered]);

export type Text = v.InferOutput<typeof Text>;
export type Delivered = v.InferOutput<typeof Delivered>;
export type FileInfo = v.InferOutput<typeof FileInfo>;
export type FilesRefusal = v.InferOutput<typeof FilesRefusal>;
export type FilesGoodbye = v.InferOutput<typeof FilesGoodbye>;
export type FilesMessage = v.InferOutput<typeof FilesMessage>;
export type TalkMessage = v.InferOutput<typeof TalkMessage>;
export type ReadMessage = v.InferOutput<typeof ReadMessage>;
