import { describe, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { Meter } from "./meter.ts";
import { createMetrics } from "./metrics.ts";

const held = { connections: 5, people: 4, away: 1, offers: 2, missed: 3, texts: 4 };

/** A fresh meter and a way to read it: the samples by their names and labels. */
function watched() {
  const meter = new Meter();
  const metrics = createMetrics(meter, () => held);
  const read = async () => {
    const lines = (await metrics()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    return Object.fromEntries(lines.map((line) => [line.replace(/ \S+$/, ""), Number(/\S+$/.exec(line)?.[0])]));
  };
  return { meter, metrics, read };
}

describe("counts", () => {
  it("frames by type, errors by code, and what nobody knows as one kind", async () => {
    const { meter, read } = watched();
    for (const type of [
      "offer",
      "offer",
      "beat",
      "identify",
      "__proto__",
      "constructor",
      "toString",
      "",
      "x".repeat(99),
    ])
      meter.received(type);
    for (const code of ["too-fast", "too-fast", "bad-message", "invented"]) meter.refused(code);
    meter.sent(3, 1_000);
    meter.sent(1, 24);
    meter.failed();
    const samples = await read();
    expect(samples).toMatchObject({
      'earshot_frames_received_total{type="offer"}': 2,
      'earshot_frames_received_total{type="beat"}': 1,
      'earshot_frames_received_total{type="hangup"}': 0,
      'earshot_frames_received_total{type="other"}': 5,
      'earshot_errors_total{code="too-fast"}': 2,
      'earshot_errors_total{code="bad-message"}': 1,
      'earshot_errors_total{code="full"}': 0,
      'earshot_errors_total{code="other"}': 1,
      earshot_frames_sent_total: 4,
      earshot_bytes_sent_total: 1_024,
      earshot_failures_total: 1,
    });
  });

  it("no more kinds than it began with, whatever comes", async () => {
    const { meter, read } = watched();
    const before = Object.keys(await read());
    for (let n = 0; n < 10_000; n++) meter.received(`kind ${n}`);
    for (let n = 0; n < 10_000; n++) meter.refused(`code ${n}`);
    const after = Object.keys(await read()).filter((name) => name.startsWith("earshot_"));
    expect(after).toEqual(before.filter((name) => name.startsWith("earshot_")));
  });

  it("each frame once, however often they are read", async () => {
    const { meter, read } = watched();
    meter.received("offer");
    meter.relayed(1);
    meter.sent(1, 10);
    await read();
    const samples = await read();
    expect(samples['earshot_frames_received_total{type="offer"}']).toBe(1);
    expect(samples["earshot_bytes_sent_total"]).toBe(10);
    expect(samples["earshot_relay_seconds_count"]).toBe(1);
  });
});

it("delays fall into buckets that hold the ones below them, in seconds", async () => {
  const { meter, read } = watched();
  for (const milliseconds of [0, 0.1, 0.2, 3, 1_000, 5_000]) meter.relayed(milliseconds);
  const samples = await read();
  expect(samples).toMatchObject({
    'earshot_relay_seconds_bucket{le="0.0001"}': 2,
    'earshot_relay_seconds_bucket{le="0.00025"}': 3,
    'earshot_relay_seconds_bucket{le="0.0025"}': 3,
    'earshot_relay_seconds_bucket{le="0.005"}': 4,
    'earshot_relay_seconds_bucket{le="1"}': 5,
    'earshot_relay_seconds_bucket{le="+Inf"}': 6,
    earshot_relay_seconds_count: 6,
  });
  expect(samples["earshot_relay_seconds_sum"]).toBeCloseTo(6.0033);
});

it("says how much is held, and how the process does", async () => {
  const { metrics, read } = watched();
  const samples = await read();
  expect(samples).toMatchObject({
    earshot_connections: 5,
    earshot_people: 4,
    earshot_people_away: 1,
    earshot_offers_waiting: 2,
    earshot_calls_missed: 3,
    earshot_texts_waiting: 4,
  });
  for (const name of ["process_resident_memory_bytes", "process_cpu_seconds_total", "nodejs_heap_size_used_bytes"])
    expect(samples[name]).toBeGreaterThan(0);
  expect(samples).toHaveProperty("nodejs_eventloop_lag_p99_seconds");
  const text = await metrics();
  // A help and a type for each, as the format wants them.
  for (const name of ["earshot_relay_seconds histogram", "earshot_people gauge", "earshot_errors_total counter"])
    expect(text).toContain(`# TYPE ${name}\n`);
  expect(text).toMatch(/\n$/);
});

it("shows a block of the event loop, and looks for a moment before it first says anything of it", async () => {
  const { read } = watched();
  const longest = async () => (await read())["nodejs_eventloop_lag_max_seconds"] ?? 0;
  const samples = await read();
  expect(samples["nodejs_eventloop_lag_max_seconds"]).toBeGreaterThan(0);
  expect(samples["nodejs_eventloop_lag_min_seconds"]).toBeLessThan(10);
  // Node begins to measure at the first tick after each reading, so a block right after one can be missed.
  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  const seen = async () => {
    await pause();
    const until = performance.now() + 200;
    while (performance.now() < until);
    await pause();
    return (await longest()) > 0.15;
  };
  await vi.waitUntil(seen, REACTION);
});
