/** Makes a figure of notes into sound. */
import type { Note, Overtone, Tone } from "./tones.ts";

/** Softly in and out, in seconds: steps would click. */
const ATTACK = 0.008;
const RELEASE = 0.06;

/** The whole figure, which can be looped: it ends in silence. Its loudest moment is at the tone's level. */
export async function render(tone: Tone, sampleRate: number): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, Math.ceil(tone.period * sampleRate), sampleRate);
  for (const note of tone.notes) for (const partial of tone.sound) play(context, note, partial);
  const buffer = await context.startRendering();
  level(buffer.getChannelData(0), tone.level);
  return buffer;
}

function play(context: OfflineAudioContext, { pitch, at, length }: Note, { ratio, level, fade }: Overtone): void {
  const envelope = new GainNode(context, { gain: 0 });
  envelope.connect(context.destination);
  const { gain } = envelope;
  gain.setValueAtTime(0, at);
  gain.linearRampToValueAtTime(level, at + ATTACK);
  if (fade !== undefined) gain.setTargetAtTime(0, at + ATTACK, fade);
  gain.setTargetAtTime(0, at + length - RELEASE, RELEASE / 6);
  const oscillator = new OscillatorNode(context, { frequency: pitch * ratio });
  oscillator.connect(envelope);
  oscillator.start(at);
  oscillator.stop(at + length);
}

function level(samples: Float32Array, to: number): void {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  if (peak === 0) return;
  for (let n = 0; n < samples.length; n++) samples[n] = ((samples[n] ?? 0) * to) / peak;
}
