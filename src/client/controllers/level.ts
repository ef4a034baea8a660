import type { ReactiveController, ReactiveControllerHost } from "lit";
import { loudness, settle } from "../loudness.ts";

/** How often the level is read, in milliseconds. */
const PERIOD = 80;
/** Where less motion is wanted, it changes at every so many readings only. */
const CALM = 8;
/** How much sound is looked at each time, in samples: 20 to 45 ms. */
const WINDOW = 2048;

/** Browsers allow few of them, and each keeps the sound hardware awake: one for all meters, and asleep without any. */
let context: AudioContext | undefined;
let meters = 0;

/**
 * How loud a stream is at this moment, as `--level` (from 0 to 1) of its host, for as long as the host is on a page that is
 * visible. Nothing is rendered for it. Without a stream, without sound in it, or before the browser allows sound at all (the first
 * gesture), it is 0. The stream is asked for at every reading, so that it may come, change and go.
 */
export class LevelController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #stream: () => MediaStream | undefined;
  readonly #samples = new Float32Array(WINDOW);
  #timer: ReturnType<typeof setInterval> | undefined;
  #heard: { track: MediaStreamTrack; source: MediaStreamAudioSourceNode; analyser: AnalyserNode } | undefined;
  /** One that the browser cannot listen to; it is not tried again. */
  #mute: MediaStreamTrack | undefined;
  #level = 0;
  #shown = 0;
  #readings = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, stream: () => MediaStream | undefined) {
    this.#host = host;
    this.#stream = stream;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener("visibilitychange", this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    document.removeEventListener("visibilitychange", this.#follow);
    this.#stop();
  }

  readonly #follow = (): void => {
    if (document.visibilityState === "visible") this.#start();
    else this.#stop();
  };

  #start(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setInterval(this.#read, PERIOD);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#mute = undefined;
    this.#release();
    this.#level = 0;
    this.#show();
  }

  readonly #read = (): void => {
    const track = this.#stream()
      ?.getAudioTracks()
      .find(({ readyState }) => readyState === "live");
    if (track !== this.#heard?.track) {
      this.#release();
      if (track && track !== this.#mute) this.#listen(track);
    }
    let level = 0;
    if (this.#heard) {
      this.#heard.analyser.getFloatTimeDomainData(this.#samples);
      level = loudness(this.#samples);
    }
    this.#level = settle(this.#level, level);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!calm || this.#readings++ % CALM === 0) this.#show();
  };

  #listen(track: MediaStreamTrack): void {
    try {
      context ??= new AudioContext();
      const source = context.createMediaStreamSource(new MediaStream([track]));
      const analyser = new AnalyserNode(context, { fftSize: WINDOW });
      source.connect(analyser);
      this.#heard = { track, source, analyser };
    } catch {
      // Some browsers listen to no microphone of another sampling rate: there is no meter then, and all else goes on.
      this.#mute = track;
      return;
    }
    meters++;
    // Before the first gesture it stays asleep, and the level is 0.
    if (context.state !== "running") void context.resume();
  }

  #release(): void {
    if (!this.#heard) return;
    this.#heard.source.disconnect();
    this.#heard.analyser.disconnect();
    this.#heard = undefined;
    meters--;
    if (meters === 0) void context?.suspend();
  }

  #show(): void {
    if (this.#level === this.#shown) return;
    this.#shown = this.#level;
    this.#host.style.setProperty("--level", this.#level.toFixed(2));
  }
}
