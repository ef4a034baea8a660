// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { Ringer } from "./ringer.ts";
import { render } from "./synth.ts";
import { type ToneName, TONES } from "./tones.ts";
import { until } from "./testing/until.ts";

const RATE = 48_000;
const NAMES = Object.keys(TONES) as ToneName[];

const peakOf = (samples: Float32Array): number => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** How much of this pitch there is (Goertzel's algorithm). */
function amount(samples: Float32Array, pitch: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * pitch) / RATE);
  let [last, before] = [0, 0];
  for (const sample of samples) [last, before] = [sample + coefficient * last - before, last];
  return Math.sqrt(last ** 2 + before ** 2 - coefficient * last * before);
}

describe("the tones", () => {
  for (const name of NAMES)
    it(`${name}: comes softly, is never louder than it may be, and ends in silence before it begins anew`, async () => {
      const samples = (await render(TONES[name], RATE)).getChannelData(0);
      expect(samples.length).to.equal(Math.ceil(TONES[name].period * RATE));
      expect(peakOf(samples)).to.be.closeTo(TONES[name].level, 1e-4);
      expect(peakOf(samples)).to.be.at.most(1);
      expect(peakOf(samples.subarray(0, RATE / 1_000))).to.be.below(peakOf(samples) / 4);
      expect(peakOf(samples.subarray(-RATE / 100))).to.be.below(1e-3);
    });

  it("ring: knows its tune", async () => {
    const samples = (await render(TONES.ring, RATE)).getChannelData(0);
    for (const { pitch, at } of TONES.ring.notes) {
      const note = samples.subarray(Math.round((at + 0.02) * RATE), Math.round((at + 0.14) * RATE));
      const elsewhere = [pitch * 0.94, pitch * 1.06].map((off) => amount(note, off));
      expect(amount(note, pitch)).to.be.above(Math.max(...elsewhere));
    }
  });
});

describe("the ringer", () => {
  const connect = AudioNode.prototype.connect as (to: AudioNode) => AudioNode;
  let ear: AnalyserNode | undefined;
  let ringer: Ringer;
  let locked: boolean[];

  before(() => {
    // Whatever goes to the loudspeaker is listened to.
    AudioNode.prototype.connect = function (this: AudioNode, to: AudioNode) {
      if (to instanceof AudioDestinationNode && !(to.context instanceof OfflineAudioContext)) {
        if (ear?.context !== to.context) {
          ear = new AnalyserNode(to.context, { fftSize: 16_384 });
          connect.call(ear, to);
        }
        return connect.call(this, ear);
      }
      return connect.call(this, to);
    } as typeof AudioNode.prototype.connect;
  });
  after(() => {
    AudioNode.prototype.connect = connect as typeof AudioNode.prototype.connect;
  });
  beforeEach(() => {
    [ear, locked] = [undefined, []];
    ringer = new Ringer({ locked: (now) => locked.push(now) });
  });
  afterEach(() => ringer.loop(undefined));

  /** How loud it has been in the last third of a second. */
  function loudness(): number {
    const samples = new Float32Array(16_384);
    ear?.getFloatTimeDomainData(samples);
    return ear?.context.state === "running" ? peakOf(samples) : 0;
  }
  const heard = () => until("nothing is heard", () => loudness() > 0.1);
  const silent = () => until("it is still heard", () => loudness() < 0.001);

  it("rings until it is told to stop, and then lets the loudspeaker rest", async () => {
    ringer.loop("ring");
    await heard();
    ringer.loop("ring");
    const context = ear?.context;
    ringer.loop(undefined);
    await silent();
    await until("it does not rest", () => context?.state === "suspended");
    ringer.loop("ring");
    await heard();
    expect(locked.at(-1)).to.equal(false);
  });

  it("changes its volume at once", async () => {
    ringer.volume = 0;
    ringer.loop("ring");
    await until(() => ear?.context.state === "running");
    expect(loudness()).to.be.below(0.001);
    ringer.volume = 1;
    await heard();
    ringer.volume = 0;
    await silent();
  });

  it("plays once what is to be tried, and not into a call that rings", async () => {
    ringer.once("over");
    await heard();
    await silent();
    ringer.loop("ringback");
    ringer.once("ring");
    await until("no ringback", () => loudness() > 0.03);
    expect(loudness()).to.be.below(0.1);
  });
});
