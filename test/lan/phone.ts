/** A person at a browser on a host of their own: what can be done to the device, and when its media came. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launch, Person, type Server, until } from "../e2e/earshot.ts";
import type { Host } from "./network.ts";

/** Media has stopped when nothing came for this long, in milliseconds; once it flows again, a busy machine may need longer. */
const GAP = 700;
const STALL = 2_000;
const KINDS = [1, 2] as const;

/** One look at what had arrived: milliseconds since 1970, frames decoded, audio packets. */
type Look = readonly [at: number, video: number, audio: number];

declare global {
  interface Window {
    looks: [number, number, number][];
  }
}

/** In every page, before its scripts: a small picture, so that many browsers fit on one machine, and a diary of what arrives. */
function prepare(): void {
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (mediaDevices) {
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = (constraints) => {
      const { video, audio } = constraints ?? {};
      if (!video) return ask(constraints);
      const small = { ...(video === true ? {} : video), width: 320, height: 180 };
      return ask({ video: small, ...(audio !== undefined && { audio }) });
    };
  }
  window.looks = [];
  // DEBUG
  const diary: [number, string][] = ((window as any).diary = []);
  const note = (what: string) => diary.push([Date.now(), what]);
  for (const e of ["online", "offline"]) addEventListener(e, () => note(e));
  (navigator as any).connection?.addEventListener("change", () => note("connection change " + (navigator as any).connection.type + (navigator as any).connection.effectiveType));
  const NWS = WebSocket;
  window.WebSocket = class extends NWS {
    constructor(url: string) {
      super(url);
      note("ws new");
      this.addEventListener("open", () => note("ws open"));
      this.addEventListener("close", ({ code }) => note("ws close " + code));
      this.addEventListener("message", ({ data }) => { const m = JSON.parse(data); if (m.type !== "beat") note("ws < " + m.type + " " + (m.data?.description?.type ?? "") + (m.data?.description ? " cands " + m.data.description.sdp.split("a=candidate").length : "")) });
    }
    override send(data: string) { const m = JSON.parse(data); if (m.type !== "beat") note("ws > " + m.type + " " + (m.data?.description?.type ?? "")); super.send(data); }
    override close(code: number) { note("ws close() " + code); super.close(code); }
  } as any;
  const C = RTCPeerConnection;
  window.RTCPeerConnection = class extends C {
    constructor(c: any) {
      super(c);
      for (const e of ["connectionstatechange", "iceconnectionstatechange", "signalingstatechange", "icegatheringstatechange"] as const)
        this.addEventListener(e, () => note(e + " " + (this as any)[e === "connectionstatechange" ? "connectionState" : e === "iceconnectionstatechange" ? "iceConnectionState" : e === "signalingstatechange" ? "signalingState" : "iceGatheringState"]));
      this.addEventListener("icecandidate", ({ candidate }) => note("cand " + candidate?.address + " " + candidate?.usernameFragment));
      this.addEventListener("negotiationneeded", () => note("negotiationneeded"));
      let sel = "";
      setInterval(async () => { let p: any, all = new Map<string, any>(); (await this.getStats()).forEach((r) => { all.set(r.id, r); if (r.type === "transport") p = r.selectedCandidatePairId; });
        const pair = all.get(p); const text = pair ? `pair ${all.get(pair.localCandidateId)?.address}:${all.get(pair.localCandidateId)?.port} -> ${all.get(pair.remoteCandidateId)?.address}:${all.get(pair.remoteCandidateId)?.port} ${pair.state}` : "none";
        if (text !== sel) note((sel = text));
        let out: any; all.forEach((r) => { if (r.type === "outbound-rtp" && r.kind === "video") out = r; });
        let inb: any; all.forEach((r) => { if (r.type === "inbound-rtp" && r.kind === "video") inb = r; });
        const t2 = out && `  out enc ${out.framesEncoded} key ${out.keyFramesEncoded} sent ${out.framesSent} pli ${out.pliCount} nack ${out.nackCount} target ${out.targetBitrate} avail ${pair?.availableOutgoingBitrate} ${out.qualityLimitationReason} | in dec ${inb?.framesDecoded} key ${inb?.keyFramesDecoded} rx ${inb?.packetsReceived} lost ${inb?.packetsLost} pli ${inb?.pliCount} nack ${inb?.nackCount} freeze ${inb?.freezeCount}`;
        if (t2 && (window as any).verbose) note(t2);
        }, 200);
    }
  };
  setInterval(async () => {
    const live = window.probe.connections.filter(({ connectionState }) => connectionState !== "closed").at(-1);
    let [video, audio] = [0, 0];
    (await live?.getStats())?.forEach((report) => {
      if (report.type !== "inbound-rtp") return;
      if (report.kind === "video") video += report.framesDecoded ?? 0;
      else audio += report.packetsReceived ?? 0;
    });
    if (live) window.looks.push([Date.now(), video, audio]);
  }, 50);
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
    const wrapper = join(this.#folder, "browser");
    const enter = [...this.host.enter, process.env["CHROME_PATH"]].map((word) => `'${word}'`).join(" ");
    writeFileSync(wrapper, `#!/bin/sh\necho $$ > '${this.#pidFile}'\nexec ${enter} "$@"\n`, { mode: 0o755 });
    this.#browser = await launch(["--use-fake-device-for-media-stream=device-count=2,fps=15"], wrapper);
    const { name } = this.host;
    this.#person = await Person.open(this.#browser, server, name, { prepare });
    await this.person.join();
    return this;
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
   * been flowing for a second, of both kinds.
   */
  async backAfter(since: number, ms = 30_000): Promise<number> {
    const looks = await until(
      `media at ${this.name}`,
      () => this.person.page.evaluate((from) => window.looks.filter(([at]) => at > from), since - 2_000),
      (looks) => KINDS.every((kind) => endOfGap(looks, kind, since) !== undefined),
      ms,
    );
    return Math.max(...KINDS.map((kind) => (endOfGap(looks, kind, since) ?? since) - since));
  }
}

/** The end of the first gap that was open at `since` or began later; undefined while there is none, or media stops again soon. */
function endOfGap(looks: readonly Look[], kind: 1 | 2, since: number): number | undefined {
  const came = looks.filter((look, n) => look[kind] > (looks[n - 1]?.[kind] ?? Infinity)).map(([at]) => at);
  const [first, last] = [looks[0]?.[0], looks.at(-1)?.[0]];
  if (first === undefined || last === undefined) return undefined;
  const end = came.findIndex((at, n) => at > since && at - (came[n - 1] ?? first) > GAP);
  const back = came[end];
  if (back === undefined || last - back < 1_000) return undefined;
  return [...came.slice(end), last].every((at, n, all) => n === 0 || at - (all[n - 1] ?? at) < STALL) ? back : undefined;
}
