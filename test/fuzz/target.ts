/** Starts the server under fuzz, watches over it, and compares what it holds before and after. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, vi } from "vitest";
import { REACTION, STARTUP } from "../../scripts/timeouts.mjs";
import { certificate } from "../helpers/signaling.ts";
import type { Answer, Ask, Census } from "./served.ts";

const root = join(import.meta.dirname, "..", "..");
/** Longer than anything is remembered, in milliseconds. */
const AGES = 60 * 60_000;
/** What the heap may grow by while nothing may be kept, in bytes: compiled code and caches of Node's own are in it. */
const SLACK = 3 * 1024 * 1024;

export class Target {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #folder: string;
  #base: Census | undefined;
  /** What it has printed, and what has escaped: nothing, unless something is wrong. */
  #words = "";
  #answered: (census: Census) => void = () => undefined;
  readonly #ended: Promise<never>;

  private constructor(child: ChildProcess, port: number, folder: string) {
    this.#child = child;
    this.port = port;
    this.#folder = folder;
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (this.#words += String(chunk)));
    child.on("message", (answer: Answer) => {
      if ("crash" in answer) this.#words += answer.crash;
      if ("census" in answer) this.#answered(answer.census);
    });
    this.#ended = once(child, "exit").then(([code, signal]) => {
      throw new Error(`The server ended: ${code ?? signal} ${this.#words}`);
    });
    // Whoever asks is told.
    this.#ended.catch(() => undefined);
  }

  static async start(): Promise<Target> {
    const folder = mkdtempSync(join(root, "node_modules", ".earshot-fuzz-"));
    const outfile = join(folder, "served.mjs");
    const entryPoints = [join(import.meta.dirname, "served.ts")];
    await build({ entryPoints, outfile, bundle: true, format: "esm", platform: "node", packages: "external" });
    const { key, cert } = await certificate();
    const FUZZ_PAIR = JSON.stringify({ key: key.toString(), cert: cert.toString() });
    const child = fork(outfile, {
      execArgv: ["--expose-gc"],
      env: { PATH: process.env["PATH"], FUZZ_PAIR },
      silent: true,
    });
    const [answer] = (await once(child, "message")) as [{ port: number }];
    const target = new Target(child, answer.port, folder);
    target.#base = await target.census();
    return target;
  }

  /** What it holds now. Fails with what escaped, or was printed, if anything has been, or if it has ended. */
  async census(): Promise<Census> {
    const answered = new Promise<Census>((resolve) => (this.#answered = resolve));
    this.#ask({ ask: "census" });
    const census = await Promise.race([answered, this.#ended]);
    if (this.#words !== "") throw new Error(`The server said: ${this.#words}`);
    return census;
  }

  /** Everyone has left, and a long time passes: what is held is what was held at first, but for some memory. */
  async settled(): Promise<Census> {
    await vi.waitFor(async () => expect((await this.census()).size["connections"]).toBe(0), REACTION);
    this.#ask({ ask: "later", ms: AGES });
    const { handles, size } = this.#base!;
    return vi.waitFor(
      async () => {
        const now = await this.census();
        expect({ handles: now.handles, size: now.size }).toEqual({ handles, size });
        return now;
      },
      { timeout: STARTUP, interval: 250 },
    );
  }

  /** A quarter of `all` runs, then the rest, each with a seed of its own: after that, no more may be held than before. */
  async growsNot(all: number, fuzz: (numRuns: number, part: number) => Promise<void>): Promise<void> {
    const quarter = Math.ceil(all / 4);
    const before = await fuzz(quarter, 0).then(() => this.settled(), this.#explain);
    const after = await fuzz(all - quarter, 1).then(() => this.settled(), this.#explain);
    const mib = (bytes: number) => (bytes / 1024 / 1024).toFixed(2);
    console.log(`Heap: ${mib(before.heap)} MiB, then ${mib(after.heap)} MiB. Logged: ${JSON.stringify(after.logged)}`);
    expect(after.heap - before.heap).toBeLessThan(SLACK);
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
    rmSync(this.#folder, { recursive: true });
  }

  /** What is seen from outside may have its cause inside, which then says more. */
  readonly #explain = async (error: unknown): Promise<never> => {
    await this.census();
    throw error;
  };

  #ask(ask: Ask): void {
    this.#child.send(ask);
  }
}
