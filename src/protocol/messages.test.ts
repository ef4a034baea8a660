import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { ClientMessage, MAX_FRAME, PeerMessage, ServerMessage } from "./messages.ts";

const reads = (schema: v.GenericSchema, message: unknown): boolean => v.safeParse(schema, message).success;
const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "x" };

describe("what a client says", () => {
  const messages: { type: string; data?: object }[] = [
    { type: "identify", data: { id: "V1StGXR8_Z5jdHi6B-myT", name: "Ann" } },
    { type: "identify", data: { id: "a", name: "Ann", token: "t", protocol: 1, device: "phone", status: "busy" } },
    { type: "beat" },
    { type: "offer", data: { target: "bob", type: "offer", sdp: "v=0", call: "c1", media: { video: false } } },
    { type: "ringing", data: { target: "bob", call: "c1" } },
    { type: "accept", data: { target: "bob", type: "answer", sdp: "v=0", call: "c1" } },
    { type: "reject", data: { target: "bob", call: "c1", reason: "busy" } },
    { type: "hangup", data: { target: "bob", call: "c1", reason: "no-answer" } },
    { type: "icecandidate", data: { target: "bob", call: "c1", candidate } },
    { type: "icecandidate", data: { target: "bob", candidate: { candidate: "", sdpMid: null, sdpMLineIndex: null } } },
    { type: "description", data: { target: "bob", call: "c1", description: { type: "offer", sdp: "v=0" } } },
    // As SitePen's clients say it: without `call`, with their own name in `source` or `id`.
    { type: "offer", data: { source: "ann", target: "bob", type: "offer", sdp: "v=0" } },
    { type: "accept", data: { source: "ann", target: "bob", type: "answer", sdp: "v=0" } },
    { type: "reject", data: { source: "ann", target: "bob" } },
    { type: "icecandidate", data: { id: "ann", target: "bob", candidate } },
  ];

  it.each(messages)("is read, and what is unknown in it is kept: $type", (message) => {
    const later = { ...message, data: { ...message.data, later: { deep: [1] } }, also: true };
    expect(v.parse(ClientMessage, later)).toEqual(message.type === "reject" ? expect.objectContaining(later) : later);
  });

  it.each<[string, unknown]>([
    ["an unknown type", { type: "wave", data: { target: "bob" } }],
    ["an empty id", { type: "identify", data: { id: "", name: "Ann" } }],
    ["an id that is too long", { type: "identify", data: { id: "x".repeat(65), name: "Ann" } }],
    ["an id with other characters", { type: "identify", data: { id: "a\n", name: "Ann" } }],
    ["an endless name", { type: "identify", data: { id: "a", name: "x".repeat(1025) } }],
    ["an offer without a description", { type: "offer", data: { target: "bob", type: "offer", sdp: "" } }],
    ["an offer of something else", { type: "offer", data: { target: "bob", type: "answer", sdp: "v=0" } }],
    ["a description that is too large", { type: "offer", data: { type: "offer", sdp: "x".repeat(MAX_FRAME + 1) } }],
    ["a candidate that is none", { type: "icecandidate", data: { target: "bob", candidate: "candidate:1" } }],
    ["no candidate", { type: "icecandidate", data: { target: "bob", candidate: null } }],
    ["a target that is none", { type: "hangup", data: { target: ["bob"] } }],
  ])("is not read: %s", (_, message) => {
    expect(reads(ClientMessage, message)).toBe(false);
  });

  it("says something that we understand, where a later version says more", () => {
    const reason = (type: string) => v.parse(ClientMessage, { type, data: { reason: "bored" } });
    expect(reason("reject")).toMatchObject({ data: { reason: "declined" } });
    expect(reason("hangup")).toMatchObject({ data: { reason: "hung-up" } });
    // Only the server says `away`.
    expect(v.parse(ClientMessage, { type: "identify", data: { id: "a", name: "Ann", status: "away" } })).toMatchObject({
      data: { status: "available" },
    });
  });
});

describe("what the server says", () => {
  it.each<{ type: string; data?: object; [field: string]: unknown }>([
    { type: "ready", version: "v1", id: "a", token: "t", protocol: 1, iceServers: [{ urls: "stun:x" }], addresses: [] },
    { type: "peer", data: { id: "a", name: "Ann", remove: true } },
    {
      type: "peers",
      data: { full: true, more: false, peers: [{ id: "a", name: "Ann", status: "away" }], gone: ["b"] },
    },
    { type: "missed", data: { calls: [{ source: "a", name: "Ann", at: 1 }] } },
    { type: "beat" },
    { type: "error", data: { code: "peer-gone", message: "gone", call: "c1", target: "bob" } },
    { type: "error", data: { code: "of a later version", message: "?" } },
    { type: "offer", data: { source: "bob", type: "offer", sdp: "v=0" } },
  ])("is read: $type", (message) => {
    expect(v.parse(ServerMessage, message)).toEqual(message);
  });

  it.each<unknown>([
    { type: "ready", version: "v1" },
    { type: "peers", data: {} },
    { type: "error", data: {} },
    null,
    [],
    "beat",
  ])("is not read: %j", (message) => {
    expect(reads(ServerMessage, message)).toBe(false);
  });
});

describe("what one page says to another", () => {
  it.each<{ type: string; data?: unknown }>([
    { type: "chat", data: "Hello" },
    { type: "disconnect" },
    { type: "media", data: { muted: true, cameraOff: false, sharing: true } },
    { type: "beat" },
    { type: "hangup", data: { reason: "lost" } },
    { type: "description", data: { description: { type: "answer", sdp: "v=0" } } },
    { type: "candidate", data: { candidate } },
  ])("is read: $type", (message) => {
    expect(v.parse(PeerMessage, message)).toEqual(message);
  });

  it.each<unknown>([
    { type: "chat" },
    { type: "chat", data: 5 },
    { type: "chat", data: "x".repeat(16_385) },
    { type: "media" },
    {},
  ])("is not read: %j", (message) => {
    expect(reads(PeerMessage, message)).toBe(false);
  });
});
