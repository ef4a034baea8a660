/** How to open this computer's firewall, in its own commands. They are only ever printed: what is let in is the operator's decision. */
import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs that rule over a Linux firewall; the first that is there is the one that people use. */
export const FIREWALLS = ["ufw", "firewalld", "nftables", "iptables"] as const;
export type Firewall = (typeof FIREWALLS)[number];

const PROGRAMS: Readonly<Record<Firewall, string>> = {
  ufw: "ufw",
  firewalld: "firewall-cmd",
  nftables: "nft",
  iptables: "iptables",
};
const UFW_CONFIG = "/etc/ufw/ufw.conf";
/** Where these programs are, though the search path of an ordinary user often leaves it out. */
const FOR_ADMINISTRATORS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

export interface System {
  readonly platform: NodeJS.Platform;
  /** On Linux: those that are there. */
  readonly firewalls: readonly Firewall[];
  /** In WSL2 with addresses of its own: the one to which Windows must pass connections on. */
  readonly wslAddress?: string | undefined;
  readonly port: number;
  /** Path of the program that listens: Node's. */
  readonly program: string;
}

const INDENT = "  ";

/** What to say, line by line, when no device has come in. */
export function firewallAdvice(system: System): string[] {
  const [intro, ...rest] = lines(adviceFor(system));
  return [
    `No device has come in yet. ${intro}`,
    ...rest,
    "If that is not it: the phone must be on the same Wi-Fi, and the Wi-Fi must not keep its devices apart, as guest networks do.",
  ];
}

/** How devices get into WSL2, line by line; to be said from the start, since none comes in without. */
export function wslAdvice(address: string, port: number): string[] {
  return lines(wsl(address, port));
}

interface Advice {
  readonly intro: string;
  readonly commands: readonly string[];
  readonly outro?: string;
}

function lines({ intro, commands, outro }: Advice): string[] {
  return [intro, ...commands.map((command) => INDENT + command), ...(outro === undefined ? [] : [outro])];
}

function adviceFor({ platform, firewalls, wslAddress, port, program }: System): Advice {
  if (wslAddress !== undefined) return wsl(wslAddress, port);
  if (platform === "win32") {
    return {
      intro:
        "If a phone cannot open the address, the Windows firewall may be blocking Node. In a terminal that is run as administrator:",
      // A rule that blocks, which Windows makes when its question is dismissed, wins over every one that allows.
      commands: [`netsh advfirewall firewall delete rule name=all dir=in program="${program}"`, windowsRule(port)],
    };
  }
  if (platform === "darwin") {
    const tool = "sudo /usr/libexec/ApplicationFirewall/socketfilterfw";
    return {
      intro: "If a phone cannot open the address, the firewall of macOS may be blocking Node. In a terminal:",
      commands: [`${tool} --add ${quote(program)}`, `${tool} --unblockapp ${quote(program)}`],
    };
  }
  const [firewall] = FIREWALLS.filter((each) => firewalls.includes(each));
  if (firewall === undefined) {
    return { intro: `If this computer has a firewall, it must let TCP connections to port ${port} in.`, commands: [] };
  }
  return {
    intro: `If a phone cannot open the address, the firewall (${firewall}) may be in the way. In a terminal:`,
    commands: LINUX[firewall](port),
  };
}

const LINUX: Readonly<Record<Firewall, (port: number) => string[]>> = {
  ufw: (port) => [`sudo ufw allow ${port}/tcp`],
  // Without --permanent it is forgotten at the next start.
  firewalld: (port) => [`sudo firewall-cmd --add-port=${port}/tcp`],
  nftables: (port) => [`sudo nft insert rule inet filter input tcp dport ${port} accept`],
  iptables: (port) =>
    ["iptables", "ip6tables"].map((program) => `sudo ${program} -I INPUT -p tcp --dport ${port} -j ACCEPT`),
};

function wsl(address: string, port: number): Advice {
  return {
    intro: "Windows must first let phones through to WSL. There, in a terminal that is run as administrator:",
    commands: [
      `netsh interface portproxy add v4tov4 listenaddress=0.0.0.0 listenport=${port} connectaddress=${address} connectport=${port}`,
      windowsRule(port),
    ],
    outro: "Then a phone opens the address that Windows itself has on the Wi-Fi; `ipconfig` shows it.",
  };
}

function windowsRule(port: number): string {
  return `netsh advfirewall firewall add rule name="Earshot" dir=in action=allow protocol=TCP localport=${port}`;
}

/** For a shell, only if it needs it. */
function quote(path: string): string {
  return /^[\w./+-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

/** The firewalls of this Linux computer: their programs are there, and ufw is not switched off, as it is on a new Ubuntu. */
export function findFirewalls(path = process.env["PATH"] ?? "", ufwConfig = UFW_CONFIG): Firewall[] {
  const folders = [...path.split(delimiter).filter((folder) => folder !== ""), ...FOR_ADMINISTRATORS];
  return FIREWALLS.filter(
    (firewall) =>
      folders.some((folder) => isProgram(join(folder, PROGRAMS[firewall]))) &&
      !(firewall === "ufw" && isSwitchedOff(ufwConfig)),
  );
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Whether ufw's configuration says so; one that cannot be read says nothing. */
function isSwitchedOff(config: string): boolean {
  try {
    return /^ENABLED=no\b/m.test(readFileSync(config, "utf8"));
  } catch {
    return false;
  }
}
