import { describe, expect, it } from "vitest";
import { type Measured, measure } from "./quality.ts";
import { type Sample, sampleOf } from "./sample.ts";

type Report = Record<string, unknown>;

/** Statistics as browsers give them, `n` times 2 s into a call. */
function stats(n: number, { lost = 0, roundTrip = 0.004, limit = "none", fractionLost = 0, silent = false } = {}) {
  const at = 1_000_000 + n * 2_000;
  const so = (rate: number): number => (silent ? 100 : 100 + n * rate);
  const rtp = { timestamp: at, codecId: "C1" };
  const reports: Report[] = [
    { id: "T", type: "transport", timestamp: at, selectedCandidatePairId: "P2" },
    { id: "P1", type: "candidate-pair", timestamp: at, nominated: true, state: "succeeded", currentRoundTripTime: 9 },
    { id: "P2", type: "candidate-pair", timestamp: at, currentRoundTripTime: roundTrip, availableOutgoingBitrate: 9e6 },
    { id: "C1", type: "codec", timestamp: at, mimeType: "video/VP8" },
    { ...rtp, id: "IA", type: "inbound-rtp", kind: "audio", packetsReceived: so(100), packetsLost: 0, jitter: 0.005 },
    {
      ...rtp,
      id: "IV",
      type: "inbound-rtp",
      kind: "video",
      packetsReceived: so(400),
      packetsLost: n * lost,
      jitter: 0.03,
      bytesReceived: n * 500_000,
      framesDecoded: so(60),
      frameWidth: 1280,
      frameHeight: 720,
    },
    {
      ...rtp,
      id: "OV",
      type: "outbound-rtp",
      kind: "video",
      remoteId: "R",
      packetsSent: so(300),
      bytesSent: n * 250_000,
      framesEncoded: so(30),
      frameWidth: 640,
      frameHeight: 360,
      qualityLimitationReason: limit,
    },
    { id: "R", type: "remote-inbound-rtp", kind: "video", timestamp: at, fractionLost, roundTripTime: 0.05 },
  ];
  return reports;
}

const sample = (reports: Report[]): Sample =>
  sampleOf(new Map(reports.map((report) => [report["id"], report])) as unknown as RTCStatsReport);

/** What is told after each of so many measurements that are all alike. */
function grades(options: Parameters<typeof stats>[1], count: number, before?: Measured): (Measured | undefined)[] {
  const told: (Measured | undefined)[] = [];
  let last = before;
  for (let n = 1; n <= count; n++) {
    last = measure(sample(stats(n - 1, options)), sample(stats(n, options)), last) ?? last;
    told.push(last);
  }
  return told;
}

describe("quality", () => {
  it("says nothing of bandwidth while the browser still learns what the path can take", () => {
    const told = grades({ limit: "bandwidth" }, 12).map((measured) => measured?.quality.grade);
    expect(told.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => "good"));
    expect(told.at(-1)).toBe("fair");
    // Whoever can do something about it is told at once.
    expect(grades({ limit: "bandwidth" }, 1)[0]?.strain.limit).toBe("bandwidth");
  });

  it("is told in numbers", () => {
    const [first] = grades({ lost: 5 }, 1);
    expect(first?.quality).toEqual({
      grade: "good",
      cause: undefined,
      roundTrip: 4,
      loss: 5 / 505,
      jitter: 5,
      received: { width: 1280, height: 720, framesPerSecond: 30, bitrate: 2_000_000, codec: "VP8" },
      sent: { width: 640, height: 360, framesPerSecond: 15, bitrate: 1_000_000, codec: "VP8" },
    });
    expect(first?.strain).toEqual({ grade: "good", limit: undefined, available: 9e6 });
  });

  it.each([
    ["loss", { lost: 20 }, "fair"],
    ["loss", { lost: 100 }, "poor"],
    ["loss", { fractionLost: 0.1 }, "poor"],
    ["delay", { roundTrip: 0.3 }, "fair"],
    ["delay", { roundTrip: 0.7 }, "poor"],
    ["cpu", { limit: "cpu" }, "fair"],
    ["bandwidth", { limit: "bandwidth" }, "fair"],
  ])("names what holds it back: %s, %j", (cause, options, grade) => {
    expect(grades(options, 9).at(-1)?.quality).toMatchObject({ cause, grade });
  });

  it("gets worse and better only after it was measured so a few times", () => {
    const worse = grades({ lost: 100 }, 3);
    expect(worse.map((each) => each?.quality.grade)).toEqual(["good", "poor", "poor"]);
    const better = grades({}, 3, worse[2]);
    expect(better.map((each) => each?.quality.grade)).toEqual(["poor", "poor", "good"]);
    expect(better.map((each) => each?.quality.cause)).toEqual(["loss", "loss", undefined]);
  });

  it("is not told of silence, nor of what has only begun", () => {
    expect(measure(sample(stats(1, { silent: true })), sample(stats(2, { silent: true })))).toBeUndefined();
    expect(measure(sample([]), sample(stats(1)))).toBeUndefined();
    expect(measure(sample(stats(1)), sample(stats(1)))).toBeUndefined();
  });

  it("shows no picture where none moves, and of two the larger", () => {
    const still = (n: number): Report[] => stats(n).map((report) => ({ ...report, framesDecoded: 7 }));
    expect(measure(sample(still(1)), sample(still(2)))?.quality.received).toBeUndefined();
    const screen = (n: number): Report[] => [
      ...stats(n),
      ...stats(n)
        .filter(({ id }) => id === "IV")
        .map((report) => ({ ...report, id: "IS", frameWidth: 1920, frameHeight: 1080 })),
    ];
    expect(measure(sample(screen(1)), sample(screen(2)))?.quality.received).toMatchObject({ width: 1920 });
  });

  it("is understood in Firefox, which marks the pair, and says neither transport nor reasons", () => {
    const unknown = ["qualityLimitationReason", "availableOutgoingBitrate", "currentRoundTripTime", "remoteId"];
    const firefox = (n: number): Report[] =>
      stats(n)
        .filter(({ type }) => type !== "transport")
        .map((report) => ({
          ...Object.fromEntries(Object.entries(report).filter(([member]) => !unknown.includes(member))),
          ...(report["id"] === "P2" && { selected: true }),
          ...(report["id"] === "R" && { localId: "OV", fractionLost: 0.03 }),
        }));
    const measured = measure(sample(firefox(1)), sample(firefox(2)));
    expect(measured?.quality).toMatchObject({ roundTrip: 50, sent: { width: 640 } });
    expect(measured?.strain).toEqual({ grade: "fair", limit: undefined, available: undefined });
  });
});
