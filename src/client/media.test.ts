import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { REACTION } from "../../scripts/timeouts.mjs";
import { Media } from "./media.ts";

class Track extends EventTarget {
  readonly kind: string;
  readyState = "live";
  contentHint = "";
  settings: Record<string, unknown> = {};
  readonly applied: object[] = [];
  /** What becomes of a wish for other settings. */
  obeys: "at once" | "not really" | "not at all" = "at once";
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  getSettings(): Record<string, unknown> {
    return this.settings;
  }
  async applyConstraints(wanted: object): Promise<void> {
    this.applied.push(wanted);
    if (this.obeys === "not at all") throw new DOMException("no", "OverconstrainedError");
    if (this.obeys === "at once") Object.assign(this.settings, wanted);
  }
  stop(): void {
    this.readyState = "ended";
  }
}

class Stream {
  #tracks: Track[];
  constructor(tracks: Track[] = []) {
    this.#tracks = [...tracks];
  }
  getTracks(): Track[] {
    return [...this.#tracks];
  }
  getVideoTracks(): Track[] {
    return this.#tracks.filter(({ kind }) => kind === "video");
  }
  removeTrack(track: Track): void {
    this.#tracks = this.#tracks.filter((other) => other !== track);
  }
}

type Wanted = { audio?: object; video?: { deviceId?: object; facingMode?: string } };

/** Devices that grant or refuse each kind; `hold` keeps every answer back until it is released. */
class Devices extends EventTarget {
  present = ["audioinput", "videoinput"];
  readonly refused: Record<string, string> = {};
  /** Devices that were chosen once are not there any more. */
  gone = false;
  readonly asked: Wanted[] = [];
  readonly granted: Track[] = [];
  #held: Promise<void> | undefined;

  hold(): () => void {
    let release = (): void => {};
    this.#held = new Promise((resolve) => (release = resolve));
    return release;
  }

  async enumerateDevices(): Promise<object[]> {
    return this.present.map((kind) => ({ kind, deviceId: "", label: "" }));
  }

  async getUserMedia(wanted: Wanted): Promise<Stream> {
    this.asked.push(wanted);
    await this.#held;
    if (this.gone && JSON.stringify(wanted).includes('"exact"')) throw new DOMException("no", "OverconstrainedError");
    const kinds = Object.keys(wanted);
    for (const kind of kinds) {
      const refusal = this.refused[kind];
      if (refusal !== undefined) throw new DOMException("no", refusal);
    }
    const tracks = kinds.map((kind) => new Track(kind));
    this.granted.push(...tracks);
    return new Stream(tracks);
  }

  getSupportedConstraints = (): object => ({});

  async getDisplayMedia(wanted: Wanted): Promise<Stream> {
    this.asked.push(wanted);
    await this.#held;
    const refusal = this.refused["screen"];
    if (refusal !== undefined) throw new DOMException(this.refused["why"] ?? "Permission denied", refusal);
    const tracks = [new Track("video"), new Track("audio")];
    this.granted.push(...tracks);
    return new Stream(tracks);
  }

