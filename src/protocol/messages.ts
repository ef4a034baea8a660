/**
 * Everything that crosses the wire: JSON text frames `{type, data}` between page and server, and the
 * same shape between two pages over their data channel. `docs/protocol.md` is this file in prose.
 *
 * Schemas are loose: fields that this version does not know are kept and relayed, so that versions can differ.
 */
import * as v from "valibot";

/** The protocol version that this code speaks; a client that sends none is one of SitePen's. */
export const PROTOCOL = 1;

/** The largest frame a client may send, in bytes. */
export const MAX_FRAME = 64 * 1024;

/** How often each side says that it is alive, in milliseconds. */
export const BEAT_EVERY = 10_000;

/** Silence after which a page gives its socket up, in milliseconds. The server, which must have told everyone by then, waits a little less. */
export const SILENCE = 25_000;

/** What an id consists of. */
export const ID = /^[\w-]{1,64}$/;

/** The longest candidate, in UTF-16 code units. */
export const MAX_CANDIDATE = 2048;

const Id = v.pipe(v.string(), v.regex(ID, "an id has 1 to 64 letters, digits, - or _"));
const CallId = v.optional(Id);
const Sdp = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FRAME));

/** A trickled ICE candidate (RFC 8838); an empty `candidate` means that there are no more. */
export const Candidate = v.looseObject({
  candidate: v.pipe(v.string(), v.maxLength(MAX_CANDIDATE)),
  sdpMid: v.optional(v.nullable(v.string())),
  sdpMLineIndex: v.optional(v.nullable(v.number())),
  usernameFragment: v.optional(v.nullable(v.string())),
});

/** A session description (RFC 8829), as `RTCPeerConnection.localDescription` has it; of type `rollback`, the callee's asking for an offer. */
export const Description = v.looseObject({
  type: v.picklist(["offer", "answer", "pranswer", "rollback"]),
  sdp: v.optional(v.string()),
  /** In an asking: the version of the caller's last description that has come. */
  seen: v.optional(v.fallback(v.optional(v.number()), undefined)),
});

/** What someone says of themselves; the server alone adds `away`. */
export const Status = v.picklist(["available", "busy", "do-not-disturb", "away"]);
export const Device = v.picklist(["phone", "tablet", "computer"]);

/** Why a call was not taken. */
export const Refusal = v.picklist(["declined", "busy"]);

/** Why a call was ended, said by the side that ended it. */
export const Goodbye = v.picklist(["cancelled", "no-answer", "hung-up", "failed", "lost", "replaced"]);

/** One person in the directory. */
export const Peer = v.looseObject({
  id: Id,
  name: v.string(),
  device: v.optional(Device),
  status: v.optional(Status),
  /** Absent for a client of the published SitePen protocol. */
  protocol: v.optional(v.number()),
  /** The server's warning: somebody else who is here has a name that looks like this one. */
  alike: v.optional(v.boolean()),
});

// Client to server

/** A page says who it is: once after `ready`, and again to change its name or status. */
export const Identify = v.looseObject({
  type: v.literal("identify"),
  data: v.looseObject({
    id: Id,
    name: v.pipe(v.string(), v.maxLength(1024)),
    token: v.optional(v.pipe(v.string(), v.maxLength(256))),
    // 1e999 is a number to JSON, but cannot be written as one again: nobody could read a list with it.
    protocol: v.optional(v.pipe(v.number(), v.integer())),
    device: v.optional(v.fallback(v.optional(Device), undefined)),
    status: v.optional(v.fallback(v.picklist(["available", "busy", "do-not-disturb"]), "available")),
  }),
});

/** Either side, every `BEAT_EVERY`: still here. Pages cannot see WebSocket pings. */
export const Beat = v.looseObject({ type: v.literal("beat") });

// Relayed from one page to another. The server stamps `source`; a client's own claim is only checked.

const relayed = { target: v.optional(Id), source: v.optional(Id), call: CallId };

/** The caller, once per call: the ring. Sent again after a reconnect, until it is answered. */
export const Offer = v.looseObject({
  type: v.literal("offer"),
  data: v.looseObject({
    ...relayed,
    type: v.literal("offer"),
    sdp: Sdp,
    media: v.optional(v.looseObject({ video: v.optional(v.boolean()) })),
  }),
});

/** The callee's page, when it really rings. */
export const Ringing = v.looseObject({ type: v.literal("ringing"), data: v.looseObject(relayed) });

/** The callee, when the user accepted: the answer. */
export const Accept = v.looseObject({
  type: v.literal("accept"),
  data: v.looseObject({ ...relayed, type: v.literal("answer"), sdp: Sdp }),
});

/** The callee, when the user declined or cannot take the call. */
export const Reject = v.looseObject({
  type: v.literal("reject"),
  data: v.looseObject({ ...relayed, reason: v.optional(v.fallback(Refusal, "declined")) }),
});

/** Either side, at any time: the call is over. */
export const Hangup = v.looseObject({
  type: v.literal("hangup"),
  data: v.looseObject({ ...relayed, reason: v.optional(v.fallback(Goodbye, "hung-up")) }),
});

/** Either side, while candidates are gathered; `id` is the source, under SitePen's name for it. */
export const IceCandidate = v.looseObject({
  type: v.literal("icecandidate"),
  data: v.looseObject({ ...relayed, id: v.optional(Id), candidate: Candidate }),
});

