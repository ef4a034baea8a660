/** Camera, microphone and screen: the one place that asks the browser for them. Failures become sentences that say what to do. */
import { type Chosen, constraints, type Kind, LINES, pictureOf, processing, screenOptions } from "./constraints.ts";
import { describeDevice, describeScreen } from "./device-errors.ts";
import { type Camera, facingOf } from "./facing.ts";
import type { Choice } from "./state.ts";
import { words } from "./words/current.ts";

export type { Chosen, Kind } from "./constraints.ts";

/** What was got, and a sentence on what was not. */
export interface Granted {
  stream: MediaStream;
  problem?: string;
}

/** What can be chosen. */
export interface Choices {
  cameras: Camera[];
  microphones: Choice[];
  /** Empty where the browser does not let a page choose. */
  speakers: Choice[];
}

/** What the browser is told of a track's content, so that it treats it accordingly (W3C mst-content-hint). */
const HINTS = { audio: "speech", video: "motion" } as const;

export class Media {
  readonly #devices: MediaDevices | undefined;
  /** Counts what makes older requests for a kind void: what they are granted later is stopped. */
  readonly #voided = { audio: 0, video: 0 };
  #asking: Promise<unknown> = Promise.resolve();
  #stream: MediaStream | undefined;
  /** How the microphone was last asked to treat the voice. */
  #processing: string | undefined;
  #screen: MediaStream | undefined;
  /** Counts requests for a screen: what an older one is granted is stopped. */
  #screens = 0;
  #changed: (() => void) | undefined;

  constructor(devices: MediaDevices | undefined = navigator.mediaDevices) {
    this.#devices = devices;
  }

  /** What is open now. */
  get stream(): MediaStream | undefined {
    return this.#stream;
  }

  track(kind: Kind): MediaStreamTrack | null {
    return this.#stream?.getTracks().find((track) => track.kind === kind && track.readyState === "live") ?? null;
  }

  /**
   * Open the microphone, and the camera if wanted. Never fails: the result holds what there is, and says what is missing.
   * Undefined if all that was asked for was dropped or released meanwhile; nothing of it is open then.
   */
  async open(video: boolean, chosen: Chosen): Promise<Granted | undefined> {
    this.#voidAll();
    return this.#obtain(video ? ["audio", "video"] : ["audio"], chosen, ["audio", "video"]);
  }

  /** Open one kind beside what is open, or anew: the camera is switched on. Undefined as with `open`. */
  async replace(kind: Kind, chosen: Chosen): Promise<Granted | undefined> {
    return this.#obtain([kind], chosen, [kind]);
  }

  /** Another device was chosen: open it if one of its kind is open, or is just being opened. Otherwise undefined. */
  async change(kind: Kind, chosen: Chosen): Promise<Granted | undefined> {
    await this.#asking;
    return this.track(kind) ? this.replace(kind, chosen) : undefined;
  }

  /** Close one kind, also where it is still being asked for; its light goes off. */
  drop(kind: Kind): void {
    this.#voided[kind]++;
    this.#close(kind);
  }

