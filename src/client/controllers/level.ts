import type { ReactiveController, ReactiveControllerHost } from "lit";
import { type Ear, listenTo } from "../ear.ts";
import { loudness, settle } from "../loudness.ts";

/** How often the level is read, in milliseconds. */
const PERIOD = 80;
/** Where less motion is wanted, it changes at every so many readings only. */
const CALM = 8;
/** How much sound is looked at each time, in samples: 20 to 45 ms. */
const WINDOW = 2048;

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
  #heard: { track: MediaStreamTrack; ear: Ear } | undefined;
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
      this.#heard.ear.read(this.#samples);
      level = loudness(this.#samples);
    }
    this.#level = settle(this.#level, level);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!calm || this.#readings++ % CALM === 0) this.#show();
  };

  #listen(track: MediaStreamTrack): void {
    try {
      this.#heard = { track, ear: listenTo(track, WINDOW) };
    } catch {
      // Some browsers listen to no microphone of another sampling rate: there is no meter then, and all else goes on.
      this.#mute = track;
    }
  }

  #release(): void {
    this.#heard?.ear.close();
    this.#heard = undefined;
  }

  #show(): void {
    if (this.#level === this.#shown) return;
    this.#shown = this.#level;
    this.#host.style.setProperty("--level", this.#level.toFixed(2));
  }
}
