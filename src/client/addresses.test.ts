import { describe, expect, it } from "vitest";
import { hostOf, kindOf, plain, spoken } from "./addresses.ts";

describe("an address of the server", () => {
  it.each([
    ["https://192.168.1.20:3000", "ipv4"],
    ["https://192.168.1.20:3000/", "ipv4"],
    ["https://10.0.0.7:443", "ipv4"],
    ["https://[fd00::20]:3000", "ipv6"],
    ["https://laptop.local:3000", "name"],
    ["https://Laptop", "name"],
    ["https://127.0.0.1:3000", "loopback"],
    ["https://127.8.8.8:3000", "loopback"],
    ["https://localhost:3000", "loopback"],
    ["https://[::1]:3000", "loopback"],
    ["https://127.example:3000", "name"],
  ])("%s names its computer by %s", (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });

  it.each([
    "",
    "x",
    "http://192.168.1.20:3000",
    "https://a b",
    "https://a/b",
    "https://a?b",
    "https://u@a",
    "javascript:x",
  ])("is none that can be offered: %s", (address) => expect(kindOf(address)).toBeUndefined());

  it("is compared as the browser writes it, read out without its scheme, and opened without TLS", () => {
    expect(hostOf("https://192.168.1.20:3000/")).toBe("192.168.1.20:3000");
    expect(hostOf("https://Laptop.local:443")).toBe("laptop.local");
    expect(spoken("https://laptop.local:3000/")).toBe("laptop.local:3000");
    // As location.host has it, where HTTPS's own port is left out: without TLS it is this one all the same.
    expect(plain("https://192.168.1.20")).toBe("http://192.168.1.20:443");
    expect(plain("https://[fd00::20]")).toBe("http://[fd00::20]:443");
    expect(plain("https://192.168.1.20:443")).toBe("http://192.168.1.20:443");
    expect(plain("https://[fd00::20]:3000/")).toBe("http://[fd00::20]:3000");
  });
});
