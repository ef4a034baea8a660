/** Listening to sound: by the page's one audio graph for that, since browsers allow few, and each keeps the sound hardware awake. */
let context: AudioContext | undefined;
let ears = 0;
let asleep: ReturnType<typeof setTimeout> | undefined;

/** In milliseconds. A graph that sleeps lets go of nothing: what was cut off it a moment before would be kept, with its tracks. */
const SLEEP_AFTER = 1_000;

export interface Ear {
  /** What is heard at this moment, from -1 to 1. Silence before the first gesture, if the browser wants one. */
  read(samples: Float32Array<ArrayBuffer>): void;
  close(): void;
}

/** Listen to a track, `samples` at a time. Throws where the browser has no Web Audio, or none for this track. */
export function listenTo(track: MediaStreamTrack, samples: number): Ear {
  context ??= new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: samples });
  source.connect(analyser);
  ears++;
  clearTimeout(asleep);
  if (context.state !== "running") void context.resume();
  return {
    read: (into) => analyser.getFloatTimeDomainData(into),
    close() {
      source.disconnect();
      analyser.disconnect();
      ears--;
      if (ears === 0) asleep = setTimeout(() => void context?.suspend(), SLEEP_AFTER);
    },
  };
}
