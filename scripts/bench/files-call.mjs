/** What a call suffers from files beside it: by turns without them and with them. */
import { FILE, RUNS, SECONDS } from "./sizes.mjs";
import { offer } from "./files-handed.mjs";
import { median, spread, table } from "./statistics.mjs";

/** In a second, but the round trip, which is in milliseconds. @typedef {{frames: number, lost: number, concealed: number, rtt: number}} Call */

/** How long the transfer may take to find its pace before it is looked at, in milliseconds. */
const PACE = 5_000;
/** For how long each is measured, in milliseconds. */
const LENGTH = SECONDS * 3_000;

export async function callBeside(/** @type {import("./files-people.mjs").People} */ { ada: from, bob: to }) {
  await from.getByRole("button", { name: "Call Bob", exact: true }).click();
  await to.getByRole("button", { name: "Accept", exact: true }).click();
  for (const page of [from, to])
    await page.evaluate(async () => {
      const { connections } = window.bench;
      while (!(await flowing())) await new Promise((resolve) => setTimeout(resolve, 100));
      async function flowing() {
        for (const connection of connections)
          for (const report of (await connection.getStats()).values())
            if (report.type === "inbound-rtp" && report.kind === "video" && report.framesDecoded > 50) return true;
        return false;
      }
    });
  /** @type {Record<string, Call[]>} */
  const calls = { without: [], with: [] };
  /** In MB a second, beside the call. @type {number[]} */
  const speeds = [];
  for (let run = 0; run < RUNS; run++) {
    calls["without"]?.push(...(await Promise.all([from, to].map((page) => page.evaluate(watch, LENGTH)))));
    const mid = await offer(from, to, "Bob", FILE * 1e6);
    await to.evaluate((mid) => window.bench.want({ type: "answer-files", mid, accept: true }), mid);
    const moved = () =>
      to.evaluate(
        (mid) => window.bench.until((all) => all.find((one) => one.mid === mid && one.moved > 0), 60_000),
        mid,
      );
    await moved();
    await to.waitForTimeout(PACE);
    const before = (await moved()).moved;
    const began = performance.now();
    calls["with"]?.push(...(await Promise.all([from, to].map((page) => page.evaluate(watch, LENGTH)))));
    const after = await moved();
    if (after.phase !== "moving") throw new Error(`the file is ${after.phase} already: BENCH_FILE must be larger`);
    speeds.push((after.moved - before) / 1e3 / (performance.now() - began));
    await to.evaluate((mid) => window.bench.want({ type: "cancel-files", mid }), mid);
  }
  /** @type {[string, keyof Call, number][]} */
  const lines = [
    ["frames decoded a second", "frames", 1],
    ["round trip, ms", "rtt", 1],
    ["audio packets lost a second", "lost", 2],
    ["samples of sound made up a second", "concealed", 0],
  ];
  const column = (/** @type {string} */ which, /** @type {keyof Call} */ key) =>
    (calls[which] ?? []).map((call) => call[key]);
  table(`A call, both sides, with a file on its way beside it (${median(speeds).toFixed(1)} MB/s) and without`, [
    ["", "without", "with"],
    ...lines.map(([what, key, digits]) => [
      what,
      spread(column("without", key), digits),
      spread(column("with", key), digits),
    ]),
  ]);
}

/** Runs in a page: its call for so many milliseconds. @returns {Promise<Call>} */
async function watch(/** @type {number} */ length) {
  /** The sums of all connections: those that carry no call have none. */
  const look = async () => {
    const now = { frames: 0, lost: 0, concealed: 0, rtt: 0 };
    for (const connection of window.bench.connections) {
      if (connection.connectionState !== "connected") continue;
      const reports = [...(await connection.getStats()).values()];
      if (!reports.some(({ type }) => type === "inbound-rtp")) continue;
      for (const report of reports) {
        if (report.type === "inbound-rtp" && report.kind === "video") now.frames += report.framesDecoded ?? 0;
        if (report.type === "inbound-rtp" && report.kind === "audio") {
          now.lost += report.packetsLost ?? 0;
          now.concealed += report.concealedSamples ?? 0;
        }
        if (report.type === "candidate-pair" && report.nominated) now.rtt = (report.currentRoundTripTime ?? 0) * 1000;
      }
    }
    return now;
  };
  const [before, began] = [await look(), performance.now()];
  const trips = [];
  while (performance.now() - began < length) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    trips.push((await look()).rtt);
  }
  const after = await look();
  const seconds = (performance.now() - began) / 1000;
  trips.sort((a, b) => a - b);
  return {
    frames: (after.frames - before.frames) / seconds,
    lost: (after.lost - before.lost) / seconds,
    concealed: (after.concealed - before.concealed) / seconds,
    rtt: trips[trips.length >> 1] ?? 0,
  };
}
