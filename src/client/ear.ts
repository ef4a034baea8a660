/**
 * Listening to sound: by the page's one audio graph for that, since browsers allow few, and each keeps the sound hardware awake. It ends
 * when nobody listens any more: one that only slept would let go of nothing, and Chromium keeps something of each source for as long
 * as its graph is there.
 */
let context: AudioContext | undefined;
let ears = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** In milliseconds: another ear may be opened at once. */
const LINGER = 1_000;

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
  clearTimeout(idle);
  if (context.state !== "running") void context.resume();
  return {
    read: (into) => analyser.getFloatTimeDomainData(into),
    close() {
      source.disconnect();
      analyser.disconnect();
      ears--;
      if (ears === 0) idle = setTimeout(end, LINGER);
    },
  };
}

function end(): void {
  void context?.close();
  context = undefined;
}
