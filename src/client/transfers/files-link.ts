/** One connection that carries files: two channels, and whether the other is heard. It knows nothing of the files. */
import * as v from "valibot";
import { BEAT, ControlMessage, Label, type Load, PIECE } from "../../protocol/handing.ts";
import type { Candidate, Description } from "../../protocol/messages.ts";
import type { FilesGoodbye } from "../../protocol/talk.ts";
import type { LinkWord } from "../../transfer/event.ts";
import { LOOK, listening, look, SILENCE } from "../../transfer/silence.ts";
import { closeConnection } from "../closing.ts";

/** The largest message, one piece: more is not faster, and some browsers take no more (measured). */
const LARGEST = PIECE;
/** Of whoever does not say how much they take (RFC 8841, 6). */
const UNSAID = 64 * 1024;
/**
 * How long a last word is waited on, in milliseconds. The other closes on hearing it, or on hearing nothing for `SILENCE`: to close before
 * that would lose the word on a path that is only slow.
 */
const LAST_WORD = 2 * SILENCE;

const Control = v.pipe(v.string(), v.parseJson(), ControlMessage);
const FilesLabel = v.pipe(v.string(), v.parseJson(), Label);

export interface FilesLinkOptions {
  iceServers: RTCIceServer[];
  /** The sender makes the offer. */
  offers: boolean;
  /** Makes the connection; tests stand in for it. */
  connect?: ((configuration: RTCConfiguration) => RTCPeerConnection) | undefined;
  /** How this page's call, if there is one, gets on. */
  load(): Load;
  on: {
    /** To be told to the other, about the making of the connection. */
    word(word: LinkWord): void;
    /** Both channels are open. */
    opened(): void;
    /** Closed, failed, or silent. */
    lost(): void;
    said(message: ControlMessage): void;
    label(label: Label): void;
    bytes(bytes: ArrayBuffer): void;
    /** What waited to be sent is below the mark. */
    drained(): void;
  };
}

