/**
 * Looks into the process of a server, which knows nothing of it: `node --import probe.mjs --expose-gc SERVER`. It costs nothing
 * until it is asked something.
 */
import { Session } from "node:inspector/promises";
import { PerformanceObserver } from "node:perf_hooks";
import { answer } from "./ask.mjs";

/** A wake-up that comes later than this, in milliseconds, is kept as a gap. */
const LATE = 4;

/** From and until, in milliseconds since the process began. @typedef {[from: number, until: number]} Span */

/** With the processor time that was used in it, in milliseconds. @type {{span: Span, cpu: number}[]} */
let gaps = [];
/** @type {Span[]} */
let collections = [];
/** @type {NodeJS.Timeout | undefined} */
let clock;
const collector = new PerformanceObserver((list) => collected(list.getEntries()));

function collected(/** @type {PerformanceEntry[]} */ entries) {
  for (const { startTime, duration } of entries) collections.push([startTime, startTime + duration]);
}

const inspector = new Session();

/** Used by this process so far, in milliseconds. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

answer({
  cpu,
  /** In bytes, after what nobody holds any more was collected. */
  async memory() {
    // What the first collection lets go of, such as buffers, the second finds.
    for (let round = 0; round < 3; round++) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heap: heapUsed, external };
  },
  /** Look from now on how long the event loop is blocked. */
  watch() {
    gaps = [];
    collections = [];
    collector.observe({ type: "gc" });
    let [last, used] = [performance.now(), cpu()];
    clearInterval(clock);
    clock = setInterval(() => {
      const [now, uses] = [performance.now(), cpu()];
      if (now - last > LATE) gaps.push({ span: [last, now], cpu: uses - used });
      [last, used] = [now, uses];
    }, 1);
  },
  /**
   * The longest block since then without the collections in it, in milliseconds; and the longest that was spent on computing:
   * a process also stands still when the system gives the processor to another one.
   */
  async blocked() {
    // The observer hears of a collection a moment later.
    await new Promise((resolve) => setTimeout(resolve, 50));
    clearInterval(clock);
    collected(collector.takeRecords());
    collector.disconnect();
    const longest = (/** @type {number[]} */ lengths) => Math.max(0, ...lengths);
    return {
      blocked: longest(gaps.map(({ span }) => span[1] - span[0] - collecting(span))),
      computing: longest(gaps.map(({ span, cpu }) => Math.min(cpu, span[1] - span[0]) - collecting(span))),
    };
  },
  async profile() {
    inspector.connect();
    await inspector.post("Profiler.enable");
    await inspector.post("Profiler.setSamplingInterval", { interval: 200 });
    await inspector.post("Profiler.start");
  },
  async profiled() {
    const { profile } = await inspector.post("Profiler.stop");
    inspector.disconnect();
    return profile;
  },
});

/** How much of it was spent on collections. */
function collecting(/** @type {Span} */ [from, until]) {
  return collections.reduce(
    (sum, [begun, ended]) => sum + Math.max(0, Math.min(until, ended) - Math.max(from, begun)),
    0,
  );
}
