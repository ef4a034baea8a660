/** Camera and microphone as the user chooses them: the list, the settings' preview, and what is plugged in. */
import type { CallMedia } from "./call-media.ts";
import type { Media } from "./media.ts";
import { pluggedIn } from "./plugged.ts";
import type { Settings } from "./settings.ts";
import type { AppState, MediaState } from "./state.ts";
import type { Store } from "./store.ts";

export interface DevicesOptions {
  store: Store<AppState>;
  media: Media;
  /** What a call does with them. */
  inCall: CallMedia;
  settings(): Settings;
  remember(change: Partial<Settings>): void;
}

export class Devices {
  readonly #options: DevicesOptions;

  constructor(options: DevicesOptions) {
    this.#options = options;
    options.media.watch(() => void this.list());
  }

  /** See what is there; a microphone that is new is taken into the call. */
  async list(): Promise<void> {
    const { store, media, inCall } = this.#options;
    const choices = await media.choices();
    const microphone = pluggedIn(store.value.media.microphones, choices.microphones);
    this.#set(choices);
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

  /** Use another camera or microphone from now on. */
  async choose(chosen: { cameraId?: string; microphoneId?: string }): Promise<void> {
    const { inCall, settings, remember } = this.#options;
    const { cameraId, microphoneId } = chosen;
    remember({ ...(cameraId !== undefined && { cameraId }), ...(microphoneId !== undefined && { microphoneId }) });
    this.#set({ cameraId: settings().cameraId, microphoneId: settings().microphoneId });
    if (cameraId !== undefined) await inCall.chose("video");
    if (microphoneId !== undefined) await inCall.chose("audio");
  }

  #set(change: Partial<MediaState>): void {
    const { store } = this.#options;
    store.set({ media: { ...store.value.media, ...change } });
  }
}
