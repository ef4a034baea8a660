/** Whether the other end of a connection still lives. Silence is trouble seen early: ICE itself takes 7 s to notice. */
import { LIMITS } from "../call/call.ts";

/** How often the other's page is told that this one lives, in milliseconds. */
const BEAT = 1_000;
/** How often silence is looked for; and its end, which should be seen at once. */
const LOOK = 250;
const LOOK_HARD = 100;
/** A look that is this late, although hidden pages run their timers once a second: the page, or the whole device, slept. */
const ASLEEP = 1_500;
/** Silence that is worth a look at the network: where media was flowing until now, and where there are beats only. */
const DOUBT = { media: 750, beats: 1_500 };

export interface PulseOptions {
  connection: RTCPeerConnection;
  /** The other sends no beats: what is heard are media packets, and what ICE says. */
  legacy: boolean;
  /** Tell the other that this page lives. */
  beat(): void;
  /** Nothing was heard for a moment: too short to speak of, but the network may have changed. Once in each silence. */
  doubt(): void;
  /** Nothing was heard for `LIMITS.silence`; `since` is the last sign of life (milliseconds since 1970). */
  silent(since: number): void;
  /** Still nothing; called at every look. */
  stillSilent(): void;
  alive(): void;
}

/** Times are those of `performance.now()`: the clock on the wall may be set while a call is on. */
export class Pulse {
  readonly #options: PulseOptions;
  #beats: ReturnType<typeof setInterval> | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #looked = 0;
  #beaten = 0;
  #heard = 0;
  #heardMedia = -Infinity;
  #doubtful = false;
  #silent = false;
  /** Media packets that had come in at the last look at them. */
  #packets: number | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  /** Nothing has come for a moment, or for longer: what is said by this connection may not arrive. */
  get doubtful(): boolean {
    return this.#doubtful;
  }

  /** From now on the other should be heard. */
  start(): void {
    this.#running = true;
    this.#heard = this.#looked = performance.now();
    this.#lookSoon();
    if (!this.#options.legacy) this.#beats = setInterval(() => this.#beat(), BEAT);
  }

  stop(): void {
    this.#running = false;
    clearInterval(this.#beats);
    clearTimeout(this.#next);
  }

  /** The other's page said something. */
  hear(): void {
    const now = performance.now();
    this.#alive(now);
    // In a hidden page timers are slow, but messages come: the other's beat reminds us of ours.
    if (!this.#options.legacy && now - this.#beaten > BEAT * 0.75) this.#beat();
  }

  #beat(): void {
    this.#beaten = performance.now();
    this.#options.beat();
  }

  #alive(at: number): void {
    this.#heard = Math.max(this.#heard, at);
    this.#doubtful = false;
    if (!this.#silent) return;
    this.#silent = false;
    this.#options.alive();
  }

  #lookSoon(): void {
    if (this.#running) this.#next = setTimeout(() => void this.#look(), this.#doubtful ? LOOK_HARD : LOOK);
  }

  async #look(): Promise<void> {
    const slept = performance.now() - this.#looked;
    this.#looked = performance.now();
    // Nobody could be heard meanwhile: what counts is the time in which this page listened.
    if (slept > ASLEEP) this.#heard += slept - LOOK;
    if (performance.now() - this.#heard > LOOK) await this.#lookAtMedia();
    if (this.#running) this.#judge();
    this.#lookSoon();
  }

  #judge(): void {
    const { connection, legacy, doubt, silent, stillSilent } = this.#options;
    const now = performance.now();
    const quiet = now - this.#heard;
    const media = now - this.#heardMedia < LIMITS.silence;
    if (!this.#doubtful && quiet > (media ? DOUBT.media : DOUBT.beats)) {
      this.#doubtful = true;
      doubt();
    }
    if (quiet < LIMITS.silence) return;
    // Both may have left their cameras off, which a client without beats cannot tell from trouble: ICE then can.
    if (legacy && connection.iceConnectionState === "connected") return;
    if (this.#silent) return stillSilent();
    this.#silent = true;
    silent(Date.now() - quiet);
  }

  async #lookAtMedia(): Promise<void> {
    const { packets, age } = await media(this.#options.connection);
    if (packets > (this.#packets ?? packets)) {
      this.#heardMedia = performance.now() - age;
      this.#alive(this.#heardMedia);
    }
    this.#packets = packets;
  }
}

interface InboundRtp {
  type: string;
  timestamp: number;
  packetsReceived?: number;
  /** Not in every browser. */
  lastPacketReceivedTimestamp?: number;
}

/** Media packets that have come in so far, and the milliseconds since the last one (W3C webrtc-stats, inbound-rtp). */
async function media(connection: RTCPeerConnection): Promise<{ packets: number; age: number }> {
  let packets = 0;
  let age = LOOK;
  (await connection.getStats()).forEach((report: InboundRtp) => {
    if (report.type !== "inbound-rtp") return;
    packets += report.packetsReceived ?? 0;
    age = Math.min(age, Math.max(0, report.timestamp - (report.lastPacketReceivedTimestamp ?? report.timestamp)));
  });
  return { packets, age };
}
