// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { aTimeout, expect } from "@open-wc/testing";
import { Unheard } from "./unheard.ts";
import { until } from "./testing/until.ts";

const context = new AudioContext();
const clone = MediaStreamTrack.prototype.clone;

describe("who is muted", () => {
  let heard: boolean[];
  let ears: MediaStreamTrack[];
  let voice: GainNode;
  let microphone: MediaStreamTrack;
  let unheard: Unheard;

  beforeEach(async () => {
    await context.resume();
    heard = [];
    ears = [];
    MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
      const ear = clone.call(this);
      ears.push(ear);
      return ear;
    };
    const output = new MediaStreamAudioDestinationNode(context);
    voice = new GainNode(context, { gain: 0 });
    const tone = new OscillatorNode(context, { frequency: 300 });
    tone.connect(voice).connect(output);
    tone.start();
    [microphone] = output.stream.getAudioTracks() as [MediaStreamTrack];
    microphone.enabled = false;
    unheard = new Unheard((now) => heard.push(now));
  });
  afterEach(() => {
    unheard.listen(null);
    MediaStreamTrack.prototype.clone = clone;
  });

  it("is noticed to speak, and to be quiet again, while the other hears nothing", async () => {
    unheard.listen(microphone);
    await aTimeout(700);
    expect(heard).to.deep.equal([]);
    voice.gain.value = 0.3;
    await until("speech", () => heard.length === 1);
    expect(microphone.enabled).to.equal(false);
    voice.gain.value = 0;
    await until("silence", () => heard.length === 2);
    expect(heard).to.deep.equal([true, false]);
  });

  it("is listened to no more once unmuted, or with another microphone", async () => {
    unheard.listen(microphone);
    voice.gain.value = 0.3;
    await until("speech", () => heard.length === 1);
    unheard.listen(microphone);
    expect(ears.length).to.equal(1);
    unheard.listen(clone.call(microphone));
    expect(heard).to.deep.equal([true, false]);
    expect(ears.map(({ readyState }) => readyState)).to.deep.equal(["ended", "live"]);
    unheard.listen(null);
    expect(ears.map(({ readyState }) => readyState)).to.deep.equal(["ended", "ended"]);
    expect(microphone.readyState).to.equal("live");
  });

  it("is not listened to where there is no way", () => {
    MediaStreamTrack.prototype.clone = () => {
      throw new Error("none");
    };
    unheard.listen(microphone);
    unheard.listen(null);
    expect(heard).to.deep.equal([]);
  });
});
