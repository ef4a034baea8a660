import { describe, expect, it } from "vitest";
import { lanAddresses } from "./addresses.ts";
import { computers } from "./fixtures/interfaces.ts";
import { freePort, loopback, Neighbour, noMulticast } from "./fixtures/multicast.ts";
import { addressesIn, groupOf, linksOf } from "./mdns.ts";
import { whoHas } from "./who-has.ts";

function links(computer: keyof typeof computers) {
  const { interfaces, defaultRoute, wsl2 } = computers[computer]!;
  return linksOf(lanAddresses(interfaces, defaultRoute, wsl2));
}

describe("linksOf", () => {
  it("takes the real interfaces, each with its own addresses", () => {
    expect(links("Wi-Fi and Ethernet")).toEqual([
      { interface: "wlp3s0", addresses: ["10.0.0.20", "fd00:aa::20"] },
      { interface: "enp0s31f6", addresses: ["192.168.7.5", "fd12:3456:789a::5"] },
    ]);
    expect(links("Docker and bridges")).toEqual([{ interface: "wlan0", addresses: ["192.168.1.20"] }]);
    expect(links("WSL2")).toEqual([]);
  });

  it("speaks IPv6 only where there is nothing else", () => {
    expect(groupOf({ interface: "eth0", addresses: ["fd00::5", "10.0.0.1"] })).toBe("224.0.0.251");
    expect(groupOf({ interface: "eth0", addresses: ["fd00::5"] })).toBe("ff02::fb");
  });
});

describe("addressesIn", () => {
  it("reads both kinds, however they are spelt, and leaves out what is taken back", () => {
    const record = { name: "Laptop.local", type: "A", ttl: 120, data: "192.168.1.20" };
    const packet = {
      answers: [record, { ...record, ttl: 0, data: "192.168.1.21" }, { ...record, name: "other.local" }],
      additionals: [
        { ...record, type: "AAAA", data: "FD00:0:0::20" },
        { ...record, type: "TXT", data: ["192.168.1.22"] },
      ],
    };
    expect(addressesIn(packet, "laptop.local")).toEqual(["192.168.1.20", "fd00::20"]);
    expect(addressesIn({}, "laptop.local")).toEqual([]);
  });
});

describe("whoHas", () => {
  it.for([
    ["127.0.0.1", "here"],
    ["192.0.2.99", "elsewhere"],
  ] as const)("knows by the answer %s that it is %s", async ([address, where], { skip }) => {
    const reason = await noMulticast();
    if (reason !== undefined) skip(reason);
    const neighbour = new Neighbour(await freePort());
    try {
      neighbour.answer("laptop.local", address);
      expect(await whoHas("laptop.local", loopback, neighbour.port)).toBe(where);
      expect(await whoHas("free.local", loopback, neighbour.port)).toBe("nobody");
    } finally {
      await neighbour.close();
    }
  });

  it("rejects where there is no such interface", async () => {
    const link = { interface: "gone0", addresses: ["203.0.113.250"] };
    await expect(whoHas("laptop.local", link, await freePort())).rejects.toThrow();
  });
});
