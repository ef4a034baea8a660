/** Rings with Web Audio: no files, so there is nothing to load when it must ring. */

/** One burst of sound: the pitches in Hz that sound together, from `at` for `length` seconds. */
interface Burst {
  pitches: readonly number[];
  at: number;
  length: number;
}

interface Pattern {
  bursts: readonly Burst[];
  /** Repeated after this many seconds. */
  period: number;
  volume: number;
}

/** For the callee: a rising figure that carries through a noisy room. */
const RING: Pattern = {
  bursts: [
    { pitches: [659, 831], at: 0, length: 0.35 },
    { pitches: [784, 988], at: 0.35, length: 0.35 },
    { pitches: [659, 831], at: 1, length: 0.35 },
    { pitches: [784, 988], at: 1.35, length: 0.35 },
  ],
  period: 3,
  volume: 0.25,
};

/** For the caller: the European ringback, 425 Hz, one second in five (ETSI TR 101 041-2), quietly. */
const RINGBACK: Pattern = { bursts: [{ pitches: [425], at: 0, length: 1 }], period: 5, volume: 0.06 };

const VIBRATION = [400, 200, 400];

export class Ringer {
  #context: AudioContext | undefined;
  #playing: "ring" | "ringback" | undefined;
  #repeat: ReturnType<typeof setInterval> | undefined;
  #gain: GainNode | undefined;

  /** Browsers play nothing before the first touch or key: be ready from then on. */
  unlock(): void {
    this.#context ??= new AudioContext();
    void this.#context.resume();
  }

  /** Ring, sound the ringback, or be silent; what sounds already goes on. */
  play(what: "ring" | "ringback" | undefined): void {
    if (what === this.#playing) return;
    this.#playing = what;
    clearInterval(this.#repeat);
    this.#gain?.disconnect();
    this.#gain = undefined;
    if (what !== "ring") vibrate(0);
    if (what === undefined) return;
    const pattern = what === "ring" ? RING : RINGBACK;
    // Some browsers allow sound without a gesture here: this page may have been used, or have the microphone, before.
    this.unlock();
    const sound = () => {
      if (what === "ring") vibrate(VIBRATION);
      if (this.#context?.state === "running") this.#sound(this.#context, pattern);
    };
    sound();
    this.#repeat = setInterval(sound, pattern.period * 1000);
  }

  #sound(context: AudioContext, { bursts, volume }: Pattern): void {
    this.#gain ??= new GainNode(context, { gain: volume });
    this.#gain.connect(context.destination);
    for (const { pitches, at, length } of bursts) {
      const start = context.currentTime + at;
      const envelope = new GainNode(context, { gain: 0 });
      envelope.connect(this.#gain);
      // Ramps instead of steps, which would click.
      envelope.gain.setValueAtTime(0, start);
      envelope.gain.linearRampToValueAtTime(1 / pitches.length, start + 0.02);
      envelope.gain.setValueAtTime(1 / pitches.length, start + length - 0.05);
      envelope.gain.linearRampToValueAtTime(0, start + length);
      for (const frequency of pitches) {
        const tone = new OscillatorNode(context, { type: "triangle", frequency });
        tone.connect(envelope);
        tone.start(start);
        tone.stop(start + length);
      }
    }
  }
}

/** Before the first touch, browsers refuse and complain. */
function vibrate(pattern: VibratePattern): void {
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(pattern);
}