/** Either side of a connected call whose data channel is down: renegotiation or ICE restart. */
export const Redescription = v.looseObject({
  type: v.literal("description"),
  data: v.looseObject({ ...relayed, description: Description }),
});

/** What one page says to another about a call. */
export const SignalMessage = v.variant("type", [Offer, Ringing, Accept, Reject, Hangup, IceCandidate, Redescription]);

/** What a client says to the server, or about a call. The server reads a little more than this: see talk.ts. */
export const ClientMessage = v.variant("type", [Identify, Beat, ...SignalMessage.options]);

// Server to client

/** The server, at once on connect. */
export const Ready = v.looseObject({
  type: v.literal("ready"),
  /** Content hash of the served app. */
  version: v.string(),
  /** A fresh id that this connection may use. */
  id: Id,
  /** Proves `id` on later connections. */
  token: v.string(),
  protocol: v.number(),
  iceServers: v.array(v.looseObject({ urls: v.union([v.string(), v.array(v.string())]) })),
  /** Where else this server answers. */
  addresses: v.array(v.string()),
});

/** The server, to a client that sent `protocol`, when it answers at other addresses from now on: all of them, best first. */
export const Addresses = v.looseObject({
  type: v.literal("addresses"),
  data: v.looseObject({ addresses: v.array(v.string()) }),
});

/** The server, on one change, to a client that did not send `protocol` (the SitePen form). */
export const PeerChange = v.looseObject({
  type: v.literal("peer"),
  data: v.looseObject({ ...Peer.entries, remove: v.optional(v.boolean()) }),
});

/** The server: the whole list once a client has identified (in chunks, `more` on all but the last), then changes. */
export const Peers = v.looseObject({
  type: v.literal("peers"),
  data: v.looseObject({
    full: v.optional(v.boolean()),
    more: v.optional(v.boolean()),
    peers: v.array(Peer),
    gone: v.array(Id),
  }),
});

/** The server, to someone who returns: calls that were given up meanwhile. `at` is in milliseconds since 1970; `call` is absent for a caller that names none. */
export const Missed = v.looseObject({
  type: v.literal("missed"),
  data: v.looseObject({
    calls: v.array(v.looseObject({ source: Id, name: v.string(), at: v.number(), call: CallId })),
  }),
});

export const ErrorCode = v.picklist([
  "bad-message",
  "not-identified",
  "bad-token",
  "bad-name",
  "peer-gone",
  "too-fast",
  "too-large",
  "full",
  "replaced",
]);

/** The server, about something this client did. */
export const ServerError = v.looseObject({
  type: v.literal("error"),
  data: v.looseObject({
    code: v.string(),
    message: v.string(),
    call: CallId,
    target: v.optional(Id),
    /** Of a message between two people: see talk.ts. */
    mid: v.optional(Id),
  }),
});

export const ServerMessage = v.variant("type", [
  Ready,
  Addresses,
  PeerChange,
  Peers,
  Missed,
  Beat,
  ServerError,
  ...SignalMessage.options,
]);

// Page to page, over the data channel (negotiated, id 0, label "chat")

/** A line of text, as in SitePen's protocol; with a `mid` the other is to say that it is `delivered`, see talk.ts. */
export const Chat = v.looseObject({
  type: v.literal("chat"),
  data: v.pipe(v.string(), v.maxLength(16 * 1024)),
  mid: v.optional(v.fallback(v.optional(Id), undefined)),
  /** As in a text. */
  seq: v.optional(v.fallback(v.optional(v.number()), undefined)),
});

/** SitePen's goodbye. */
export const Disconnect = v.looseObject({ type: v.literal("disconnect") });

/** What the other can see and hear; sent when the channel opens and on each change. */
export const MediaState = v.looseObject({
  type: v.literal("media"),
  data: v.looseObject({ muted: v.boolean(), cameraOff: v.boolean(), sharing: v.optional(v.boolean()) }),
});

/** The same as the relayed messages of these names, without a detour over the server. */
export const ChannelHangup = v.looseObject({
  type: v.literal("hangup"),
  data: v.looseObject({ reason: v.optional(v.fallback(Goodbye, "hung-up")) }),
});
export const ChannelDescription = v.looseObject({
  type: v.literal("description"),
  data: v.looseObject({ description: Description }),
});
export const ChannelCandidate = v.looseObject({
  type: v.literal("candidate"),
  data: v.looseObject({ candidate: Candidate }),
});

export const PeerMessage = v.variant("type", [
  Chat,
  Disconnect,
  MediaState,
  Beat,
  ChannelHangup,
  ChannelDescription,
  ChannelCandidate,
]);

export type Peer = v.InferOutput<typeof Peer>;
export type Status = v.InferOutput<typeof Status>;
export type Device = v.InferOutput<typeof Device>;
export type Refusal = v.InferOutput<typeof Refusal>;
export type Goodbye = v.InferOutput<typeof Goodbye>;
export type Candidate = v.InferOutput<typeof Candidate>;
export type Description = v.InferOutput<typeof Description>;
export type ErrorCode = v.InferOutput<typeof ErrorCode>;
export type Identify = v.InferOutput<typeof Identify>;
export type SignalMessage = v.InferOutput<typeof SignalMessage>;
export type ClientMessage = v.InferOutput<typeof ClientMessage>;
export type ServerMessage = v.InferOutput<typeof ServerMessage>;
export type PeerMessage = v.InferOutput<typeof PeerMessage>;
