import { describe, expect, it } from "vitest";
import { banner } from "./banner.ts";

const lan = { address: "192.168.1.20", family: "IPv4", interface: "wlan0" } as const;
const print = (change: Partial<Parameters<typeof banner>[0]> = {}) =>
  banner({ version: "abc", addresses: [lan], port: 3000, localName: "vm.local", notes: [], ...change });

describe("banner", () => {
  it("names every address, the name, and how to stop", () => {
    const addresses = [lan, { address: "fd00::5", family: "IPv6", interface: "eth0" } as const];
    expect(print({ addresses, notes: ["Mind the gap."] })).toBe(
      [
        "Earshot abc",
        "",
        "Open it on any phone or computer in this network:",
        "",
        "  https://192.168.1.20:3000  wlan0",
        "  https://[fd00::5]:3000     eth0",
        "  https://vm.local:3000      by name",
        "",
        "Mind the gap.",
        "Press Ctrl-C to stop.",
        "",
      ].join("\n"),
    );
  });

  it("says who can open it when no other device can", () => {
    const loopback = { address: "127.0.0.1", family: "IPv4", interface: "lo" } as const;
    expect(print({ addresses: [loopback], localName: undefined })).toMatch(
      /no other device can open it\.\n\n {2}https:\/\/127\.0\.0\.1:3000 /,
    );
    expect(print({ addresses: [] })).toMatch(/No network was found.*\n\n {2}https:\/\/localhost:3000\n\nPress/);
  });
});
