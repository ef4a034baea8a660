/** What has come by a connection. */

/** Frames that were decoded, or packets of sound, by the number of their section in the description (RFC 8829). */
export type Received = Readonly<Record<string, number>>;

/** Sections of the description: a voice and a face are offered first, those of the screen after the data channel's. */
export const VOICE = ["0"];
export const FACE = ["0", "1"];
export const SCREEN = ["3", "4"];

export async function receivedBy(connection: RTCPeerConnection | undefined): Promise<Received> {
  const counts: Record<string, number> = {};
  (await connection?.getStats())?.forEach((report) => {
    if (report.type !== "inbound-rtp") return;
    counts[report.mid] = report.kind === "video" ? (report.framesDecoded ?? 0) : (report.packetsReceived ?? 0);
  });
  return counts;
}
