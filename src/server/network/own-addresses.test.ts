import { describe, expect, it } from "vitest";
import { computers } from "./fixtures/interfaces.ts";
import { ownAddresses } from "./own-addresses.ts";

describe("ownAddresses", () => {
  it("knows all, loopback and link-local among them", () => {
    const { interfaces } = computers["one Wi-Fi"]!;
    expect([...ownAddresses(() => interfaces)!]).toEqual([
      "127.0.0.1",
      "::1",
      "192.168.1.20",
      "fe80::7a3c:91ff:1b22:4f0",
    ]);
  });

  it("outlives a system that does not tell", () => {
    const refuse = () => {
      throw Object.assign(new Error("Unknown system error 24"), { code: "ERR_SYSTEM_ERROR" });
    };
    expect(ownAddresses(refuse)).toBeUndefined();
  });
});
