import { describe, expect, it } from "vitest";
import { large } from "./large.ts";

describe("large", () => {
  it("draws an address", () => {
    expect(large("10.2:34")).toEqual(["▀█  █▀█   ▀▀█ ▄ ▀▀█ █ █", " █  █ █   █▀▀ ▄ ▀▀█ ▀▀█", "▀▀▀ ▀▀▀ ▀ ▀▀▀   ▀▀▀   ▀"]);
  });

  it("tells every sign from every other", () => {
    const signs = [..."0123456789abcdef[].:"];
    expect(new Set(signs.map((sign) => large(sign)!.join("\n"))).size).toBe(signs.length);
    for (const sign of signs) expect(new Set(large(sign)!.map((line) => line.length)).size).toBe(1);
  });

  it("fits the longest IPv4 address with its port into 80 columns", () => {
    expect(large("192.168.100.200:65535")![0]!.length).toBeLessThanOrEqual(78);
  });

  it.each(["laptop.local", "HOST"])("has no letters for %s", (text) => {
    expect(large(text)).toBeUndefined();
  });
});
