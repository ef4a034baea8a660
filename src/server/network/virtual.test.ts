import { describe, expect, it } from "vitest";
import { virtualLabel } from "./virtual.ts";

describe("virtualLabel", () => {
  it.each([
    "wlp3s0",
    "enp0s31f6",
    "enx00e04c680001",
    "eth0",
    "wlan0",
    "en0",
    "en7",
    "ap0",
    "bond0",
    "bnep0",
    "usb0",
    "Wi-Fi",
    "WLAN",
    "WiFi 2",
    "Ethernet",
    "Local Area Connection* 2",
  ])("takes %s for real", (name) => {
    expect(virtualLabel(name, "a4:c3:f0:85:1d:3e")).toBeUndefined();
  });

  it.each([
    ["docker0", "Docker"],
    ["docker_gwbridge", "Docker"],
    ["br-4f1c2d3e5a6b", "Docker"],
    ["br-lan", "bridge"],
    ["podman1", "container"],
    ["lxdbr0", "container"],
    ["vnet3", "virtual machine"],
    ["vnic0", "virtual machine"],
    ["VMware Network Adapter VMnet1", "virtual machine"],
    ["utun3", "VPN"],
    ["ppp0", "VPN"],
    ["ztabcdef12", "VPN"],
    ["nordlynx", "VPN"],
    ["ProtonVPN TUN", "VPN"],
    ["Tailscale", "VPN"],
    ["vEthernet (WSL)", "WSL"],
    ["Teredo Tunneling Pseudo-Interface", "tunnel"],
    ["wwan0", "mobile network"],
    ["Cellular", "mobile network"],
    ["bridge0", "bridge"],
  ])("takes %s for %s", (name, label) => {
    expect(virtualLabel(name, "a4:c3:f0:85:1d:3e")).toBe(label);
  });

  it.each(["0a:00:27:00:00:05", "00:50:56:C0:00:08"])("knows a host's end of a private network by %s", (mac) => {
    expect(virtualLabel("Ethernet 2", mac)).toBe("virtual machine");
  });
});
