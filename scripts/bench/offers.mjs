/** Offers of about 2 KB, as a browser makes them for sound and picture. */

const FINGERPRINT = Array.from({ length: 32 }, (_, at) => ((at * 37 + 11) % 256).toString(16).padStart(2, "0")).join(
  ":",
);
const CODECS = ["96 VP8", "98 VP9", "103 H264", "45 AV1"];

const media = (/** @type {string} */ kind, /** @type {number} */ mid, /** @type {string} */ payloads) => [
  `m=${kind} 9 UDP/TLS/RTP/SAVPF ${payloads}`,
  "c=IN IP4 0.0.0.0",
  "a=rtcp:9 IN IP4 0.0.0.0",
  "a=ice-ufrag:7sNx",
  "a=ice-pwd:nUZ6l0cUTnWbRwDpx7zzWlUZ",
  "a=ice-options:trickle",
  `a=fingerprint:sha-256 ${FINGERPRINT.toUpperCase()}`,
  "a=setup:actpass",
  `a=mid:${mid}`,
  "a=extmap:1 urn:ietf:params:rtp-hdrext:sdes:mid",
  "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
  "a=sendrecv",
  "a=msid:9f0b6a52-1f1b-4d0c-8f8e-6a2f4f0f9e11 3c5e2d6e-63cf-4f2e-a5a5-0f3a0c7b1d22",
  "a=rtcp-mux",
  "a=rtcp-rsize",
];

const lines = [
  "v=0",
  "o=- 4611731400430051336 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0 1",
  "a=msid-semantic: WMS 9f0b6a52-1f1b-4d0c-8f8e-6a2f4f0f9e11",
  ...media("audio", 0, "111 63"),
  "a=rtpmap:111 opus/48000/2",
  "a=fmtp:111 minptime=10;useinbandfec=1",
  ...media("video", 1, CODECS.map((codec) => codec.split(" ")[0]).join(" ")),
  ...CODECS.flatMap((codec) => [
    `a=rtpmap:${codec}/90000`,
    ...["goog-remb", "transport-cc", "nack", "nack pli"].map((what) => `a=rtcp-fb:${codec.split(" ")[0]} ${what}`),
  ]),
];

/** As in `RTCPeerConnection.localDescription`. */
export const SDP = lines.map((line) => `${line}\r\n`).join("");

/**
 * A frame with an offer in the form that this server forwards; the floor gets the one of ours, since it reads neither.
 * @param {import("./contenders.mjs").Kind} kind
 * @param {string} target the id of the person who is called
 * @returns {(sequence: number) => string} the same call said again, since ours bounds how often one may ring; with a number to tell them apart
 */
export function offersTo(kind, target) {
  const [call, number] = ["Uakgb_J5m9g-0JDMbcJqL", "NUMBERNUMBER"];
  const ours = { type: "offer", data: { target, call, type: "offer", sdp: SDP, media: { video: true, number } } };
  const payload = { sdp: { type: "offer", sdp: SDP }, type: "media", connectionId: call, number };
  const peerjs = { type: "OFFER", payload, dst: target };
  const [before = "", after = ""] = JSON.stringify(kind === "peerjs" ? peerjs : ours).split(number);
  return (sequence) => `${before}${String(sequence).padStart(number.length, "0")}${after}`;
}
