import { describe, expect, it } from "vitest";
import type { LanAddress } from "../network/addresses.ts";
import { banner, type Greeting } from "./banner.ts";
import { scan, type Theme } from "./fixtures/screen.ts";
import { large } from "./large.ts";
import type { Look } from "./look.ts";

const lan: LanAddress = { address: "192.168.1.20", family: "IPv4", interface: "wlan0" };
const ip6: LanAddress = { address: "fd00::5", family: "IPv6", interface: "eth0" };
const docker: LanAddress = { address: "172.17.0.1", family: "IPv4", interface: "docker0", label: "Docker" };
const wsl: LanAddress = { address: "172.28.112.5", family: "IPv4", interface: "eth0", label: "WSL" };
const loopback: LanAddress = { address: "127.0.0.1", family: "IPv4", interface: "lo" };
const fingerprint = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(":");

const pipe: Look = { colour: false, qr: false, columns: 0 };
const terminal: Look = { colour: true, qr: true, columns: 80 };

function print(change: Partial<Greeting> = {}, look = pipe): string {
  const greeting = { version: "abc", addresses: [lan], port: 3000, names: ["vm.local"], uncovered: [], notes: [] };
  return banner({ ...greeting, ...change }, look);
}

describe("banner", () => {
  it("says all there is to say, also to a pipe", () => {
    const text = print({
      addresses: [lan, ip6, docker],
      names: ["vm.local", "meet.example"],
      uncovered: ["172.17.0.1", "meet.example"],
      fingerprint,
      notes: ["Mind the gap."],
    });
    expect(text).toBe(
      [
        "Earshot abc",
        "",
        "Open it on any phone or computer in this network:",
        "",
        "  https://192.168.1.20:3000  wlan0",
        "  https://[fd00::5]:3000     eth0",
        "  https://172.17.0.1:3000    docker0 · Docker, with a warning",
        "  https://vm.local:3000      by name",
        "  https://meet.example:3000  by name, with a warning",
        "",
        "Compare this SHA-256 before you trust the certificate on a phone:",
        "  A0:A1:A2:A3:A4:A5:A6:A7:A8:A9:AA:AB:AC:AD:AE:AF",
        "  B0:B1:B2:B3:B4:B5:B6:B7:B8:B9:BA:BB:BC:BD:BE:BF",
        "",
        "Mind the gap.",
        "If a phone says that this Wi-Fi has no internet, tell it to stay connected.",
        "",
        "Type this into any browser in this network:",
        "  192.168.1.20:3000",
        "",
        "Press Ctrl-C to stop.",
        "",
      ].join("\n"),
    );
  });

  it.each<[Theme, boolean]>([
    ["dark", true],
    ["light", true],
    ["dark", false],
    ["light", false],
  ])("scans off a whole %s screen (colour: %s)", (theme, colour) => {
    const screen = print({ fingerprint }, { ...terminal, colour })
      .split("\n")
      .slice(-24)
      .join("\n");
    expect(scan(screen, theme, !colour)).toBe("http://192.168.1.20:3000");
  });

  it("keeps what is needed in the last 24 lines, the cursor's among them, and within 80 columns", () => {
    const lines = print({ fingerprint, addresses: [lan, ip6, docker] }, terminal).split("\n");
    const last = lines.slice(-24);
    expect(last).toContain("Scan this with a phone, or type the address into any browser:");
    expect(last.slice(-6, -3)).toEqual(large("192.168.1.20:3000")!.map((line) => `  ${line}`.trimEnd()));
    expect(last.slice(-2)).toEqual(["Press Ctrl-C to stop.", ""]);
    // oxlint-disable-next-line no-control-regex
    for (const line of lines) expect(line.replaceAll(/\u001B\[[\d;]*m/g, "").length).toBeLessThanOrEqual(80);
  });

  it("draws only what is wanted and fits", () => {
    const code = "\u001B[38;5;16;48;5;231m";
    expect(print({}, terminal)).toContain(code);
    expect(print({}, { ...terminal, qr: false })).not.toContain(code);
    expect(print({}, { ...terminal, qr: false })).toContain("Type this into any browser");
    expect(print({}, { ...terminal, columns: 34 })).not.toContain(code);

    const [bold, plain] = ["  \u001B[1m192.168.1.20:3000\u001B[0m\n", "  192.168.1.20:3000\n"];
    expect(print({}, terminal)).not.toContain(bold);
    expect(print({}, { ...terminal, columns: 60 })).toContain(bold);
    expect(print({}, { ...terminal, columns: 60, colour: false })).toContain(plain);
    const long = { ...ip6, address: "fd12:3456:789a:bcde:f012:3456:789a:bcde" };
    expect(print({ addresses: [long] }, terminal)).toContain(`\u001B[1m[${long.address}]:3000\u001B[0m`);
  });

  it.each([
    [[loopback], "HOST is this computer's own address: no other device can open it.", "127.0.0.1"],
    [[], "No network was found: only this computer can open it.", "localhost"],
    [[wsl], "This is WSL: only this computer can open it, until Windows lets others through.", "172.28.112.5"],
  ])("says who can open it when no other device can: %j", (addresses, words, host) => {
    expect(print({ addresses, names: [] }, terminal)).toBe(
      `Earshot abc\n\n${words}\n\n  https://${host}:3000${addresses.map((each) => `  ${each.interface}${each.label === undefined ? "" : " · WSL"}`).join("")}\n\nPress Ctrl-C to stop.\n`,
    );
  });

  it("warns of virtual networks, but still invites", () => {
    const text = print({ addresses: [docker] }, terminal);
    expect(text).toContain("Only virtual networks were found, by which phones may not get in:");
    expect(text).toContain("Scan this");
  });
});
