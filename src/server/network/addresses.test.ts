import type { NetworkInterfaceInfo } from "node:os";
import { describe, expect, it } from "vitest";
import { hostNames, type LanAddress, lanAddresses, reachableAddresses, urls } from "./addresses.ts";
import { computers } from "./fixtures/interfaces.ts";

function info(address: string, internal = false): NetworkInterfaceInfo {
  const rest = { address, internal, netmask: "", mac: "", cidr: null };
  return address.includes(":") ? { ...rest, family: "IPv6", scopeid: 0 } : { ...rest, family: "IPv4" };
}

const interfaces = {
  lo: [info("127.0.0.1", true), info("::1", true)],
  docker0: [info("172.17.0.1")],
  "vEthernet (WSL)": [info("172.28.0.1")],
  tailscale0: [info("100.64.0.9"), info("fd7a::9")],
  eth1: [info("169.254.7.7")],
  eth0: [info("203.0.113.5"), info("fe80::1"), info("2001:db8::5"), info("fd00::5")],
  wlan0: [info("192.168.1.20"), info("febf::1")],
  br0: [info("10.1.2.3")],
  gone: undefined,
};

describe("lanAddresses", () => {
  const spell = ({ address, interface: name, label }: LanAddress) =>
    `${address} ${name}${label === undefined ? "" : ` · ${label}`}`;

  it.each(Object.entries(computers))("of %s", (_, { interfaces, defaultRoute, wsl2, expected }) => {
    expect(lanAddresses(interfaces, defaultRoute, wsl2).map(spell)).toEqual(expected);
  });

  it("knows no label for a real interface", () => {
    expect(lanAddresses(interfaces)[0]).toEqual({ address: "192.168.1.20", family: "IPv4", interface: "wlan0" });
  });

  it.each([
    "br-1a2b",
    "veth0",
    "virbr0",
    "vmnet8",
    "vboxnet0",
    "tun0",
    "tap0",
    "wg0",
    "utun3",
    "zt5u4",
    "VirtualBox Host-Only",
  ])("knows that %s is no way in", (name) => {
    const [first] = lanAddresses({ [name]: [info("10.0.0.1")], eth9: [info("203.0.113.9")] });
    expect(first?.interface).toBe("eth9");
  });

  it.each(["172.15.0.1", "172.32.0.1", "11.0.0.1", "193.168.0.1"])("does not take %s for private", (address) => {
    expect(lanAddresses({ a: [info(address)], b: [info("172.31.0.1")] })[0]?.address).toBe("172.31.0.1");
  });
});

describe("reachableAddresses", () => {
  const reached = (bound: string) => reachableAddresses(bound, interfaces);

  it("follows what the server is bound to", () => {
    expect(reached("::")).toEqual(lanAddresses(interfaces));
    expect(reached("0.0.0.0").every(({ family }) => family === "IPv4")).toBe(true);
    expect(reached("0.0.0.0")).toHaveLength(7);
    expect(reached("10.1.2.3")).toEqual([{ address: "10.1.2.3", family: "IPv4", interface: "br0", label: "bridge" }]);
    expect(reachableAddresses("10.1.2.3", interfaces, "10.1.2.3")).toEqual([
      { address: "10.1.2.3", family: "IPv4", interface: "br0" },
    ]);
    expect(reached("::1")).toEqual([{ address: "::1", family: "IPv6", interface: "lo" }]);
    expect(reached("127.0.1.1")).toEqual([{ address: "127.0.1.1", family: "IPv4", interface: "" }]);
  });
});

describe("urls", () => {
  it("brackets IPv6 and always spells the port", () => {
    expect(urls([{ address: "10.0.0.1" }, { address: "fd00::5" }], 443)).toEqual([
      "https://10.0.0.1:443",
      "https://[fd00::5]:443",
    ]);
  });
});

describe("hostNames", () => {
  it.each([
    ["vm", ["vm", "vm.local"]],
    ["Adas-MacBook.local", ["adas-macbook.local"]],
    ["host.example.com", ["host.example.com", "host.local"]],
    ["localhost", []],
    ["localhost.localdomain", []],
    ["büro", []],
    ["my_pc", []],
    ["pc-", []],
    ["a..b", ["a.local"]],
    ["x".repeat(64), []],
    ["x".repeat(63), ["x".repeat(63), `${"x".repeat(63)}.local`]],
    ["", []],
  ])("of %j", (hostname, names) => {
    expect(hostNames(hostname)).toEqual(names);
  });
});
