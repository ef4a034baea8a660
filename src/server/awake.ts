/** Keeps this computer from falling asleep in the middle of calls, where its system offers a program for that. */
import { type ChildProcess, spawn } from "node:child_process";
import type { Socket } from "node:net";

/** A program that holds sleep off for as long as it runs, and ends with this process, even if that is killed. */
interface Guard {
  readonly command: string;
  readonly args: readonly string[];
}

/** What this system offers for that; undefined if nothing, as on Windows. */
export function guardOf(platform: NodeJS.Platform, pid: number): Guard | undefined {
  switch (platform) {
    case "linux": {
      const inhibit = ["--what=idle:sleep", "--who=Earshot", "--why=Calls are on", "--mode=block"];
      // It lasts as long as the program that it starts: cat ends when our end of its input is closed.
      return { command: "systemd-inhibit", args: [...inhibit, "cat"] };
    }
    case "darwin":
      return { command: "caffeinate", args: ["-i", "-w", String(pid)] };
    default:
      return undefined;
  }
}

export class KeepAwake {
  readonly #say: (line: string) => void;
  readonly #guard: Guard | undefined;
  #on = false;
  #child: ChildProcess | undefined;
  #said = false;

  /** `say` hears once, in a sentence, that the system does not do it. */
  constructor(say: (line: string) => void, platform = process.platform) {
    this.#say = say;
    this.#guard = guardOf(platform, process.pid);
  }

  /** Whether calls are on. Never throws; the same again changes nothing, so what has failed is tried again with the next calls. */
  set(on: boolean): void {
    if (on === this.#on || this.#guard === undefined) return;
    this.#on = on;
    if (on) this.#hold(this.#guard);
    else this.#release(this.#guard);
  }

  #hold({ command, args }: Guard): void {
    // In a group of its own, it does not hear a Ctrl-C that is meant for us.
    const child: ChildProcess = spawn(command, args, { stdio: ["pipe", "ignore", "pipe"], detached: true });
    this.#child = child;
    // Neither the program nor its pipes keep us running.
    child.unref();
    for (const pipe of [child.stdin, child.stderr]) (pipe as Socket | null)?.unref();
    // It closes as the program ends, and that is told below.
    child.stdin?.on("error", () => undefined);
    let words = "";
    child.stderr?.on("data", (chunk) => (words = (words + String(chunk)).slice(0, 1000)));
    const ended = (why: string) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (!this.#said)
        this.#say(`This computer may fall asleep in the middle of a call, so keep an eye on it: ${why}.`);
      this.#said = true;
    };
    child.once("error", ({ message }) => ended(`${command} cannot be started (${message})`));
    child.once("close", () => {
      const [first] = words.trim().split("\n");
      ended(`${command} has ended${first ? ` (${first})` : ""}`);
    });
  }

  #release({ command }: Guard): void {
    const child = this.#child;
    this.#child = undefined;
    child?.stdin?.end();
    // It reads no input.
    if (command === "caffeinate") child?.kill();
  }
}
