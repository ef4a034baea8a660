/** Camera, microphone and speaker as the user chooses them: the list, the settings' preview, and what is plugged in. */
import type { CallMedia } from "./call-media.ts";
import { otherWay } from "./facing.ts";
import type { Choices, Media } from "./media.ts";
import { pluggedIn } from "./plugged.ts";
import type { Settings } from "./settings.ts";
import type { AppState, Intent, MediaState } from "./state.ts";
import type { Store } from "./store.ts";
import { playTone } from "./tone.ts";
import { words } from "./words/current.ts";

export interface DevicesOptions {
  store: Store<AppState>;
  media: Media;
  /** What a call does with them. */
  inCall: CallMedia;
  /** A phone or a tablet, whose cameras look two ways. */
  handheld: boolean;
  settings(): Settings;
  remember(change: Partial<Settings>): void;
}

type Chosen = Omit<Extract<Intent, { type: "choose" }>, "type">;

export class Devices {
  readonly #options: DevicesOptions;
  #cameras: Choices["cameras"] = [];
  #testing = false;

  constructor(options: DevicesOptions) {
    this.#options = options;
    options.media.watch(() => void this.list());
    this.#set({ canShare: options.media.canShare });
  }

  /** See what is there; a microphone that is new is taken into the call. */
  async list(): Promise<void> {
    const { store, media, inCall } = this.#options;
    const choices = await media.choices();
    const microphone = pluggedIn(store.value.media.microphones, choices.microphones);
    this.#cameras = choices.cameras;
    this.#set({ ...choices, canFlip: this.#otherCamera() !== undefined });
    if (microphone) await inCall.pluggedIn(microphone);
  }

  /** Show the user to themselves, or no more. Once accepted or dialled, camera and microphone are the call's. */
  async preview(on: boolean): Promise<void> {
    const { store, media, settings } = this.#options;
    const { phase } = store.value.call;
    if (phase !== "idle" && phase !== "ringing") return;
    if (on) {
      const granted = await media.open(true, settings());
      if (granted) this.#set({ local: granted.stream, problem: granted.problem });
      await this.list();
    } else {
      media.release();
      this.#set({ local: undefined, problem: undefined });
    }
  }

  /** Use another camera, microphone or speaker from now on. */
  async choose({ cameraId, microphoneId, speakerId }: Chosen): Promise<void> {
    const { inCall, settings, remember } = this.#options;
    remember({
      ...(cameraId !== undefined && { cameraId }),
      ...(microphoneId !== undefined && { microphoneId }),
      ...(speakerId !== undefined && { speakerId }),
    });
    const now = settings();
    this.#set({ cameraId: now.cameraId, microphoneId: now.microphoneId, speakerId: now.speakerId });
    if (cameraId !== undefined) await inCall.chose("video");
    if (microphoneId !== undefined) await inCall.chose("audio");
  }

  /** From the camera at the front to the one at the back, or the other way round; the next call begins with it too. */
  async flip(): Promise<void> {
    const { store, inCall, settings, remember } = this.#options;
    const before = settings().cameraId;
    const other = this.#otherCamera();
    if (!other) return;
    remember({ cameraId: other.id });
    if (await inCall.chose("video")) return;
    // Better seen by the first than not at all.
    store.set({ notice: store.value.media.problem });
    remember({ cameraId: before });
    await inCall.camera(false);
  }

  /** Let the chosen speaker be heard. */
  async test(): Promise<void> {
    if (this.#testing) return;
    this.#testing = true;
    try {
      await playTone(this.#options.settings().speakerId);
    } catch {
      this.#options.store.set({ notice: words.devices.toneFailed });
    } finally {
      this.#testing = false;
    }
  }

  #otherCamera() {
    const { media, handheld, settings } = this.#options;
    const open = media.track("video")?.getSettings().deviceId ?? settings().cameraId;
    return otherWay(this.#cameras, open, handheld);
  }

  #set(change: Partial<MediaState>): void {
    const { store } = this.#options;
    store.set({ media: { ...store.value.media, ...change } });
  }
}
