import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pulse } from "./pulse.ts";

let heard: string[];
let packets: number;
/** When the last one came, where the browser says so. */
let latest: number | undefined;
let beats: number;
let pulse: Pulse;

/** Media comes at this rate, in packets a second. */
let flow: ReturnType<typeof setInterval> | undefined;
const media = (on: boolean): void => {
  clearInterval(flow);
  if (on) flow = setInterval(() => void ([packets, latest] = [packets + 1, latest && Date.now()]), 20);
};

function start(legacy = false): void {
  const connection = {
    iceConnectionState: "disconnected",
    getStats: async () =>
      new Map([
        [
          "in",
          {
            type: "inbound-rtp",
            timestamp: Date.now(),
            packetsReceived: packets,
            ...(latest !== undefined && { lastPacketReceivedTimestamp: latest }),
          },
        ],
        ["out", { type: "outbound-rtp", timestamp: Date.now() }],
      ]),
  } as unknown as RTCPeerConnection;
  pulse = new Pulse({
    connection,
    legacy,
    beat: () => beats++,
    doubt: () => heard.push("doubt"),
    silent: (since) => heard.push(`silent since ${Math.round((Date.now() - since) / 100) / 10} s`),
    stillSilent: () => heard.at(-1) === "still silent" || heard.push("still silent"),
    alive: () => heard.push("alive"),
  });
  pulse.start();
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The whole page, with its timers, stands still. */
function freeze(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
  const { now } = performance;
  const lag = ms;
  vi.spyOn(performance, "now").mockImplementation(() => now.call(performance) + lag);
}

beforeEach(() => {
  vi.useFakeTimers();
  [heard, packets, beats, latest] = [[], 0, 0, Date.now()];
});
afterEach(() => {
  pulse.stop();
  media(false);
  expect(vi.getTimerCount(), "timers left").toBe(0);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("the pulse", () => {
  it("beats every second", async () => {
    start();
    await pass(10_000);
    expect(beats).toBe(10);
  });

  it("answers a beat where its own timer is held back, but never an answer", async () => {
    start();
    await pass(900);
    pulse.hear();
    expect(beats).toBe(1);
    pulse.hear();
    expect(beats).toBe(1);
  });

  it.each([
    ["beats", () => setInterval(() => pulse.hear(), 1_000)],
    ["media", () => setInterval(() => packets++, 20)],
  ])("is content with %s", async (_, signs) => {
    start();
    const timer = signs();
    await pass(60_000);
    clearInterval(timer);
    expect(heard).toEqual([]);
  });

  it("doubts after 0.75 s without media, speaks of silence after 2 s, and hears at once that it is over", async () => {
    start();
    media(true);
    await pass(5_000);
    media(false);
    await pass(700);
    expect(heard).toEqual([]);
    await pass(500);
    expect(heard).toEqual(["doubt"]);
    expect(pulse.doubtful).toBe(true);
    await pass(700);
    expect(heard).toEqual(["doubt"]);
    await pass(500);
    expect(heard[1]).toMatch(/^silent since 2(\.\d)? s$/u);
    await pass(5_000);
    expect(heard.at(-1)).toBe("still silent");
    media(true);
    await pass(250);
    expect(heard.at(-1)).toBe("alive");
    expect(pulse.doubtful).toBe(false);
  });

  it("hears media somewhat later where the browser does not say when it came", async () => {
    latest = undefined;
    start();
    media(true);
    await pass(5_000);
    media(false);
    await pass(1_500);
    expect(heard).toEqual(["doubt"]);
    await pass(1_000);
    expect(heard[1]).toMatch(/^silent since 2(\.\d)? s$/u);
  });

  it("gives beats more time than media", async () => {
    start();
    await pass(1_400);
    expect(heard).toEqual([]);
    await pass(400);
    expect(heard).toEqual(["doubt"]);
  });

  it("does not take its own sleep for the other's silence", async () => {
    start();
    media(true);
    await pass(3_000);
    media(false);
    freeze(10_000);
    await pass(500);
    media(true);
    await pass(1_500);
    expect(heard).toEqual([]);
    media(false);
    await pass(2_600);
    expect(heard.slice(0, 2).map((each) => each.split(" ")[0])).toEqual(["doubt", "silent"]);
  });

  it("leaves to ICE whether a client without beats lives, while nothing is sent", async () => {
    start(true);
    await pass(10_000);
    expect(beats).toBe(0);
    expect(heard[1]).toMatch(/^silent/u);
  });
});
