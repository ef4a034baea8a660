/** A short tone by which one hears where the sound comes out. */

/** An arpeggio of C major: pitches in Hz, each so long after the one before, and the end, in seconds. */
const PITCHES = [523.25, 659.25, 783.99];
const STEP = 0.16;
const RING = 0.7;
const VOLUME = 0.25;

/**
 * Play it by this speaker, or by the system's; settles at its end. To be called upon a tap.
 * @throws {DOMException} the speaker is not there, or may not be used
 */
export async function playTone(speakerId: string | undefined): Promise<void> {
  const context = new AudioContext();
  try {
    const output = await outputOf(context, speakerId);
    await context.resume();
    PITCHES.forEach((pitch, index) => strike(context, output, pitch, context.currentTime + 0.05 + index * STEP));
    await new Promise((resolve) => setTimeout(resolve, (0.1 + PITCHES.length * STEP + RING) * 1000));
  } finally {
    await context.close();
  }
}

/** Where the browser lets a graph choose its speaker, that; elsewhere an element may. */
async function outputOf(context: AudioContext, speakerId: string | undefined): Promise<AudioNode> {
  if (speakerId === undefined) return context.destination;
  const selectable = context as AudioContext & { setSinkId?(id: string): Promise<void> };
  if (selectable.setSinkId) {
    await selectable.setSinkId(speakerId);
    return context.destination;
  }
  const element = new Audio();
  if (!("setSinkId" in element)) return context.destination;
  const output = new MediaStreamAudioDestinationNode(context);
  element.srcObject = output.stream;
  await element.setSinkId(speakerId);
  await element.play();
  return output;
}

/** As a bell: at once, and fading. Steps would click. */
function strike(context: AudioContext, output: AudioNode, pitch: number, at: number): void {
  const envelope = new GainNode(context, { gain: 0 });
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(VOLUME, at + 0.02);
  envelope.gain.exponentialRampToValueAtTime(0.001, at + RING);
  const tone = new OscillatorNode(context, { frequency: pitch });
  tone.connect(envelope).connect(output);
  tone.start(at);
  tone.stop(at + RING);
}
