import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findFirewalls, FIREWALLS, firewallAdvice, type System, wslAdvice } from "./firewall.ts";

const linux: System = { platform: "linux", firewalls: [], port: 3000, program: "/usr/bin/node" };
const commands = (change: Partial<System>) =>
  firewallAdvice({ ...linux, ...change })
    .filter((line) => line.startsWith("  "))
    .map((line) => line.trim());

describe("firewallAdvice", () => {
  it.each([
    ["ufw", ["sudo ufw allow 3000/tcp"]],
    ["firewalld", ["sudo firewall-cmd --add-port=3000/tcp"]],
    ["nftables", ["sudo nft insert rule inet filter input tcp dport 3000 accept"]],
    [
      "iptables",
      ["sudo iptables -I INPUT -p tcp --dport 3000 -j ACCEPT", "sudo ip6tables -I INPUT -p tcp --dport 3000 -j ACCEPT"],
    ],
  ] as const)("on Linux with %s", (firewall, expected) => {
    // Those that come after it are what it is built on.
    const firewalls = FIREWALLS.slice(FIREWALLS.indexOf(firewall)).reverse();
    expect(commands({ firewalls })).toEqual(expected);
    expect(firewallAdvice({ ...linux, firewalls })[0]).toContain(`the firewall (${firewall})`);
  });

  it("on Linux with none that is known", () => {
    expect(commands({})).toEqual([]);
    expect(firewallAdvice(linux)[0]).toBe(
      "No device has come in yet. If this computer has a firewall, it must let TCP connections to port 3000 in.",
    );
  });

  it("on macOS, wherever Node is", () => {
    const tool = "sudo /usr/libexec/ApplicationFirewall/socketfilterfw";
    const on = (program: string) => commands({ platform: "darwin", program });
    expect(on("/opt/homebrew/bin/node")).toEqual([
      `${tool} --add /opt/homebrew/bin/node`,
      `${tool} --unblockapp /opt/homebrew/bin/node`,
    ]);
    expect(on("/Users/o'neill/my node")[0]).toBe(String.raw`${tool} --add '/Users/o'\''neill/my node'`);
  });

  it("on Windows", () => {
    expect(commands({ platform: "win32", program: String.raw`C:\Program Files\nodejs\node.exe` })).toEqual([
      String.raw`netsh advfirewall firewall delete rule name=all dir=in program="C:\Program Files\nodejs\node.exe"`,
      'netsh advfirewall firewall add rule name="Earshot" dir=in action=allow protocol=TCP localport=3000',
    ]);
  });

  it("in WSL2, where Windows is in between", () => {
    const expected = [
      "netsh interface portproxy add v4tov4 listenaddress=0.0.0.0 listenport=3000 connectaddress=172.28.112.5 connectport=3000",
      'netsh advfirewall firewall add rule name="Earshot" dir=in action=allow protocol=TCP localport=3000',
    ];
    expect(commands({ wslAddress: "172.28.112.5", firewalls: ["ufw"] })).toEqual(expected);
    expect(wslAdvice("172.28.112.5", 3000)).toEqual([
      "Windows must first let phones through to WSL. There, in a terminal that is run as administrator:",
      ...expected.map((command) => `  ${command}`),
      "Then a phone opens the address that Windows itself has on the Wi-Fi; `ipconfig` shows it.",
    ]);
  });

  it("names the other reason, too", () => {
    expect(firewallAdvice(linux).at(-1)).toMatch(/same Wi-Fi.*guest networks/);
  });
});

describe("findFirewalls", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "earshot-firewall-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const put = (name: string, mode = 0o755) => {
    writeFileSync(join(folder, name), "", { mode });
    chmodSync(join(folder, name), mode);
  };
  /** What it finds beyond that which is there anyway. */
  const found = (config = "none") => {
    const here = findFirewalls("", join(folder, "none"));
    return findFirewalls([join(folder, "missing"), folder].join(delimiter), join(folder, config)).filter(
      (firewall) => !here.includes(firewall),
    );
  };

  it.runIf(process.platform === "linux")("finds programs, and no other files", (context) => {
    if (findFirewalls("").length > 0) context.skip("This computer has a firewall of its own.");
    expect(found()).toEqual([]);
    put("nft");
    put("firewall-cmd");
    put("iptables", 0o644);
    mkdirSync(join(folder, "ufw"));
    expect(found()).toEqual(["firewalld", "nftables"]);
  });

  it.runIf(process.platform === "linux")("passes over ufw when it is switched off", (context) => {
    if (findFirewalls("").length > 0) context.skip("This computer has a firewall of its own.");
    put("ufw");
    expect(found()).toEqual(["ufw"]);
    writeFileSync(join(folder, "off.conf"), "# comment\nENABLED=no\nLOGLEVEL=low\n");
    writeFileSync(join(folder, "on.conf"), "ENABLED=yes\n");
    expect(found("off.conf")).toEqual([]);
    expect(found("on.conf")).toEqual(["ufw"]);
  });
});
