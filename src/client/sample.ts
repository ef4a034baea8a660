/** What the browser has counted of a connection at one moment (W3C webrtc-stats), as far as its quality shows in it. Pure. */

/** One direction of one track; counters are of everything so far. */
export interface Stream {
  readonly kind: "audio" | "video";
  readonly bytes: number;
  readonly packets: number;
  /** In frames; 0 for sound. */
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  readonly codec?: string | undefined;
}

export interface Incoming extends Stream {
  readonly lost: number;
  /** In seconds. */
  readonly jitter: number;
}

export interface Outgoing extends Stream {
  /** What keeps the encoder from doing as well as it was told to. */
  readonly limit: "cpu" | "bandwidth" | undefined;
  /** The part that the other reports as lost of late, from 0 to 1. */
  readonly fractionLost: number;
}

export interface Sample {
  /** In milliseconds, of the statistics' own clock. */
  readonly at: number;
  /** By the browser's ids. */
  readonly incoming: ReadonlyMap<string, Incoming>;
  readonly outgoing: ReadonlyMap<string, Outgoing>;
  /** There and back, in seconds. */
  readonly roundTrip?: number | undefined;
  /** What the browser believes that the path can take, in bits per second; not in every browser. */
  readonly available?: number | undefined;
}

/** Members of several types of reports; which of them there are depends on type and browser. */
interface Report {
  readonly id: string;
  readonly type: string;
  readonly timestamp: number;
  readonly [member: string]: unknown;
}

/** Take a sample of a connection's statistics. */
export function sampleOf(stats: RTCStatsReport): Sample {
  const reports: Report[] = [];
  // What it holds is typed as `any`.
  stats.forEach((report: Report) => reports.push(report));
  const byId = new Map(reports.map((report) => [report.id, report]));
  const of = (type: string) => reports.filter((report) => report.type === type);
  const remote = of("remote-inbound-rtp");
  const pair = pathOf(reports, byId);
  const codec = (report: Report) => text(byId.get(text(report["codecId"]) ?? ""), "mimeType")?.replace(/^\w+\//u, "");
  const stream = (report: Report, way: "Received" | "Sent") => ({
    kind: (report["kind"] ?? report["mediaType"]) === "video" ? ("video" as const) : ("audio" as const),
    bytes: number(report, `bytes${way}`) ?? 0,
    packets: number(report, `packets${way}`) ?? 0,
    frames: number(report, way === "Received" ? "framesDecoded" : "framesEncoded") ?? 0,
    width: number(report, "frameWidth") ?? 0,
    height: number(report, "frameHeight") ?? 0,
    codec: codec(report),
  });
  const incoming = of("inbound-rtp").map((report): [string, Incoming] => [
    report.id,
    { ...stream(report, "Received"), lost: number(report, "packetsLost") ?? 0, jitter: number(report, "jitter") ?? 0 },
  ]);
  const outgoing = of("outbound-rtp").map((report): [string, Outgoing] => {
    const theirs = byId.get(text(report["remoteId"]) ?? "") ?? remote.find(({ localId }) => localId === report.id);
    const limit = report["qualityLimitationReason"];
    return [
      report.id,
      {
        ...stream(report, "Sent"),
        limit: limit === "cpu" || limit === "bandwidth" ? limit : undefined,
        fractionLost: (theirs && number(theirs, "fractionLost")) ?? 0,
      },
    ];
  });
  const trips = remote.flatMap((report) => number(report, "roundTripTime") ?? []);
  return {
    at: Math.max(0, ...reports.map(({ timestamp }) => timestamp)),
    incoming: new Map(incoming),
    outgoing: new Map(outgoing),
    roundTrip: (pair && number(pair, "currentRoundTripTime")) ?? (trips.length > 0 ? Math.min(...trips) : undefined),
    available: pair && number(pair, "availableOutgoingBitrate"),
  };
}

/** The pair of candidates that is used: Firefox marks it, other browsers' transport names it. */
function pathOf(reports: readonly Report[], byId: ReadonlyMap<string, Report>): Report | undefined {
  const transport = reports.find(
    ({ type, selectedCandidatePairId }) => type === "transport" && selectedCandidatePairId,
  );
  const named = byId.get(text(transport?.["selectedCandidatePairId"]) ?? "");
  const pairs = reports.filter(({ type }) => type === "candidate-pair");
  return (
    named ??
    pairs.find(({ selected }) => selected === true) ??
    pairs.find(({ nominated, state }) => nominated === true && state === "succeeded")
  );
}

function text(value: unknown, member?: string): string | undefined {
  const found = member === undefined ? value : (value as Report | undefined)?.[member];
  return typeof found === "string" ? found : undefined;
}

function number(report: Report, member: string): number | undefined {
  const value = report[member];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
