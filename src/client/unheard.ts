/** Whether the user speaks although they are muted, by a second ear at the microphone that nobody else hears. */
import { type Ear, listenTo } from "./ear.ts";
import { hear, levelOf, silence } from "./speech.ts";

/** How often it is listened, in milliseconds; a page in the background, seldom. */
const EVERY = 100;
const SAMPLES = 2048;

export class Unheard {
  readonly #changed: (unheard: boolean) => void;
  #track: MediaStreamTrack | null = null;
  #stop: (() => void) | undefined;

  constructor(changed: (unheard: boolean) => void) {
    this.#changed = changed;
  }

  /** Listen at this microphone from now on, or at none. */
  listen(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#stop?.();
    this.#stop = track ? listen(track, this.#changed) : undefined;
  }
}

/** Says whenever speech begins and ends; returns what ends it, and takes back what was said. */
function listen(track: MediaStreamTrack, changed: (speaking: boolean) => void): (() => void) | undefined {
  let clone: MediaStreamTrack | undefined;
  try {
    clone = track.clone();
    // The original is silent for everybody, this one for nobody but us.
    clone.enabled = true;
    const ear = listenTo(clone, SAMPLES);
    const end = watch(ear, changed);
    const second = clone;
    return () => {
      end();
      ear.close();
      second.stop();
    };
  } catch {
    // No Web Audio, or none for this microphone: then nobody is reminded, as before.
    clone?.stop();
    return undefined;
  }
}

function watch(ear: Ear, changed: (speaking: boolean) => void): () => void {
  const samples = new Float32Array(SAMPLES);
  let speech = silence;
  const timer = setInterval(() => {
    ear.read(samples);
    const { speaking } = speech;
    speech = hear(speech, levelOf(samples), EVERY);
    if (speech.speaking !== speaking) changed(speech.speaking);
  }, EVERY);
  return () => {
    clearInterval(timer);
    if (speech.speaking) changed(false);
  };
}
