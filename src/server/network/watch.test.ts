import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LanAddress } from "./addresses.ts";
import { sameAddresses, watchAddresses } from "./watch.ts";

const at = (address: string, name = "wlan0"): LanAddress => ({ address, family: "IPv4", interface: name });
const home = [at("192.168.1.20")];
const away = [at("10.0.0.7")];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(known = home) {
  const read = vi.fn((): readonly LanAddress[] | Promise<readonly LanAddress[]> => home);
  const [changed, failed] = [vi.fn(), vi.fn()];
  return { read, changed, failed, stop: watchAddresses({ read, known, changed, failed }) };
}

describe("watchAddresses", () => {
  it("tells of each change once, with what was before", async () => {
    const { read, changed } = watch();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(5);
    expect(changed).not.toHaveBeenCalled();

    read.mockReturnValue(Promise.resolve(away));
    await vi.advanceTimersByTimeAsync(1999);
    expect(changed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(changed.mock.calls).toEqual([[away, home]]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(changed).toHaveBeenCalledTimes(1);

    read.mockReturnValue([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(changed).toHaveBeenLastCalledWith([], away);
  });

  it("compares the first look with what is known", async () => {
    const { changed } = watch(away);
    await vi.advanceTimersByTimeAsync(2000);
    expect(changed.mock.calls).toEqual([[home, away]]);
  });

  it("is still when it has been stopped, even in the middle of a look", async () => {
    const { read, changed, stop } = watch();
    let resolve!: (now: LanAddress[]) => void;
    read.mockReturnValue(new Promise((done) => (resolve = done)));
    await vi.advanceTimersByTimeAsync(2000);
    stop();
    resolve(away);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(changed).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("says once that it cannot read, and goes on", async () => {
    const { read, changed, failed } = watch();
    read.mockImplementation(() => {
      throw new Error("EACCES");
    });
    await vi.advanceTimersByTimeAsync(6000);
    expect(failed.mock.calls).toEqual([["This computer's addresses cannot be read: EACCES."]]);
    read.mockReturnValue(Promise.resolve(away));
    await vi.advanceTimersByTimeAsync(2000);
    expect(changed).toHaveBeenCalledTimes(1);
    read.mockImplementation(() => Promise.reject(new Error("again")));
    await vi.advanceTimersByTimeAsync(4000);
    expect(failed).toHaveBeenCalledTimes(2);
  });

  it("keeps no process alive", () => {
    vi.useRealTimers();
    const timer = vi.spyOn(globalThis, "setTimeout");
    const { stop } = watch();
    expect((timer.mock.results[0]!.value as NodeJS.Timeout).hasRef()).toBe(false);
    stop();
    timer.mockRestore();
  });
});

describe("sameAddresses", () => {
  it.each([
    [[], [], true],
    [[...home, ...away], [...away, ...home], false],
    [[...home, ...away], [...home, ...away], true],
    [home, away, false],
    [home, [...home, ...away], false],
    [[...home, ...away], home, false],
    [home, [at("192.168.1.20", "eth0")], false],
  ])("of %j and %j", (a, b, same) => {
    expect(sameAddresses(a, b)).toBe(same);
  });
});
