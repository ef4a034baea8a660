import { afterEach, describe, expect, it, vi } from "vitest";
import { clockIsWrong, destination, judge, type Way } from "./decide.ts";
import { answers } from "./probe.ts";

const way = (origin: string, trusted: boolean): Way => ({ origin, trusted });

describe("destination", () => {
  it("is the first way that is trusted", () => {
    expect(destination([way("https://laptop.local:3000", true), way("https://10.0.0.2:3000", true)])).toBe(
      "https://laptop.local:3000/",
    );
    expect(destination([way("https://laptop.local:3000", false), way("https://10.0.0.2:3000", true)])).toBe(
      "https://10.0.0.2:3000/",
    );
    expect(destination([way("https://10.0.0.2:3000", false)])).toBeUndefined();
  });
});

describe("judge", () => {
  it("tells what is not trusted from what is not there", () => {
    expect(judge([way("a", false)], true)).toBe("untrusted");
    expect(judge([way("a", false)], false)).toBe("unreachable");
    expect(judge([way("a", false), way("b", true)], false)).toBe("trusted");
  });
});

describe("clockIsWrong", () => {
  it("goes by the certificate's dates", () => {
    expect([999, 1_000, 2_000, 3_000, 3_001].map((now) => clockIsWrong(now, 1_000, 3_000))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("answers", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("says whether anything came, and asks past every cache", async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockResolvedValue(new Response());
    vi.stubGlobal("fetch", fetch);
    expect(await answers("https://laptop.local:3000/ready.txt", 100)).toBe(true);
    expect(fetch.mock.lastCall).toMatchObject([
      "https://laptop.local:3000/ready.txt",
      { method: "GET", mode: "no-cors", cache: "no-store", credentials: "omit" },
    ]);
    fetch.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await answers("/", 100, "HEAD")).toBe(false);
  });

  it("gives up in time", async () => {
    vi.useFakeTimers();
    const hanging: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      });
    vi.stubGlobal("fetch", hanging);
    const answer = answers("http://laptop.local:3000/", 1_500);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await answer).toBe(false);
  });
});
