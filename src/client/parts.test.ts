import { describe, expect, it } from "vitest";
import { Parts } from "./parts.ts";

/** Parts that come as fast as they are let, and idle moments that come when they are given. */
function setUp() {
  const asked: string[] = [];
  let away = false;
  const moments: (() => void)[] = [];
  const load = (part: string) => () => {
    asked.push(part);
    return away ? Promise.reject(new TypeError("Failed to fetch")) : Promise.resolve();
  };
  const parts = new Parts(
    { call: load("call"), settings: load("settings") },
    () => new Promise<void>((resolve) => moments.push(resolve)),
  );
  return { parts, asked, moments, away: (value: boolean) => (away = value) };
}

describe("parts", () => {
  it("are loaded once, however often they are needed", async () => {
    const { parts, asked } = setUp();
    expect(parts.has("call")).toBe(false);
    expect(await Promise.all([parts.need("call"), parts.need("call")])).toEqual([true, true]);
    expect(await parts.need("call")).toBe(true);
    expect(asked).toEqual(["call"]);
    expect([parts.has("call"), parts.has("settings")]).toEqual([true, false]);
  });

  it("that could not be loaded say so, and are tried again when they are needed next", async () => {
    const { parts, asked, away } = setUp();
    away(true);
    expect(await Promise.all([parts.need("call"), parts.need("call")])).toEqual([false, false]);
    expect(parts.has("call")).toBe(false);
    away(false);
    expect(await parts.need("call")).toBe(true);
    expect(asked).toEqual(["call", "call"]);
  });

  it("come one after the other while there is time, and at once when they are needed", async () => {
    const { parts, asked, moments } = setUp();
    const prepared = parts.prepare("call", "settings");
    expect(asked).toEqual([]);
    moments[0]?.();
    await expect.poll(() => moments.length).toBe(2);
    expect(asked).toEqual(["call"]);
    await parts.need("settings");
    moments[1]?.();
    await prepared;
    expect(asked).toEqual(["call", "settings"]);
  });

  it("go on with the next one when one does not come", async () => {
    const { parts, asked, moments, away } = setUp();
    away(true);
    const prepared = parts.prepare("call", "settings");
    moments[0]?.();
    await expect.poll(() => moments.length).toBe(2);
    away(false);
    moments[1]?.();
    await prepared;
    expect([parts.has("call"), parts.has("settings")]).toEqual([false, true]);
    expect(await parts.need("call")).toBe(true);
    expect(asked).toEqual(["call", "settings", "call"]);
  });
});
