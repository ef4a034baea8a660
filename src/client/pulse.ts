/** Whether the other end of a connection still lives. Silence is trouble seen early: ICE itself takes 7 s to notice. */
import { LIMITS } from "../call/call.ts";

/** How often the other's page is told that this one lives, in milliseconds. */
const BEAT = 1_000;
/** How often silence is looked for. */
const LOOK = 500;

export interface PulseOptions {
  connection: RTCPeerConnection;
  /** The other sends no beats: what is heard are media packets, and what ICE says. */
  legacy: boolean;
  /** Tell the other that this page lives. */
  beat(): void;
  /** Nothing was heard for `LIMITS.silence`; `since` is the last sign of life (milliseconds since 1970). */
  silent(since: number): void;
  /** Still nothing; called at every look. */
  stillSilent(): void;
  alive(): void;
}

export class Pulse {
  readonly #options: PulseOptions;
  #timers: ReturnType<typeof setInterval>[] = [];
  #heard = 0;
  #silent = false;
  /** Media packets that had come in when the channel was last found silent. */
  #packets: number | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  get silent(): boolean {
    return this.#silent;
  }

  /** From now on the other should be heard. */
  start(): void {
    this.#heard = Date.now();
    this.#timers.push(setInterval(() => void this.#look(), LOOK));
    if (!this.#options.legacy) this.#timers.push(setInterval(() => this.#options.beat(), BEAT));
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** A sign of life. */
  hear(): void {
    this.#heard = Date.now();
    this.#packets = undefined;
    if (!this.#silent) return;
    this.#silent = false;
    this.#options.alive();
  }

  async #look(): Promise<void> {
    const { connection, legacy, silent, stillSilent } = this.#options;
    if (Date.now() - this.#heard > BEAT) {
      const packets = await mediaPackets(connection);
      if (this.#timers.length === 0) return;
      if (packets > (this.#packets ?? packets)) this.hear();
      this.#packets = packets;
    }
    if (Date.now() - this.#heard < LIMITS.silence) return;
    // Both may have left their cameras off, which a client without beats cannot tell from trouble: ICE then can.
    if (legacy && connection.iceConnectionState === "connected") return;
    if (this.#silent) return stillSilent();
    this.#silent = true;
    silent(this.#heard);
  }
}

/** Media packets that have come in so far (RFC 3550 counts them; W3C webrtc-stats, inbound-rtp). */
async function mediaPackets(connection: RTCPeerConnection): Promise<number> {
  let packets = 0;
  (await connection.getStats()).forEach((report: { type: string; packetsReceived?: number }) => {
    if (report.type === "inbound-rtp") packets += report.packetsReceived ?? 0;
  });
  return packets;
}
