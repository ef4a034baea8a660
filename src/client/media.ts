/** Camera and microphone: the one place that calls getUserMedia. Failures become sentences that say what to do. */
import type { Choice } from "./state.ts";

/** The devices that the user chose, by their ids; a device that is gone is replaced by another. */
export interface Chosen {
  cameraId?: string | undefined;
  microphoneId?: string | undefined;
}

/** What was got, and a sentence on what was not. */
export interface Granted {
  stream: MediaStream;
  problem?: string;
}

export type Kind = "audio" | "video";

const NAMES = { audio: "microphone", video: "camera" } as const;

export class Media {
  readonly #devices: MediaDevices | undefined;
  /** Counts what makes older requests for a kind void: what they are granted later is stopped. */
  readonly #voided = { audio: 0, video: 0 };
  #asking: Promise<unknown> = Promise.resolve();
  #stream: MediaStream | undefined;

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
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
  }

  /** What can be chosen. Before the first permission, browsers tell neither ids nor labels: then there is nothing to choose. */
  async choices(): Promise<{ cameras: Choice[]; microphones: Choice[] }> {
    const devices = (await this.#list()) ?? [];
    const of = (kind: MediaDeviceKind): Choice[] =>
      devices
        .filter((device) => device.kind === kind && device.deviceId !== "" && device.label !== "")
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    return { cameras: of("videoinput"), microphones: of("audioinput") };
  }

  /** Called when an open device ends by itself: it was unplugged, or another program took it. */
  onTaken: ((kind: Kind) => void) | undefined;

  /** Called when the system pauses an open device, or lets it go on: a phone that is locked, or takes another call. */
  onPaused: (() => void) | undefined;

  /** Be told when a device is plugged in or out. */
  watch(changed: () => void): void {
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
      return { stream: this.#stream, ...(problem !== undefined && { problem }) };
    });
    this.#asking = turn;
    return turn;
  }

  #observe(track: MediaStreamTrack): void {
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
      return {
        tracks: [],
        problem: "This page was not opened over HTTPS, so the browser keeps camera and microphone shut.",
      };
    }
    const devices = await this.#list();
    const present = kinds.filter((kind) => devices?.some((device) => device.kind === `${kind}input`) ?? true);
    const problems = kinds.filter((kind) => !present.includes(kind)).map((kind) => describe(kind, "NotFoundError"));
    const tracks: MediaStreamTrack[] = [];
    const attempts = present.length > 1 ? [present, ...present.map((kind) => [kind])] : [present];
    for (const attempt of attempts) {
      if (attempt.length === 0) continue;
      try {
        tracks.push(...(await this.#open(this.#devices, attempt, chosen)).getTracks());
        if (attempt.length === present.length) break;
      } catch (error) {
        const reason = error instanceof Error ? error.name : String(error);
        if (attempt.length === 1) problems.push(...attempt.map((kind) => describe(kind, reason)));
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

/** A chosen device is asked for as `exact`: as a mere wish, its id would count no more than a picture's size. */
function constraints(kinds: Kind[], { cameraId, microphoneId }: Chosen): MediaStreamConstraints {
  return {
    ...(kinds.includes("audio") && {
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(microphoneId !== undefined && { deviceId: { exact: microphoneId } }),
      },
    }),
    ...(kinds.includes("video") && {
      video: {
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30 },
        ...(cameraId === undefined ? { facingMode: "user" } : { deviceId: { exact: cameraId } }),
      },
    }),
  };
}

/** The errors of getUserMedia (W3C mediacapture-streams, 10.2), in words. */
function describe(kind: Kind, error: string): string {
  const name = NAMES[kind];
  switch (error) {
    case "NotAllowedError":
    case "SecurityError":
      return `Earshot may not use your ${name}. Allow it in the browser's settings for this page; calls work without it meanwhile.`;
    case "NotFoundError":
    case "OverconstrainedError":
      return `No ${name} was found. Plug one in, or call without it.`;
    case "NotReadableError":
    case "AbortError":
      return `Your ${name} could not be opened. Another program may be using it: close that and try again.`;
    default:
      return `Your ${name} could not be opened (${error}).`;
  }
}