  /** Give everything back, also what is still being asked for. */
  release(): void {
    this.#voidAll();
    this.closeScreen();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  /** Let the browser treat the voice as the user wants it now. Undefined if it does so, or there is none; else it was opened anew. */
  async process(chosen: Chosen): Promise<Granted | undefined> {
    await this.#asking;
    const track = this.track("audio");
    if (!track) return undefined;
    const wanted = processing(chosen);
    if (JSON.stringify(wanted) === this.#processing) return undefined;
    this.#processing = JSON.stringify(wanted);
    const differs = () => {
      const settings: Record<string, unknown> = { ...track.getSettings() };
      return Object.entries(wanted).some(([name, on]) => settings[name] !== undefined && settings[name] !== on);
    };
    try {
      await track.applyConstraints(wanted);
    } catch {
      // Some cannot change what is open, and others say that they have, but have not: then it is opened anew.
    }
    return differs() ? this.replace("audio", chosen) : undefined;
  }

  /** Let the camera give more lines than usual, or no more. One that does not give the usual ones is not asked for more. */
  async sharpen(on: boolean): Promise<void> {
    const track = this.track("video");
    const lines = on ? LINES.most : LINES.usual;
    const { width = 0, height = 0 } = track?.getSettings() ?? {};
    const now = Math.min(width, height);
    if (!track || now === lines || now < LINES.usual) return;
    try {
      await track.applyConstraints(pictureOf(lines));
    } catch {
      // It goes on as it was, which is good as well.
    }
  }

  /** Whether the browser can show a screen to others. */
  get canShare(): boolean {
    return typeof (this.#devices as Partial<MediaDevices> | undefined)?.getDisplayMedia === "function";
  }

  /**
   * Let the user pick a screen or a window, in place of any that is open. To be called upon their tap. Undefined if they thought better
   * of it, or it was closed meanwhile.
   */
  async openScreen(): Promise<{ stream: MediaStream } | { problem: string } | undefined> {
    const request = ++this.#screens;
    const devices = this.#devices;
    if (!devices) return { problem: words.devices.insecure };
    try {
      // Not in TypeScript's list yet.
      const supported = devices.getSupportedConstraints() as { restrictOwnAudio?: boolean };
      const stream = await devices.getDisplayMedia(screenOptions(supported.restrictOwnAudio ?? false));
      if (request !== this.#screens) {
        stopAll(stream);
        return undefined;
      }
      if (this.#screen) stopAll(this.#screen);
      this.#screen = stream;
      for (const track of stream.getTracks()) track.contentHint = track.kind === "video" ? "detail" : "music";
      const [picture] = stream.getVideoTracks();
      picture?.addEventListener("ended", () => {
        if (this.#screen === stream) this.onScreenEnded?.();
      });
      return { stream };
    } catch (error) {
      const problem = describeScreen(error);
      return problem === undefined || request !== this.#screens ? undefined : { problem };
    }
  }

  /** Show the screen no more, also where it is still being asked for. */
  closeScreen(): void {
    this.#screens++;
    if (this.#screen) stopAll(this.#screen);
    this.#screen = undefined;
  }

  /** What can be chosen. Before the first permission, browsers tell neither ids nor labels: then there is nothing to choose. */
  async choices(): Promise<Choices> {
    const devices = (await this.#list()) ?? [];
    const of = (kind: MediaDeviceKind): MediaDeviceInfo[] =>
      devices.filter((device) => device.kind === kind && device.deviceId !== "" && device.label !== "");
    const choice = ({ deviceId, label }: MediaDeviceInfo): Choice => ({ id: deviceId, label });
    const selectable = "setSinkId" in (globalThis.HTMLMediaElement?.prototype ?? {});
    return {
      cameras: of("videoinput").map((device) => ({ ...choice(device), ...facingOf(device) })),
      microphones: of("audioinput").map(choice),
      speakers: selectable ? of("audiooutput").map(choice) : [],
    };
  }

  /** Called when an open device ends by itself: it was unplugged, or another program took it. */
  onTaken: ((kind: Kind) => void) | undefined;

  /** Called when the system pauses an open device, or lets it go on: a phone that is locked, or takes another call. */
  onPaused: (() => void) | undefined;

  /** Called when the user stops sharing in the browser's own bar, or the window that is shared is closed. */
  onScreenEnded: (() => void) | undefined;

  /** Be told when a device is plugged in or out, and when the devices' names may have become known: with the first that is opened. */
  watch(changed: () => void): void {
    this.#changed = changed;
    this.#devices?.addEventListener("devicechange", changed);
  }

  /** One request after the other; what is replaced goes first, since some phones open one camera at a time. */
  #obtain(kinds: Kind[], chosen: Chosen, replaced: Kind[]): Promise<Granted | undefined> {
    const before = { ...this.#voided };
    const wanted = (kind: Kind): boolean => this.#voided[kind] === before[kind];
    const turn = this.#asking.then(async () => {
      if (!kinds.some(wanted)) return undefined;
      for (const kind of replaced) this.#close(kind);
      const { tracks, problem } = await this.#ask(kinds.filter(wanted), chosen);
      for (const track of tracks) if (!wanted(track.kind as Kind)) track.stop();
      if (!kinds.some(wanted)) return undefined;
      const live = tracks.filter((track) => wanted(track.kind as Kind));
      for (const track of live) this.#observe(track);
      this.#stream = new MediaStream([...(this.#stream?.getTracks() ?? []), ...live]);
      if (live.length > 0) this.#changed?.();
      return { stream: this.#stream, ...(problem !== undefined && { problem }) };
    });
    this.#asking = turn;
    return turn;
  }

  #observe(track: MediaStreamTrack): void {
    track.contentHint = HINTS[track.kind as Kind];
    track.addEventListener("ended", () => this.onTaken?.(track.kind as Kind));
    for (const event of ["mute", "unmute"]) track.addEventListener(event, () => this.onPaused?.());
  }

  /** Nobody waits for older requests any more: the browser's question may stand unanswered for ever. */
  #voidAll(): void {
    this.#voided.audio++;
    this.#voided.video++;
    this.#asking = Promise.resolve();
  }

  #close(kind: Kind): void {
    for (const track of this.#stream?.getTracks() ?? []) {
      if (track.kind !== kind) continue;
      track.stop();
      this.#stream?.removeTrack(track);
    }
  }

  /** What is there, as far as the browser tells. */
  async #list(): Promise<MediaDeviceInfo[] | undefined> {
    try {
      return await this.#devices?.enumerateDevices();
    } catch {
      // Some forbid even that: whoever asks for a device then learns it from the answer.
      return undefined;
    }
  }

  /** Both at once, so that the user is asked once; if that fails, each by itself, so that one can be had without the other. */
  async #ask(kinds: Kind[], chosen: Chosen): Promise<{ tracks: MediaStreamTrack[]; problem?: string }> {
    if (!this.#devices) {
      return { tracks: [], problem: words.devices.insecure };
    }
    if (kinds.includes("audio")) this.#processing = JSON.stringify(processing(chosen));
    const devices = await this.#list();
    const present = kinds.filter((kind) => devices?.some((device) => device.kind === `${kind}input`) ?? true);
    const problems = kinds
      .filter((kind) => !present.includes(kind))
      .map((kind) => describeDevice(kind, "NotFoundError"));
    const tracks: MediaStreamTrack[] = [];
    const attempts = present.length > 1 ? [present, ...present.map((kind) => [kind])] : [present];
    for (const attempt of attempts) {
      if (attempt.length === 0) continue;
      try {
        tracks.push(...(await this.#open(this.#devices, attempt, chosen)).getTracks());
        if (attempt.length === present.length) break;
      } catch (error) {
        const reason = error instanceof Error ? error.name : String(error);
        if (attempt.length === 1) problems.push(...attempt.map((kind) => describeDevice(kind, reason)));
      }
    }
    return { tracks, ...(problems.length > 0 && { problem: [...new Set(problems)].join(" ") }) };
  }

  /** The chosen devices, or others if those are gone; before the first permission, nobody can tell which are there. */
  async #open(devices: MediaDevices, kinds: Kind[], chosen: Chosen): Promise<MediaStream> {
    try {
      return await devices.getUserMedia(constraints(kinds, chosen));
    } catch (error) {
      if (!(error instanceof Error && error.name === "OverconstrainedError")) throw error;
      return devices.getUserMedia(constraints(kinds, {}));
    }
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
