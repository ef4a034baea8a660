/**
 * What one connection sends and gets: voice and face by its first transceiver of each kind, the screens of both by its second, made when
 * one is shared for the first time. All later changes replace tracks, which needs no renegotiation.
 */
import type { Kind } from "./constraints.ts";
import type { Outgoing } from "./sending.ts";

/** One track of each kind, or none. */
export type Tracked = Readonly<Record<Kind, MediaStreamTrack | null>>;

const KINDS = ["audio", "video"] as const;
export const NOTHING: Tracked = { audio: null, video: null };

export interface TracksOptions {
  connection: RTCPeerConnection;
  /** This side makes the transceivers for screens, whoever shares: offers of both that cross would have one rolled back. */
  leads: boolean;
  /** The other cannot renegotiate: a screen takes the place of the face. */
  legacy: boolean;
}

export class Tracks {
  readonly #options: TracksOptions;
  /** One stream for both tracks: SitePen's clients show the first stream that comes. */
  readonly #faceStream = new MediaStream();
  readonly #screenStream = new MediaStream();
  #face: Tracked = NOTHING;
  #screen: Tracked = NOTHING;

  constructor(options: TracksOptions) {
    this.#options = options;
  }

  /** Before the first offer: always one audio and one video transceiver, so that a camera can come later. */
  propose(): void {
    for (const kind of KINDS) this.#add(this.#face[kind] ?? kind, this.#faceStream);
  }

  /** Before the answer: what was offered is used in both directions. */
  async respond(): Promise<void> {
    for (const transceiver of this.#nth(0)) {
      use(transceiver, this.#faceStream);
      await put(transceiver.sender, this.#face[kindOf(transceiver)]);
    }
  }

  /** Send this voice and this face from now on. */
  async setFace(face: Tracked): Promise<void> {
    this.#face = face;
    await this.#replace();
  }

  /** Send this screen from now on, or `NOTHING`; as soon as there are transceivers for it. */
  async setScreen(screen: Tracked): Promise<void> {
    this.#screen = screen;
    if (screen !== NOTHING) this.makeRoom();
    await this.#replace();
  }

  /** A screen is shared, here or there: let there be transceivers for it. */
  makeRoom(): void {
    const { leads, legacy } = this.#options;
    if (!leads || legacy || this.#nth(1).length > 0) return;
    for (const kind of KINDS) this.#add(kind, this.#screenStream);
  }

  /** The other has offered this one for screens: use it in both directions. To be called before the answer is made. */
  take(transceiver: RTCRtpTransceiver): void {
    if (this.#options.leads) return;
    use(transceiver, this.#screenStream);
    void put(transceiver.sender, this.#screen[kindOf(transceiver)]);
  }

  /** Whether by this one comes the other's face or voice, and not their screen. */
  isFace(transceiver: RTCRtpTransceiver): boolean {
    return this.#nth(0).includes(transceiver);
  }

  /** What sends, and what it is. */
  outgoing(): Outgoing[] {
    const { legacy } = this.#options;
    const face = legacy && this.#screen.video ? "screen" : "face";
    return [
      ...this.#nth(0).map((one): Outgoing => ({ sender: one.sender, role: kindOf(one) === "audio" ? "voice" : face })),
      ...this.#nth(1).map((one): Outgoing => ({
        sender: one.sender,
        role: kindOf(one) === "audio" ? "sound" : "screen",
      })),
    ];
  }

  /** The first of each kind, or the second: in the order in which they were made, which is the same on both sides. */
  #nth(n: 0 | 1): RTCRtpTransceiver[] {
    const all = this.#options.connection.getTransceivers();
    return KINDS.flatMap((kind) => all.filter((transceiver) => kindOf(transceiver) === kind)[n] ?? []);
  }

  #add(what: MediaStreamTrack | Kind, stream: MediaStream): void {
    this.#options.connection.addTransceiver(what, { direction: "sendrecv", streams: [stream] });
  }

  async #replace(): Promise<void> {
    const { legacy } = this.#options;
    const face = legacy && this.#screen.video ? { ...this.#face, video: this.#screen.video } : this.#face;
    await Promise.all([
      ...this.#nth(0).map((one) => put(one.sender, face[kindOf(one)])),
      ...this.#nth(1).map((one) => put(one.sender, this.#screen[kindOf(one)])),
    ]);
  }
}

/** As it was offered, in both directions. */
function use(transceiver: RTCRtpTransceiver, stream: MediaStream): void {
  transceiver.direction = "sendrecv";
  // Not in every browser.
  transceiver.sender.setStreams?.(stream);
}

const kindOf = ({ receiver }: RTCRtpTransceiver): Kind => receiver.track.kind as Kind;

async function put(sender: RTCRtpSender, track: MediaStreamTrack | null): Promise<void> {
  if (sender.track !== track) await sender.replaceTrack(track);
}
