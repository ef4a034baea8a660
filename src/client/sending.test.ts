import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { collect } from "../../test/helpers/collect.ts";
import type { Encoding } from "./encoding.ts";
import { type Outgoing, Sending } from "./sending.ts";

/** A sender of video whose changes the test lets happen, fail, or never be heard of again. */
class FakeSender {
  active = true;
  maxBitrate: number | undefined;
  track: Partial<MediaStreamTrack> | null = null;
  degradationPreference: string | undefined;
  readonly all: Partial<Encoding>[] = [];
  readonly asked: boolean[] = [];
  /** What happens to the next changes; after those, they are made at once. */
  readonly fates: ("later" | "fails" | "unheard")[] = [];

  getParameters() {
    return { encodings: [{ active: this.active, maxBitrate: this.maxBitrate }], transactionId: "t" };
  }

  async setParameters(parameters: {
    encodings: Partial<Encoding>[];
    transactionId: string;
    degradationPreference?: string;
  }): Promise<void> {
    const [encoding = {}] = parameters.encodings;
    expect(parameters.transactionId).toBe("t");
    const on = encoding.active ?? true;
    this.asked.push(on);
    this.all.push(encoding);
    const fate = this.fates.shift();
    if (fate === "fails") throw new DOMException("busy", "InvalidStateError");
    if (fate === "later") await new Promise((resolve) => setTimeout(resolve, 100));
    this.active = on;
    this.maxBitrate = encoding.maxBitrate;
    this.degradationPreference = parameters.degradationPreference;
    if (fate === "unheard") await new Promise(() => undefined);
  }
}

let sender: FakeSender;
let voice: FakeSender;
let sending: Sending;
const as = (sender: FakeSender, role: Outgoing["role"]) => ({ sender: sender as unknown as RTCRtpSender, role });
beforeEach(() => {
  vi.useFakeTimers();
  sender = new FakeSender();
  voice = new FakeSender();
  sending = new Sending(() => [as(voice, "voice"), as(sender, "face")]);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the flow of pictures", () => {
  it("is switched off and on", async () => {
    sending.flow(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.active).toBe(false);
    sending.flow(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.active).toBe(true);
  });

  it.each(["later", "fails", "unheard"] as const)("is on in the end if switching it off %s", async (fate) => {
    sender.fates.push(fate);
    sending.flow(false);
    await vi.advanceTimersByTimeAsync(10);
    sending.flow(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sender.active).toBe(true);
    expect(sender.asked[0]).toBe(false);
  });

  it("is on in the end if switching it on fails for a while", async () => {
    sending.flow(false);
    await vi.advanceTimersByTimeAsync(0);
    sender.fates.push("fails", "fails", "unheard");
    sending.flow(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sender.active).toBe(true);
  });

  it("is not touched any more after the end", async () => {
    sender.fates.push("fails");
    sending.flow(false);
    sending.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sender.asked).toEqual([false]);
  });

  it("lets go of the senders at the end, although a change is never heard of again", async () => {
    vi.useRealTimers();
    // As the browser does, for a change of which it has lost sight.
    const kept: (() => void)[] = [];
    const setParameters = () => new Promise<void>((resolve) => kept.push(resolve));
    const begin = () => {
      const held = { getParameters: () => ({ encodings: [{ active: true }] }), setParameters };
      const outgoing: Outgoing[] = [{ sender: held as unknown as RTCRtpSender, role: "face" }];
      const sending = new Sending(() => outgoing, 10);
      sending.flow(false);
      setTimeout(() => sending.stop(), 50);
      return new WeakRef(held);
    };
    const weak = begin();
    await vi.waitUntil(() => {
      collect();
      return weak.deref() === undefined;
    }, REACTION);
    expect(kept).not.toEqual([]);
  });
});

describe("what is sent", () => {
  it("is set for each role, once, and the voice goes on when pictures stop", async () => {
    sender.track = { getSettings: () => ({ width: 1280, height: 720 }) };
    sending.update();
    sending.update();
    await vi.advanceTimersByTimeAsync(0);
    sending.flow(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sender.all.map(({ active, maxBitrate }) => [active, maxBitrate])).toEqual([
      [true, 2_500_000],
      [false, 2_500_000],
    ]);
    expect(voice.all).toEqual([expect.objectContaining({ maxBitrate: 64_000, priority: "high", active: true })]);
    expect(sender.degradationPreference).toBe("balanced");
  });

  it("is set anew for another track, for fewer lines, and where a negotiation has undone it", async () => {
    sender.track = { getSettings: () => ({ width: 1080, height: 1920 }) };
    sending.update();
    await vi.advanceTimersByTimeAsync(0);
    sender.track = { getSettings: () => ({ width: 640, height: 480 }) };
    sending.update();
    await vi.advanceTimersByTimeAsync(0);
    sending.fit(180);
    await vi.advanceTimersByTimeAsync(0);
    sender.maxBitrate = undefined;
    sending.update();
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.all.map(({ scaleResolutionDownBy, maxBitrate }) => [scaleResolutionDownBy, maxBitrate])).toEqual([
      [1.5, 2_500_000],
      [1, 800_000],
      [480 / 180, 300_000],
      [480 / 180, 300_000],
    ]);
  });
});
