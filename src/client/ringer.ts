/** Plays the tones. Each is rendered when it is first wanted, and looped by the browser: a timer would falter in a hidden page. */
import { render } from "./synth.ts";
import { type ToneName, TONES } from "./tones.ts";

/** How long a sound takes to become another loudness, or to stop, in seconds. */
const GLIDE = 0.03;
/** How long a browser may take to begin to play before the user is told that it plays nothing, in milliseconds. */
const BEGINS = 500;
/** How long a device's loudspeaker is kept ready after a sound, in milliseconds. */
const LINGER = 1_000;

export interface RingerOptions {
  /** Whether something should sound, and the browser plays nothing before the user has touched the page. */
  locked(locked: boolean): void;
}

interface Playing {
  readonly tone: ToneName;
  readonly loop: boolean;
  readonly gain: GainNode;
  source?: AudioBufferSourceNode;
}

export class Ringer {
  readonly #options: RingerOptions;
  readonly #rendered = new Map<ToneName, Promise<AudioBuffer>>();
  #context: AudioContext | undefined;
  #playing: Playing | undefined;
  #unlocked = false;
  #volume = 1;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RingerOptions) {
    this.#options = options;
  }

  /** Of the ringtone, from 0 to 1; what rings at this moment follows. */
  set volume(volume: number) {
    if (volume === this.#volume) return;
    this.#volume = volume;
    if (this.#playing) glide(this.#playing.gain, this.#level(this.#playing.tone));
  }

  /** Browsers play nothing before the first touch or key: call it for each. */
  unlock(): void {
    // Once it has played, it may play again whenever it is to.
    if (!this.#unlocked || (this.#playing && this.#context?.state !== "running")) void this.#wake();
  }

  /** Sound this over and over, or nothing any more; what sounds already goes on. */
  loop(tone: "ring" | "ringback" | undefined): void {
    if (this.#playing?.loop ? this.#playing.tone === tone : tone === undefined) return;
    this.#stop();
    if (tone !== undefined) this.#play(tone, true);
  }

  /** Sound this once, unless something else is to be heard; once more if it sounds already. */
  once(tone: ToneName): void {
    if (this.#playing?.loop) return;
    this.#stop();
    this.#play(tone, false);
  }

  #play(tone: ToneName, loop: boolean): void {
    const context = (this.#context ??= this.#open());
    const gain = new GainNode(context, { gain: this.#level(tone) });
    gain.connect(context.destination);
    const playing: Playing = { tone, loop, gain };
    this.#playing = playing;
    void this.#begin(context, playing);
    void this.#wake();
  }

  async #begin(context: AudioContext, playing: Playing): Promise<void> {
    const { tone, loop, gain } = playing;
    const buffer = await this.#render(tone, context.sampleRate);
    if (this.#playing !== playing) return;
    // In a context that is not allowed to play yet, it begins when it is.
    const source = new AudioBufferSourceNode(context, { buffer, loop });
    source.connect(gain);
    source.addEventListener("ended", () => this.#playing === playing && this.#stop());
    source.start();
    playing.source = source;
  }

  #render(tone: ToneName, sampleRate: number): Promise<AudioBuffer> {
    const rendered = this.#rendered.get(tone) ?? render(TONES[tone], sampleRate);
    this.#rendered.set(tone, rendered);
    return rendered;
  }

  #stop(): void {
    const { gain, source } = this.#playing ?? {};
    this.#playing = undefined;
    this.#tell();
    if (!gain) return;
    const { state, currentTime } = gain.context;
    // Where time stands still, it would be heard when that goes on.
    if (state !== "running") gain.disconnect();
    glide(gain, 0);
    source?.stop(currentTime + 6 * GLIDE);
    this.#rest();
  }

  #open(): AudioContext {
    const context = new AudioContext();
    context.addEventListener("statechange", () => {
      this.#unlocked ||= context.state === "running";
      this.#tell();
    });
    return context;
  }

  /** Play, as soon as the browser lets us. */
  async #wake(): Promise<void> {
    const context = (this.#context ??= this.#open());
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#tell(), BEGINS);
    try {
      await context.resume();
    } catch {
      // Refused, or closed by the system: said by #tell, and tried again with the next touch.
    }
    this.#tell();
    if (!this.#playing) this.#rest();
  }

  /** A loudspeaker that is kept ready costs a phone its battery. */
  #rest(): void {
    setTimeout(() => {
      if (!this.#playing && this.#context?.state === "running") void this.#context.suspend();
    }, LINGER);
  }

  #tell(): void {
    const silent = this.#playing !== undefined && this.#context?.state !== "running";
    if (!silent) clearTimeout(this.#patience);
    this.#options.locked(silent);
  }

  /** Twice as loud to the ear is much more than that to the loudspeaker. */
  #level(tone: ToneName): number {
    return tone === "ring" ? this.#volume ** 2 : 1;
  }
}

function glide({ gain, context }: GainNode, to: number): void {
  gain.setTargetAtTime(to, context.currentTime, GLIDE);
}
