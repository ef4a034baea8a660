/** A person at a browser on a host of their own: what can be done to the device, and when its media came. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { browserPath, launch } from "../e2e/browser.ts";
import { Person } from "../e2e/person.ts";
import type { Server } from "../e2e/server.ts";
import { REACTION, until, WORK } from "../e2e/wait.ts";
import type { Host } from "./network.ts";

/** Media has stopped when nothing came for this long, in milliseconds; once it flows again, a busy machine may need longer. */
const GAP = 700;
const STALL = 2_000;
/** How far back it is looked for the beginning of a gap. */
const BEFORE = 2_000;
/** How often what has arrived is looked at: as in `prepare`. */
const LOOK = 50;
const KINDS = [1, 2] as const;

/** One look at what had arrived: milliseconds since 1970, frames decoded, audio packets. */
type Look = readonly [at: number, video: number, audio: number];

declare global {
  interface Window {
    looks: [number, number, number][];
  }
}

/** In every page, before its scripts: a diary of what arrives. */
function prepare(): void {
  window.looks = [];
  const look = async (): Promise<void> => {
    const live = window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").at(-1);
    let [video, audio] = [0, 0];
    (await live?.getStats())?.forEach((report) => {
      if (report.type !== "inbound-rtp") return;
      if (report.kind === "video") video += report.framesDecoded ?? 0;
      else audio += report.packetsReceived ?? 0;
    });
    if (live) window.looks.push([Date.now(), video, audio]);
  };
  setInterval(() => void look(), 50);
}

export class Phone {
  readonly host: Host;
  readonly #folder = mkdtempSync(join(tmpdir(), "earshot-lan-"));
  #browser: Browser | undefined;
  #person: Person | undefined;

  constructor(host: Host) {
    this.host = host;
  }

  /** Start the browser, open the page, and join. */
  async join(server: Server): Promise<this> {
    // The headless shell finds no path between two hosts.
    const wrapper = join(this.#folder, "browser");
    const enter = [...this.host.enter, browserPath({ whole: true })].map((word) => `'${word}'`).join(" ");
    writeFileSync(wrapper, `#!/bin/sh\necho $$ > '${this.#pidFile}'\nexec ${enter} "$@"\n`, { mode: 0o755 });
    this.#browser = await launch(["--use-fake-device-for-media-stream=device-count=2,fps=15"], { wrapper });
    const { name } = this.host;
    this.#person = await Person.open(this.#browser, server, name, { prepare });
    await this.person.join();
    return this;
  }

  /** Waits until the page shows for how long it has been looking for a path, and that is at least so long. */
  async reconnecting(seconds: number): Promise<void> {
    await until(
      `${this.name} to look for a path for ${seconds} s`,
      () => this.person.page.getByText("Reconnecting…").allTextContents(),
      ([text]) => Number(/(\d+) s/u.exec(text ?? "")?.[1]) >= seconds,
      seconds * 1_000 + REACTION,
    );
  }

  get name(): string {
    return this.host.name;
  }

  get person(): Person {
    if (!this.#person) throw new Error(`${this.host.name} has not joined`);
    return this.#person;
  }

  get #pidFile(): string {
    return join(this.#folder, "pid");
  }

  /** Stop everything that the browser does, as when a phone sleeps; `SIGCONT` wakes it, `SIGKILL` is a dead battery. */
  signal(signal: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void {
    // The browser is started as the leader of a group of its own, to which all its processes belong.
    process.kill(-Number(readFileSync(this.#pidFile, "utf8")), signal);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * When media came again after a gap that was open at `since` or began later; in milliseconds from `since`. Waits until it has
   * been flowing for a second, of both kinds. `held` is how long the machine was too busy meanwhile to let the page run.
   */
  async backAfter(since: number, ms = WORK): Promise<{ took: number; held: number }> {
    const looks = await until(
      `media at ${this.name}`,
      () => this.person.page.evaluate((from) => window.looks.filter(([at]) => at > from), since - BEFORE),
      (looks) => KINDS.every((kind) => endOfGap(looks, kind, since) !== undefined),
      ms,
    );
    const took = Math.max(...KINDS.map((kind) => (endOfGap(looks, kind, since) ?? since) - since));
    const meanwhile = looks.map(([at]) => at).filter((at) => at > since && at <= since + took);
    const late = meanwhile.map((at, n) => at - (meanwhile[n - 1] ?? since) - LOOK);
    // Less than a whole look is no more than the time that a look takes.
    return { took, held: late.filter((each) => each > LOOK).reduce((sum, each) => sum + each, 0) };
  }
}

/** The end of the first gap that was open at `since` or began later; undefined while there is none, or media stops again soon. */
function endOfGap(looks: readonly Look[], kind: 1 | 2, since: number): number | undefined {
  const came = looks.filter((look, n) => look[kind] > (looks[n - 1]?.[kind] ?? Infinity)).map(([at]) => at);
  const last = looks.at(-1)?.[0] ?? since;
  const end = came.findIndex((at, n) => at > since && at - (came[n - 1] ?? since - BEFORE) > GAP);
  const back = came[end];
  if (back === undefined || last - back < 1_000) return undefined;
  return [...came.slice(end), last].every((at, n, all) => n === 0 || at - (all[n - 1] ?? at) < STALL)
    ? back
    : undefined;
}
