/** A local network of this process's own: hosts on one switch, whose cables can be pulled. Linux, as root, inside `scripts/lan.mjs`. */
import { execFileSync } from "node:child_process";
import type { Place } from "../e2e/server.ts";

const SWITCH = "switch";
const PREFIX = "10.77.0";
/** Addresses that hosts get later than at the start, as by DHCP, begin here. */
const LATER = 100;

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { stdio: ["ignore", "ignore", "pipe"] });
}

/** One device: a network namespace whose only interface is plugged into the switch. */
export class Host implements Place {
  readonly name: string;
  readonly enter: readonly string[];
  readonly #network: Network;
  #address: string;

  constructor(network: Network, name: string, address: string) {
    this.#network = network;
    this.name = name;
    this.enter = ["ip", "netns", "exec", name];
    this.#address = address;
    run("ip", "netns", "add", name);
    // An IPv6 address that is still being probed for would come to life when a page is being loaded: to Chromium, a change of network.
    run(...this.#inside("sysctl", "-qew", "net.ipv6.conf.default.accept_dad=0"));
    run("ip", "link", "add", name, "type", "veth", "peer", "name", "eth0", "netns", name);
    run("ip", "link", "set", name, "master", SWITCH, "up");
    for (const device of ["lo", "eth0"]) this.#ip("link", "set", device, "up");
    this.#ip("addr", "add", `${address}/24`, "dev", "eth0");
  }

  get address(): string {
    return this.#address;
  }

  /** Nothing comes through any more, in either direction; the device's own interface does not notice. */
  cut(): void {
    run("bridge", "link", "set", "dev", this.name, "state", "0");
  }

  /** Everything comes through again, from the moment on that is returned (milliseconds since 1970). */
  mend(): number {
    const since = Date.now();
    run("bridge", "link", "set", "dev", this.name, "state", "3");
    return since;
  }

  /** Keep it apart from other isolated hosts, as the access points of guest networks do. */
  isolate(on: boolean): void {
    run("bridge", "link", "set", "dev", this.name, "isolated", on ? "on" : "off");
  }

  /**
   * It gets another address: for `both` milliseconds it has the two of them, then the new one only, from the moment on that is
   * returned (milliseconds since 1970).
   */
  async move(both = 0): Promise<number> {
    const old = `${this.#address}/24`;
    this.#address = this.#network.nextAddress();
    const add = (): void => this.#ip("addr", "add", `${this.#address}/24`, "dev", "eth0");
    if (both > 0) {
      add();
      // The address that comes first takes those of the same network that came later with it, unless told otherwise.
      run(...this.#inside("sysctl", "-qw", "net.ipv4.conf.eth0.promote_secondaries=1"));
      await new Promise((resolve) => setTimeout(resolve, both));
    }
    const since = Date.now();
    this.#ip("addr", "del", old, "dev", "eth0");
    if (both === 0) add();
    return since;
  }

  /** It has one more address from now on, which is returned. */
  gain(): string {
    const address = this.#network.nextAddress();
    run(...this.#inside("sysctl", "-qw", "net.ipv4.conf.eth0.promote_secondaries=1"));
    this.#ip("addr", "add", `${address}/24`, "dev", "eth0");
    return address;
  }

  /** It has this address no more. */
  lose(address: string): void {
    this.#ip("addr", "del", `${address}/24`, "dev", "eth0");
  }

  #inside(...command: [string, ...string[]]): [string, ...string[]] {
    return [...this.enter, ...command] as [string, ...string[]];
  }

  #ip(...args: string[]): void {
    run("ip", "-n", this.name, ...args);
  }
}

export class Network {
  readonly #names: string[] = [];
  #later = LATER;

  /** @throws {Error} this is not the lab, but the machine's own network */
  constructor() {
    if (!process.env["EARSHOT_LAN"])
      throw new Error("These tests make a network: run them by `npm test -- lan`, or `node scripts/lan.mjs -t NAME`");
    run("ip", "link", "set", "lo", "up");
    run("ip", "link", "add", SWITCH, "type", "bridge");
    run("ip", "link", "set", SWITCH, "up");
  }

  host(name: string): Host {
    return new Host(this, name, `${PREFIX}.${this.#names.push(name)}`);
  }

  /** Its hosts are gone with it, once nothing runs there any more. */
  dispose(): void {
    for (const name of this.#names) {
      run("ip", "link", "del", name);
      run("ip", "netns", "del", name);
    }
    run("ip", "link", "del", SWITCH);
  }

  nextAddress(): string {
    return `${PREFIX}.${this.#later++}`;
  }
}
