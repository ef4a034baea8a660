import { describe, expect, it } from "vitest";
import { exactConstraints, permits, privateConstraints } from "./constraints.ts";

describe("the constraints of most networks", () => {
  const local = privateConstraints("Laptop.Campus.example");

  it.each([
    "localhost",
    "laptop.local",
    "earshot.lan",
    "a.b.home.arpa",
    "laptop.campus.example",
    "127.0.0.1",
    "127.0.0.2",
    "::1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.20",
    "169.254.3.4",
    "fd12::1",
    "fe80::1",
  ])("permit %s", (name) => {
    expect(permits(local, name)).toBe(true);
  });

  it.each([
    "example.com",
    "campus.example",
    "laptop",
    "notlocal",
    "laptop.local.example.com",
    "8.8.8.8",
    "172.32.0.1",
    "100.64.0.1",
    "203.0.113.7",
    "2001:db8::1",
    "::2",
    // A private address dressed up as IPv6 (RFC 4291, 2.5.5.2) has 16 bytes, and matches no constraint of four.
    "::ffff:192.168.1.20",
    "::ffff:c0a8:114",
  ])("refuse %s", (name) => {
    expect(permits(local, name)).toBe(false);
  });

  it("leave out a host name that no certificate can hold", () => {
    for (const name of ["my_laptop", "", "10.0.0.1", "a b", "a..b", "a-.b", "x".repeat(64)])
      expect(privateConstraints(name).names).toEqual(["local", "lan", "home.arpa", "localhost"]);
  });
});

describe("a computer that is called like a top-level domain", () => {
  it.each(["dev", "App", "xn--p1ai"])("cannot vouch for all of %s", (hostname) => {
    for (const name of [hostname.toLowerCase(), `shop.${hostname.toLowerCase()}`])
      expect(permits(privateConstraints(hostname), name)).toBe(false);
    expect(permits(privateConstraints(hostname), `${hostname.toLowerCase()}.local`)).toBe(true);
  });

  it.each(["DESKTOP-4F2K", "mac2", "dev.campus.example"])("which %s is not", (hostname) => {
    expect(permits(privateConstraints(hostname), hostname.toLowerCase())).toBe(true);
  });
});

describe("the constraints of a campus", () => {
  it("permit exactly its addresses, of the public ones and of the private", () => {
    const exact = exactConstraints("laptop-2", ["203.0.113.7", "2001:db8::7"]);
    expect(exact.subnets).toEqual(["127.0.0.0/8", "::1/128", "203.0.113.7/32", "2001:db8::7/128"]);
    for (const name of ["203.0.113.7", "2001:db8::7", "laptop-2", "laptop.local", "127.0.0.1"])
      expect(permits(exact, name)).toBe(true);
    for (const name of ["203.0.113.8", "2001:db8::8", "10.0.0.1"]) expect(permits(exact, name)).toBe(false);
  });
});

it("an authority without constraints permits everything", () => {
  expect(permits(undefined, "example.com")).toBe(true);
});
