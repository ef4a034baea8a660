import { describe, expect, it } from "vitest";
import { permits, privateConstraints } from "./certificate/constraints.ts";
import type { LanAddress } from "./network/addresses.ts";
import { localNameOf, ownNames, wantedFor } from "./reach.ts";

const laptop = { hostname: "Laptop.home.arpa", host: undefined, names: [] };
const at = (address: string, more: Partial<LanAddress> = {}): LanAddress => ({
  address,
  family: address.includes(":") ? "IPv6" : "IPv4",
  interface: "eth0",
  ...more,
});

describe("the names of a computer", () => {
  it("are its own, that of multicast DNS, the operator's and the loopback's", () => {
    expect(ownNames({ ...laptop, host: "Ship.lan", names: ["meet.example", "10.0.0.7"] })).toEqual([
      "laptop.home.arpa",
      "laptop.local",
      "meet.example",
      "ship.lan",
      "localhost",
    ]);
    expect(localNameOf(laptop)).toBe("laptop.local");
  });

  it("are none of its own where it calls itself nothing, or something that no name can be", () => {
    for (const hostname of ["localhost", "my_laptop", ""]) {
      expect(ownNames({ ...laptop, hostname })).toEqual(["localhost"]);
      expect(localNameOf({ hostname })).toBeUndefined();
    }
  });
});

describe("what a certificate has to cover", () => {
  it("is every name and address, and the loopback's", () => {
    const { names, hostname } = wantedFor({ ...laptop, names: ["10.0.0.7", "ship.lan"] }, [at("192.168.1.20")]);
    expect(hostname).toBe("Laptop.home.arpa");
    expect(names).toEqual([
      "laptop.home.arpa",
      "laptop.local",
      "ship.lan",
      "localhost",
      "127.0.0.1",
      "::1",
      "10.0.0.7",
      "192.168.1.20",
    ]);
  });

  it("knows by which addresses phones come in: neither the loopback's, nor those of containers", () => {
    const docker = at("172.17.0.1", { label: "Docker" });
    expect(wantedFor(laptop, [at("203.0.113.7"), docker, at("127.0.0.1")]).addresses).toEqual(["203.0.113.7"]);
    expect(wantedFor(laptop, [docker]).addresses).toEqual([]);
    expect(wantedFor(laptop, [docker]).names).toContain("172.17.0.1");
  });

  it("is permitted by an authority of this very computer, but for what is public", () => {
    const { names } = wantedFor(laptop, [at("192.168.1.20"), at("2001:db8::20"), at("203.0.113.7")]);
    const refused = names.filter((name) => !permits(privateConstraints(laptop.hostname), name));
    expect(refused).toEqual(["2001:db8::20", "203.0.113.7"]);
  });
});
