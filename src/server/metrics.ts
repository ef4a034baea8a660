/** What the meter has counted, and how this process does, in the text that Prometheus reads. */
import { setTimeout as pause } from "node:timers/promises";
import type { Histogram, Registry } from "prom-client";
import { DELAYS, type Held, type Meter } from "./meter.ts";

/** The text's type. */
export const METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

/** For how long the event loop is watched before the first figures, in milliseconds: of no time at all they would be nonsense. */
const FIRST_LOOK = 100;

/**
 * Makes the text. The first call loads what it needs, and begins to watch the event loop and the collector: a server that
 * nobody watches does neither.
 */
export function createMetrics(meter: Meter, held: () => Held): () => Promise<string> {
  let registry: Promise<Registry> | undefined;
  return async () => (await (registry ??= register(meter, held))).metrics();
}

async function register(meter: Meter, held: () => Held): Promise<Registry> {
  const { default: prometheus } = await import("prom-client");
  const registry = new prometheus.Registry();
  const registers = [registry];

  const counter = (name: string, help: string, count: () => number) =>
    new prometheus.Counter({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(count());
      },
    });
  const counters = (name: string, help: string, label: string, counts: () => ReadonlyMap<string, number>) =>
    new prometheus.Counter({
      name,
      help,
      registers,
      labelNames: [label],
      collect() {
        this.reset();
        for (const [kind, count] of counts()) this.inc({ [label]: kind }, count);
      },
    });
  const gauge = (name: string, help: string, measure: () => number) =>
    new prometheus.Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(measure());
      },
    });

  gauge("earshot_connections", "WebSockets that are open.", () => held().connections);
  gauge("earshot_people", "People who are listed, here or away.", () => held().people);
  gauge("earshot_people_away", "People who are listed as away.", () => held().away);
  gauge("earshot_offers_waiting", "Offers that wait for an answer.", () => held().offers);
  gauge("earshot_calls_missed", "Missed calls that somebody is still to be told of.", () => held().missed);
  gauge("earshot_texts_waiting", "Texts that wait for whom they are for.", () => held().texts);
  counters("earshot_frames_received_total", "Frames from clients, by type.", "type", () => meter.counts.received);
  counter("earshot_frames_sent_total", "Frames to clients.", () => meter.counts.sent.frames);
  counter("earshot_bytes_sent_total", "Bytes of the frames to clients.", () => meter.counts.sent.bytes);
  counters("earshot_errors_total", "Errors that clients were sent, by code.", "code", () => meter.counts.refused);
  counter("earshot_failures_total", "Unexpected errors that the server has outlived.", () => meter.counts.failures);
  registry.registerMetric(relaying(meter));
  prometheus.collectDefaultMetrics({ register: registry });
  await pause(FIRST_LOOK);
  return registry;
}

/** prom-client's own histogram takes 300 ns for each observation, ten times as long as the meter; the registry asks a metric for this much. */
function relaying(meter: Meter): Histogram {
  const name = "earshot_relay_seconds";
  const help = "Seconds from a frame's arrival until it was passed on.";
  const get = () => {
    const { buckets, sum } = meter.counts.relayed;
    let count = 0;
    const values = buckets.map((more, index) => {
      const bound = DELAYS[index];
      count += more;
      return {
        metricName: `${name}_bucket`,
        labels: { le: bound === undefined ? "+Inf" : String(bound / 1000) },
        value: count,
      };
    });
    const totals = [
      { metricName: `${name}_sum`, labels: {}, value: sum / 1000 },
      { metricName: `${name}_count`, labels: {}, value: count },
    ];
    return Promise.resolve({ name, help, type: "histogram", aggregator: "sum", values: [...values, ...totals] });
  };
  return { name, get } as unknown as Histogram;
}
