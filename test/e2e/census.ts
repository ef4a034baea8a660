/** What a page holds, as the browser itself counts it after a collection (Chrome DevTools protocol). */
import type { CDPSession, Page } from "playwright-core";

/** What a call is made of: in the directory there should be none of it. Counted is what scripts can reach. */
const OF_CALLS = [
  "RTCPeerConnection",
  "RTCRtpTransceiver",
  "RTCDataChannel",
  "MediaStream",
  "MediaStreamTrack",
  "HTMLVideoElement",
];
/** What the page may have of its own, but not more of it after a call. */
const LASTING = ["AudioContext", "WebSocket", "AbortSignal"];
/** The browser's own counters, of everything in the page's process. */
const COUNTERS = ["Documents", "Nodes", "JSEventListeners", "AudioHandlers", "RTCPeerConnections"];

/** How many there are, by name; `timers` that are running; and the `heap` of JavaScript objects, in bytes. */
export type Counts = Record<string, number>;

/** Nothing of any call, neither in the reach of scripts nor of the browser itself. */
export const NO_CALLS: Counts = Object.fromEntries([...OF_CALLS, "RTCPeerConnections"].map((name) => [name, 0]));

/** What there is more of than allowed; what `allowed` does not name is. */
export function excess(counts: Counts, allowed: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([name, count]) => count > (allowed[name] ?? Infinity)));
}

declare global {
  interface Window {
    /** Timers that are running: see `watchTimers`. */
    timers: Set<number>;
  }
}

/** Runs in a page before its scripts: no browser tells which timers are running. */
export function watchTimers(): void {
  const { setTimeout: once, setInterval: repeat, clearTimeout: clear } = window;
  const timers = new Set<number>();
  const set = (timer: number): number => {
    timers.add(timer);
    return timer;
  };
  // Timeouts and intervals are numbered in one list, and either function clears either (HTML standard, 8.7).
  const unset = (timer: number): void => {
    clear(timer);
    timers.delete(timer);
  };
  Object.assign(window, {
    timers,
    setTimeout(act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
      const timer = once(() => {
        timers.delete(timer);
        act(...args);
      }, ms);
      return set(timer);
    },
    setInterval: (act: () => void, ms?: number, ...args: unknown[]) => set(repeat(act, ms, ...args)),
    clearTimeout: unset,
    clearInterval: unset,
  });
}

/** Counts what one page holds, which must have been opened with `watchTimers`. */
export class Census {
  readonly #devtools: CDPSession;

  private constructor(devtools: CDPSession) {
    this.#devtools = devtools;
  }

  static async of(page: Page): Promise<Census> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Performance.enable");
    return new Census(devtools);
  }

  /** What is left when all that nobody can reach has been thrown away. */
  async take(): Promise<Counts> {
    // A sound that sleeps lets go of nothing.
    await this.#sound("resume");
    // Some things are let go of only when others have been thrown away.
    for (let round = 0; round < 3; round++) await this.#devtools.send("HeapProfiler.collectGarbage");
    const counts: Counts = { timers: await this.#timers() };
    for (const name of [...OF_CALLS, ...LASTING]) counts[name] = await this.#reachable(name);
    const { metrics } = await this.#devtools.send("Performance.getMetrics");
    const metric = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    for (const name of COUNTERS) counts[name] = metric(name);
    await this.#sound("suspend");
    return { ...counts, heap: metric("JSHeapUsedSize") };
  }

  /** Let all audio contexts go on, or sleep, as they mostly do between calls. */
  async #sound(what: "resume" | "suspend"): Promise<void> {
    await this.#call(
      "AudioContext",
      `async function () {
        const open = this.filter((one) => !Object.hasOwn(one, "constructor") && one.state !== "closed");
        await Promise.all(open.map((one) => one.${what}()));
      }`,
    );
  }

  async #timers(): Promise<number> {
    const expression = "timers.size";
    const { result } = await this.#devtools.send("Runtime.evaluate", { expression, returnByValue: true });
    return result.value as number;
  }

  /** How many objects of an interface scripts can reach; the prototypes of interfaces derived from it are none of these. */
  async #reachable(name: string): Promise<number> {
    const count = "function () { return this.filter((one) => !Object.hasOwn(one, 'constructor')).length; }";
    return (await this.#call(name, count)) as number;
  }

  /** Call a function with all objects of an interface that scripts can reach, in a list, as its `this`. */
  async #call(name: string, functionDeclaration: string): Promise<unknown> {
    const group = { objectGroup: "census" };
    const expression = `${name}.prototype`;
    const { result: prototype } = await this.#devtools.send("Runtime.evaluate", { expression, ...group });
    const prototypeObjectId = prototype.objectId as string;
    const { objects } = await this.#devtools.send("Runtime.queryObjects", { prototypeObjectId, ...group });
    const { result } = await this.#devtools.send("Runtime.callFunctionOn", {
      objectId: objects.objectId as string,
      functionDeclaration,
      returnByValue: true,
      awaitPromise: true,
    });
    // What was found is held until it is given back.
    await this.#devtools.send("Runtime.releaseObjectGroup", group);
    return result.value;
  }
}