export class FilesLink {
  readonly #options: FilesLinkOptions;
  readonly #connection: RTCPeerConnection;
  readonly #control: RTCDataChannel;
  readonly #files: RTCDataChannel;
  readonly #stop = new AbortController();
  /** One step of negotiation after the other. */
  #steps: Promise<unknown> = Promise.resolve();
  /** What was said about making it, to be said again. */
  readonly #words: LinkWord[] = [];
  /** Candidates that came before their description. */
  #early: Candidate[] = [];
  #open = false;
  #ear = listening(performance.now());
  #spoken = 0;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(options: FilesLinkOptions) {
    this.#options = options;
    const { iceServers, connect = (configuration) => new RTCPeerConnection(configuration) } = options;
    this.#connection = connect({ iceServers });
    this.#control = this.#connection.createDataChannel("control", { negotiated: true, id: 0 });
    this.#files = this.#connection.createDataChannel("files", { negotiated: true, id: 1 });
    this.#files.binaryType = "arraybuffer";
    this.#listen();
    if (options.offers) this.#step(() => this.#describe());
  }

  /** The largest message that both take, in bytes. */
  get messageSize(): number {
    const { sctp } = this.#connection;
    return Math.min(sctp ? sctp.maxMessageSize || LARGEST : UNSAID, LARGEST);
  }

  /** What waits to be sent on "files", in bytes. */
  get waiting(): number {
    return this.#files.bufferedAmount;
  }

  /** Say it when no more than so many bytes wait. */
  mark(low: number): void {
    this.#files.bufferedAmountLowThreshold = low;
  }

  /** What the other says about making the connection; what came before, or is about another one, changes nothing. */
  signal(word: LinkWord): void {
    this.#step(() => ("description" in word ? this.#take(word.description) : this.#add(word.candidate)));
  }

  /** Say again what was said about making it: it may have been lost. */
  repeat(): void {
    for (const word of this.#words) this.#options.on.word(word);
  }

  /** On "control"; false if that is not open. */
  say(message: ControlMessage): boolean {
    if (this.#control.readyState !== "open") return false;
    this.#spoken = performance.now();
    this.#control.send(JSON.stringify(message));
    return true;
  }

  /** On "files". What is said while the other closes it is lost, as what is on its way is. */
  send(data: Label | Uint8Array<ArrayBuffer>): void {
    if (this.#files.readyState !== "open") return;
    if (data instanceof Uint8Array) this.#files.send(data);
    else this.#files.send(JSON.stringify(data));
  }

  /** Close it for good, with a last word if the other needs one. */
  close(reason?: FilesGoodbye): void {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    clearInterval(this.#looking);
    const said = reason !== undefined && this.say({ type: "end", data: { reason } });
    if (!said) return this.#end();
    // What is closed at once takes what waits with it.
    const late = setTimeout(() => this.#end(), LAST_WORD);
    this.#control.addEventListener("close", () => {
      clearTimeout(late);
      this.#end();
    });
  }

  #end(): void {
    this.#control.close();
    this.#files.close();
    closeConnection(this.#connection);
  }

  #listen(): void {
    const { on } = this.#options;
    const { signal } = this.#stop;
    const connection = this.#connection;
    connection.addEventListener(
      "icecandidate",
      ({ candidate }) => {
        if (candidate) this.#word({ candidate: candidate.toJSON() as Candidate });
      },
      { signal },
    );
    connection.addEventListener(
      "connectionstatechange",
      () => {
        if (connection.connectionState === "failed") on.lost();
      },
      { signal },
    );
    for (const channel of [this.#control, this.#files]) {
      channel.addEventListener("open", () => this.#opened(), { signal });
      channel.addEventListener("close", () => on.lost(), { signal });
    }
    this.#control.addEventListener("message", ({ data }) => this.#heard(data), { signal });
    this.#files.addEventListener("message", ({ data }) => this.#came(data), { signal });
    this.#files.addEventListener("bufferedamountlow", () => on.drained(), { signal });
  }

  #opened(): void {
    if (this.#open || [this.#control, this.#files].some(({ readyState }) => readyState !== "open")) return;
    this.#open = true;
    this.#ear = listening(performance.now());
    this.#looking = setInterval(() => this.#look(), LOOK);
    this.#options.on.opened();
  }

  #look(): void {
    this.#ear = look(this.#ear, performance.now());
    if (this.#ear.silence >= SILENCE) return this.#options.on.lost();
    if (performance.now() - this.#spoken >= BEAT - LOOK / 2) this.#beat();
  }

  #beat(): void {
    this.say({ type: "beat", data: { load: this.#options.load() } });
  }

  #hear(): void {
    const now = performance.now();
    this.#ear = listening(now);
    // In a hidden page timers are slow, but messages come.
    if (now - this.#spoken >= BEAT) this.#beat();
  }

  #heard(data: unknown): void {
    this.#hear();
    const message = v.safeParse(Control, data);
    // Of a later version, or garbage: it was a sign of life.
    if (message.success) this.#options.on.said(message.output);
  }

  #came(data: unknown): void {
    this.#hear();
    if (data instanceof ArrayBuffer) return this.#options.on.bytes(data);
    const label = v.safeParse(FilesLabel, data);
    if (label.success) this.#options.on.label(label.output);
  }

  #word(word: LinkWord): void {
    this.#words.push(word);
    this.#options.on.word(word);
  }

  async #describe(): Promise<void> {
    await this.#connection.setLocalDescription();
    const { localDescription } = this.#connection;
    if (localDescription && !this.#stop.signal.aborted)
      this.#word({ description: { type: localDescription.type, sdp: localDescription.sdp } });
  }

  async #take({ type, sdp = "" }: Description): Promise<void> {
    const { offers } = this.#options;
    const { remoteDescription, signalingState } = this.#connection;
    if (remoteDescription) {
      // The same offer again: the answer did not arrive.
      if (!offers && sdp === remoteDescription.sdp) this.repeat();
      return;
    }
    if (type !== (offers ? "answer" : "offer") || signalingState !== (offers ? "have-local-offer" : "stable")) return;
    await this.#connection.setRemoteDescription({ type, sdp });
    for (const candidate of this.#early) await this.#add(candidate);
    this.#early = [];
    if (!offers) await this.#describe();
  }

  async #add(candidate: Candidate): Promise<void> {
    if (!this.#connection.remoteDescription) {
      this.#early.push(candidate);
      return;
    }
    try {
      await this.#connection.addIceCandidate(candidate as RTCIceCandidateInit);
    } catch {
      // One that this browser cannot use, or that comes twice; there are others, and without any the attempt ends by its timer.
    }
  }

  #step(step: () => Promise<void>): void {
    this.#steps = this.#after(this.#steps, step);
  }

  async #after(before: Promise<unknown>, step: () => Promise<void>): Promise<void> {
    await before;
    if (this.#stop.signal.aborted) return;
    try {
      await step();
    } catch {
      // Nothing can come of this connection; the next attempt has a new one.
      if (!this.#stop.signal.aborted) this.#options.on.lost();
    }
  }
}