  /** What is open: where a light is on. */
  get live(): string[] {
    return this.granted.filter(({ readyState }) => readyState === "live").map(({ kind }) => kind);
  }
}

let devices: Devices;
let media: Media;
beforeEach(() => {
  vi.stubGlobal("MediaStream", Stream);
  // A page that was opened without TLS has none.
  vi.stubGlobal("navigator", {});
  devices = new Devices();
  media = new Media(devices as unknown as MediaDevices);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const kinds = (granted: { stream: MediaStream } | undefined) => granted?.stream.getTracks().map(({ kind }) => kind);

describe("opening", () => {
  it("asks once for both", async () => {
    const granted = await media.open(true, {});
    expect(kinds(granted)).toEqual(["audio", "video"]);
    expect(granted).not.toHaveProperty("problem");
    expect(devices.asked.map((wanted) => Object.keys(wanted))).toEqual([["audio", "video"]]);
    expect(media.track("audio")).toMatchObject({ kind: "audio" });
  });

  it("leaves the camera alone for a call without video", async () => {
    expect(kinds(await media.open(false, {}))).toEqual(["audio"]);
    expect(media.track("video")).toBeNull();
  });

  it("wants the chosen devices, or those that the browser would take", async () => {
    await media.open(true, { cameraId: "cam", microphoneId: "mic" });
    await media.open(true, {});
    expect(devices.asked).toMatchObject([
      { audio: { deviceId: { exact: "mic" } }, video: { deviceId: { exact: "cam" } } },
      { video: { facingMode: "user" } },
    ]);
    expect(devices.asked[1]?.audio).not.toHaveProperty("deviceId");
  });

  it("takes others if the chosen ones are gone", async () => {
    devices.gone = true;
    const granted = await media.open(true, { cameraId: "cam", microphoneId: "mic" });
    expect(kinds(granted)).toEqual(["audio", "video"]);
    expect(granted).not.toHaveProperty("problem");
    expect(devices.asked).toHaveLength(2);
  });

  it.each([
    ["NotAllowedError", "Allow it in the browser's settings"],
    ["NotReadableError", "Another program may be using it"],
    ["NotFoundError", "No camera was found"],
    ["TypeError", "could not be opened (TypeError)"],
  ])("takes the microphone without the camera: %s", async (error, says) => {
    devices.refused["video"] = error;
    const granted = await media.open(true, {});
    expect(kinds(granted)).toEqual(["audio"]);
    expect(granted?.problem).toContain(says);
    expect(granted?.problem).not.toContain("microphone");
  });

  it("takes the camera without the microphone", async () => {
    devices.refused["audio"] = "NotReadableError";
    const granted = await media.open(true, {});
    expect(kinds(granted)).toEqual(["video"]);
    expect(granted?.problem).toContain("Your microphone");
  });

  it("never fails: nothing is there, and the call works without", async () => {
    devices.refused["audio"] = devices.refused["video"] = "NotAllowedError";
    const granted = await media.open(true, {});
    expect(kinds(granted)).toEqual([]);
    expect(granted?.problem).toMatch(/your microphone.*your camera/);
  });

  it("does not ask for what is not there", async () => {
    devices.present = ["audioinput"];
    const granted = await media.open(true, {});
    expect(devices.asked.map((wanted) => Object.keys(wanted))).toEqual([["audio"]]);
    expect(granted?.problem).toBe("No camera was found. Plug one in, or call without it.");
    devices.present = [];
    expect(kinds(await media.open(true, {}))).toEqual([]);
    expect(devices.asked).toHaveLength(1);
  });

  it("asks for all where the browser does not tell what is there", async () => {
    devices.enumerateDevices = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    expect(kinds(await media.open(true, {}))).toEqual(["audio", "video"]);
    expect(await media.choices()).toEqual({ cameras: [], microphones: [], speakers: [] });
  });

  it("says why, where there are no devices at all: the page was opened without TLS", async () => {
    const granted = await new Media(undefined).open(true, {});
    expect(kinds(granted)).toEqual([]);
    expect(granted?.problem).toContain("HTTPS");
  });

  it("closes what was open before", async () => {
    await media.open(true, {});
    await media.open(false, {});
    expect(devices.live).toEqual(["audio"]);
  });
});

describe("closing", () => {
  it("gives everything back", async () => {
    await media.open(true, {});
    media.release();
    expect(devices.live).toEqual([]);
    expect(media.stream).toBeUndefined();
    expect(media.track("audio")).toBeNull();
  });

  it("stops what is granted later", async () => {
    const grant = devices.hold();
    const opened = media.open(true, {});
    await vi.waitUntil(() => devices.asked.length === 1, REACTION);
    media.release();
    grant();
    expect(await opened).toBeUndefined();
    expect(devices.granted).toHaveLength(2);
    expect(devices.live).toEqual([]);
    expect(media.stream).toBeUndefined();
  });

  it("of an older request does not disturb a newer one", async () => {
    const grant = devices.hold();
    const [first, second] = [media.open(true, {}), media.open(false, {})];
    grant();
    expect(await first).toBeUndefined();
    expect(kinds(await second)).toEqual(["audio"]);
    expect(devices.live).toEqual(["audio"]);
  });

  it("one kind leaves the other", async () => {
    await media.open(true, {});
    media.drop("video");
    expect(devices.live).toEqual(["audio"]);
    expect(media.track("video")).toBeNull();
    media.drop("video");
    expect(devices.live).toEqual(["audio"]);
  });

  it("the camera while it is being asked for leaves the microphone alone", async () => {
    const grant = devices.hold();
    const opened = media.open(true, {});
    await vi.waitUntil(() => devices.asked.length === 1, REACTION);
    media.drop("video");
    grant();
    expect(kinds(await opened)).toEqual(["audio"]);
    expect(devices.live).toEqual(["audio"]);
  });
});

describe("switching one kind", () => {
  it("on, beside the other", async () => {
    await media.open(false, {});
    expect(kinds(await media.replace("video", {}))).toEqual(["audio", "video"]);
    expect(devices.live).toEqual(["audio", "video"]);
  });

  it("to another device closes the first before", async () => {
    await media.open(true, {});
    const grant = devices.hold();
    const replaced = media.replace("video", { cameraId: "other" });
    await vi.waitUntil(() => devices.asked.length === 2, REACTION);
    expect(devices.live).toEqual(["audio"]);
    grant();
    await replaced;
    expect(devices.live).toEqual(["audio", "video"]);
  });

  it("to another device does nothing where none of its kind is open, or is being opened", async () => {
    await media.open(false, {});
    expect(await media.change("video", { cameraId: "other" })).toBeUndefined();
    expect(devices.live).toEqual(["audio"]);
    const grant = devices.hold();
    const on = media.replace("video", {});
    const changed = media.change("video", { cameraId: "other" });
    grant();
    await on;
    expect(kinds(await changed)).toEqual(["audio", "video"]);
    expect(devices.asked.at(-1)).toMatchObject({ video: { deviceId: { exact: "other" } } });
    expect(devices.live).toEqual(["audio", "video"]);
  });

  it("says what is missing, and keeps the rest", async () => {
    await media.open(false, {});
    devices.refused["video"] = "NotAllowedError";
    const granted = await media.replace("video", {});
    expect(kinds(granted)).toEqual(["audio"]);
    expect(granted?.problem).toContain("your camera");
  });

  it("and off again before it was granted leaves it off", async () => {
    await media.open(false, {});
    const grant = devices.hold();
    const on = media.replace("video", {});
    await vi.waitUntil(() => devices.asked.length === 2, REACTION);
    media.drop("video");
    grant();
    expect(await on).toBeUndefined();
    expect(devices.live).toEqual(["audio"]);
  });

  it("off before its turn has come asks for nothing", async () => {
    const opened = media.open(false, {});
    const on = media.replace("video", {});
    media.drop("video");
    expect([kinds(await opened), await on]).toEqual([["audio"], undefined]);
    expect(devices.asked).toHaveLength(1);
  });

  it("twice leaves one open", async () => {
    await media.open(false, {});
    const grant = devices.hold();
    const both = [media.replace("video", { cameraId: "a" }), media.replace("video", { cameraId: "b" })];
    grant();
    expect(kinds((await Promise.all(both))[1])).toEqual(["audio", "video"]);
    expect(devices.live).toEqual(["audio", "video"]);
    expect(media.stream?.getTracks()).toHaveLength(2);
  });

  it("is void after a release", async () => {
    await media.open(true, {});
    const grant = devices.hold();
    const replaced = media.replace("audio", {});
    await vi.waitUntil(() => devices.asked.length === 2, REACTION);
    media.release();
    grant();
    expect(await replaced).toBeUndefined();
    expect(devices.live).toEqual([]);
  });
});

describe("the screen", () => {
  const shared = async () => {
    const got = await media.openScreen();
    if (!got || "problem" in got) throw new Error("none was shared");
    return got.stream.getTracks() as unknown as Track[];
  };

  it("is opened beside the camera, and closed by itself", async () => {
    await media.open(true, {});
    const tracks = await shared();
    expect(tracks.map(({ kind, contentHint }) => `${kind} ${contentHint}`)).toEqual(["video detail", "audio music"]);
    media.closeScreen();
    expect(devices.live).toEqual(["audio", "video"]);
    await shared();
    media.release();
    expect(devices.live).toEqual([]);
  });

  it("gives the whole system's sound only where the other's own voice can be left out of it", async () => {
    await shared();
    devices.getSupportedConstraints = () => ({ restrictOwnAudio: true });
    await shared();
    expect(devices.asked).toMatchObject([
      { systemAudio: "exclude", selfBrowserSurface: "exclude" },
      { systemAudio: "include", audio: { restrictOwnAudio: true, echoCancellation: false } },
    ]);
    expect(devices.live).toHaveLength(2);
  });

  it("is no error where the user thinks better of it", async () => {
    devices.refused["screen"] = "NotAllowedError";
    expect(await media.openScreen()).toBeUndefined();
  });

  it.each([
    ["NotAllowedError", "Permission denied by system", "device's own settings"],
    ["NotReadableError", "Could not start", "device's own settings"],
    ["InvalidStateError", "gesture", "could not be shared (InvalidStateError)"],
  ])("says what to do: %s, %s", async (error, why, says) => {
    Object.assign(devices.refused, { screen: error, why });
    expect(await media.openScreen()).toEqual({ problem: expect.stringContaining(says) });
  });

  it("that is granted after the call was over is stopped", async () => {
    const grant = devices.hold();
    const opened = media.openScreen();
    media.release();
    grant();
    expect(await opened).toBeUndefined();
    expect([devices.granted.length, devices.live]).toEqual([2, []]);
  });

  it("tells when the user stops it in the browser's own bar, but not for one that was closed already", async () => {
    const ended = vi.fn();
    media.onScreenEnded = ended;
    const [first] = await shared();
    const [second] = await shared();
    first?.dispatchEvent(new Event("ended"));
    expect(ended).not.toHaveBeenCalled();
    second?.dispatchEvent(new Event("ended"));
    expect(ended).toHaveBeenCalledOnce();
  });

  it("cannot be shared by a browser that shows none", () => {
    expect(media.canShare).toBe(true);
    expect(new Media(undefined).canShare).toBe(false);
    expect(new Media({ getUserMedia: () => undefined } as unknown as MediaDevices).canShare).toBe(false);
  });
});

describe("what the browser does to the voice", () => {
  const settings = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const open = async (obeys: Track["obeys"]): Promise<Track> => {
    await media.open(false, {});
    const track = devices.granted[0] as Track;
    return Object.assign(track, { settings: { ...settings }, obeys });
  };

  it("is asked for as the user wants it", async () => {
    await media.open(false, { noiseSuppression: false });
    expect(devices.asked).toMatchObject([{ audio: { ...settings, noiseSuppression: false } }]);
    expect(devices.granted[0]?.contentHint).toBe("speech");
  });

  it("is changed at once where that can be done", async () => {
    const track = await open("at once");
    expect(await media.process({ echoCancellation: false })).toBeUndefined();
    expect(track.settings).toMatchObject({ echoCancellation: false, noiseSuppression: true });
    expect(devices.asked).toHaveLength(1);
  });

  it.each(["not really", "not at all"] as const)(
    "is had by opening the microphone anew: it obeys %s",
    async (obeys) => {
      await open(obeys);
      expect(kinds(await media.process({ echoCancellation: false }))).toEqual(["audio"]);
      expect(devices.asked[1]).toMatchObject({ audio: { echoCancellation: false } });
      expect(devices.live).toEqual(["audio"]);
      // A device that never obeys is asked once.
      expect(await media.process({ echoCancellation: false })).toBeUndefined();
      expect(devices.asked).toHaveLength(2);
    },
  );

  it("changes nothing where nothing is wanted otherwise, or no microphone is open", async () => {
    const track = await open("at once");
    await media.process({});
    expect(track.applied).toEqual([]);
    media.release();
    expect(await media.process({ echoCancellation: false })).toBeUndefined();
    expect(devices.asked).toHaveLength(1);
  });
});

describe("a sharper picture", () => {
  it.each([
    ["is given by a camera that gives the usual lines", 1280, 720, 1],
    ["also upright", 720, 1280, 1],
    ["is not asked of one that gives fewer", 640, 480, 0],
    ["is there already", 1920, 1080, 0],
  ])("%s", async (_, width, height, times) => {
    await media.open(true, {});
    const camera = devices.granted[1] as Track;
    camera.settings = { width, height };
    await media.sharpen(true);
    expect(camera.applied).toHaveLength(times);
    if (times > 0) expect(camera.applied[0]).toMatchObject({ height: { ideal: 1080 } });
  });
});

describe("choices", () => {
  it("are devices that have ids and names", async () => {
    devices.enumerateDevices = async () => [
      { kind: "videoinput", deviceId: "cam", label: "Front" },
      { kind: "audioinput", deviceId: "mic", label: "Headset" },
      { kind: "audioinput", deviceId: "", label: "" },
      { kind: "audiooutput", deviceId: "out", label: "Speaker" },
    ];
    expect(await media.choices()).toEqual({
      cameras: [{ id: "cam", label: "Front", facing: "front" }],
      microphones: [{ id: "mic", label: "Headset" }],
      // This browser does not let a page choose.
      speakers: [],
    });
    vi.stubGlobal(
      "HTMLMediaElement",
      class {
        setSinkId() {}
      },
    );
    expect((await media.choices()).speakers).toEqual([{ id: "out", label: "Speaker" }]);
    expect(await new Media(undefined).choices()).toEqual({ cameras: [], microphones: [], speakers: [] });
  });

  it("change when something is plugged in", () => {
    const changed = vi.fn();
    media.watch(changed);
    devices.dispatchEvent(new Event("devicechange"));
    expect(changed).toHaveBeenCalledOnce();
  });
});
