/** Stands in for `navigator.mediaDevices` of one person: Chromium's fake devices with small pictures, and a screen that is drawn. */

/** Encoding pictures is most of what a test of a call costs. */
const SELDOM = { frameRate: 10 };
const SMALL = { ...SELDOM, width: 160, height: 120 };

export class FakeDevices extends EventTarget {
  /** All tracks that were given out, with clones of them. */
  readonly tracks: MediaStreamTrack[] = [];
  /** Returns false for a device that is not there. */
  isThere: (device: MediaDeviceInfo) => boolean = () => true;
  /** Replaces what the browser does when it is asked for camera or microphone; `grant` gives what was asked for. */
  answer: (constraints: MediaStreamConstraints, grant: () => Promise<MediaStream>) => Promise<MediaStream>;
  /** Gives pictures as large as they are asked for, but no more often. */
  fullSize = false;

  constructor() {
    super();
    this.answer = (_constraints, grant) => grant();
  }

  /** The tracks whose device is on: a camera's light. */
  get live(): MediaStreamTrack[] {
    return this.tracks.filter(({ readyState }) => readyState === "live");
  }

  /** The open device of this kind that was opened last. */
  open(kind: "audio" | "video"): MediaStreamTrack | undefined {
    return this.live.findLast((track) => track.kind === kind);
  }

  async getUserMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
    const picture = this.fullSize ? { ...SELDOM, deviceId: { exact: await lastCamera() } } : SMALL;
    const { video } = constraints;
    const cheaper = video ? { ...constraints, video: { ...(video as object), ...picture } } : constraints;
    return this.answer(constraints, async () => this.#note(await navigator.mediaDevices.getUserMedia(cheaper)));
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return (await navigator.mediaDevices.enumerateDevices()).filter((device) => this.isThere(device));
  }

  getSupportedConstraints(): MediaTrackSupportedConstraints {
    return navigator.mediaDevices.getSupportedConstraints();
  }

  /** Gives a small drawn screen that moves, with a tone, in place of one that nobody is there to pick. */
  async getDisplayMedia(): Promise<MediaStream> {
    const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 90 });
    const context = canvas.getContext("2d");
    const audio = new AudioContext();
    const output = new MediaStreamAudioDestinationNode(audio);
    const tone = new OscillatorNode(audio);
    tone.connect(output);
    tone.start();
    const stream = new MediaStream([...canvas.captureStream(10).getTracks(), ...output.stream.getTracks()]);
    let n = 0;
    const timer = setInterval(() => {
      context?.fillRect(n++ % 160, 0, 1, 90);
      if (stream.getTracks().some(({ readyState }) => readyState === "live")) return;
      clearInterval(timer);
      void audio.close();
    }, 100);
    return this.#note(stream);
  }

  /** Takes a device away that is in use, as when it is pulled out or another program takes it. */
  take(track: MediaStreamTrack | undefined): void {
    track?.stop();
    track?.dispatchEvent(new Event("ended"));
  }

  /** Says that devices were plugged in or out. */
  changed(): void {
    this.dispatchEvent(new Event("devicechange"));
  }

  #note(stream: MediaStream): MediaStream {
    for (const track of stream.getTracks()) {
      this.tracks.push(track);
      const clone = track.clone.bind(track);
      track.clone = () => {
        const copy = clone();
        this.tracks.push(copy);
        return copy;
      };
    }
    return stream;
  }
}

/**
 * A camera that no other page of the test run holds open: all that share one get pictures of the size that the first
 * has asked for.
 */
async function lastCamera(): Promise<string> {
  const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === "videoinput");
  return cameras.at(-1)?.deviceId ?? "";
}
