import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { collect } from "../../test/helpers/collect.ts";
import { Flow } from "./flow.ts";

/** A sender of video whose changes the test lets happen, fail, or never be heard of again. */
class FakeSender {
  active = true;
  readonly asked: boolean[] = [];
  /** What happens to the next changes; after those, they are made at once. */
  readonly fates: ("later" | "fails" | "unheard")[] = [];

  getParameters() {
    return { encodings: [{ active: this.active }] };
  }

  async setParameters({ encodings: [encoding] }: { encodings: { active: boolean }[] }): Promise<void> {
    const on = encoding?.active ?? true;
    this.asked.push(on);
    const fate = this.fates.shift();
    if (fate === "fails") throw new DOMException("busy", "InvalidStateError");
    if (fate === "later") await new Promise((resolve) => setTimeout(resolve, 100));
    this.active = on;
    if (fate === "unheard") await new Promise(() => undefined);
  }
}

let sender: FakeSender;
let flow: Flow;
beforeEach(() => {
  vi.useFakeTimers();
  sender = new FakeSender();
  const audio = {
    sender: { setParameters: () => expect.fail("audio goes on") },
    receiver: { track: { kind: "audio" } },
  };
  const video = { sender, receiver: { track: { kind: "video" } } };
  flow = new Flow({ getTransceivers: () => [audio, video] } as unknown as RTCPeerConnection);
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the flow of pictures", () => {
  it("is switched off and on", async () => {
    flow.set(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.active).toBe(false);
    flow.set(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(sender.active).toBe(true);
  });

  it.each(["later", "fails", "unheard"] as const)("is on in the end if switching it off %s", async (fate) => {
    sender.fates.push(fate);
    flow.set(false);
    await vi.advanceTimersByTimeAsync(10);
    flow.set(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sender.active).toBe(true);
    expect(sender.asked[0]).toBe(false);
  });

  it("is on in the end if switching it on fails for a while", async () => {
    flow.set(false);
    await vi.advanceTimersByTimeAsync(0);
    sender.fates.push("fails", "fails", "unheard");
    flow.set(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sender.active).toBe(true);
  });

  it("is not touched any more after the end", async () => {
    sender.fates.push("fails");
    flow.set(false);
    flow.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sender.asked).toEqual([false]);
  });

  it("lets go of the connection at the end, although a change is never heard of again", async () => {
    vi.useRealTimers();
    // As the browser does, for a change of which it has lost sight.
    const kept: (() => void)[] = [];
    const setParameters = () => new Promise<void>((resolve) => kept.push(resolve));
    const begin = () => {
      const video = {
        sender: { getParameters: () => ({ encodings: [{ active: true }] }), setParameters },
        receiver: { track: { kind: "video" } },
      };
      const connection = { getTransceivers: () => [video] } as unknown as RTCPeerConnection;
      const flow = new Flow(connection, 10);
      flow.set(false);
      setTimeout(() => flow.stop(), 50);
      return new WeakRef(connection);
    };
    const held = begin();
    await vi.waitUntil(
      () => {
        collect();
        return held.deref() === undefined;
      },
      { timeout: 5_000 },
    );
    expect(kept).not.toEqual([]);
  });
});
