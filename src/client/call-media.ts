/** Camera and microphone in a call: opened for it, switched, replaced and given back, and what both sides are told of them. */
import type { Link } from "./link.ts";
import type { Chosen, Granted, Kind, Media } from "./media.ts";
import type { AppState, Choice } from "./state.ts";
import type { Store } from "./store.ts";
import { devicePaused, deviceTaken, nowUsing } from "./sentences.ts";

export interface CallMediaOptions {
  store: Store<AppState>;
  media: Media;
  chosen(): Chosen;
}

export class CallMedia {
  readonly #options: CallMediaOptions;
  #link: Link | undefined;
  /** Camera and microphone are a call's; otherwise they may be the settings' preview. */
  #inCall = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    options.media.onTaken = (kind) => void this.#taken(kind);
    options.media.onPaused = () => this.#paused();
  }

  /** Open what the call needs. False if the call ended meanwhile. */
  async open(video: boolean): Promise<boolean> {
    const { media, chosen } = this.#options;
    this.#inCall = true;
    this.#set({ cameraOff: !video, muted: false });
    const granted = await media.open(video, chosen());
    if (!granted) return false;
    this.#show(granted);
    this.#set({ cameraOff: !media.track("video") });
    await this.#send();
    return true;
  }

  /** Send what there is by this link from now on. */
  use(link: Link): void {
    this.#link = link;
    void this.#send();
  }

  /** The call is over: no light stays on. */
  giveBack(): void {
    this.#link = undefined;
    this.#set({ remote: undefined });
    if (!this.#inCall) return;
    this.#inCall = false;
    this.#options.media.release();
    this.#set({ local: undefined, problem: undefined, muted: false, cameraOff: false });
  }

  mute(muted: boolean): void {
    const track = this.#options.media.track("audio");
    if (track) track.enabled = !muted;
    this.#set({ muted });
    this.tell();
  }

  /** Switch the camera off, with its light, or on again. Nothing is renegotiated. */
  async camera(off: boolean): Promise<void> {
    const { media, chosen } = this.#options;
    this.#set({ cameraOff: off });
    if (off) {
      media.drop("video");
      this.#show({ stream: media.stream ?? new MediaStream() });
    } else {
      const granted = await media.replace("video", chosen());
      this.#show(granted);
      if (granted) this.#set({ cameraOff: !media.track("video") });
    }
    await this.#send();
  }

  /** Another camera or microphone was chosen: use it now, if one of its kind is open. */
  async chose(kind: Kind): Promise<void> {
    const { media, chosen } = this.#options;
    this.#show(await media.change(kind, chosen()));
    await this.#send();
  }

  /** A microphone was plugged in. It is used at once, unless the user has chosen another one. */
  async pluggedIn(microphone: Choice): Promise<void> {
    const { media, chosen } = this.#options;
    if (!this.#inCall || !media.track("audio")) return;
    if ((chosen().microphoneId ?? microphone.id) !== microphone.id) return;
    await this.#useMicrophone({ microphoneId: microphone.id });
  }

  /** Tell the other what they can hear and see. */
  tell(): void {
    const { media, store } = this.#options;
    const without = (kind: Kind): boolean => media.track(kind)?.muted ?? true;
    const muted = store.value.media.muted || without("audio");
    this.#link?.say({ type: "media", data: { muted, cameraOff: without("video") } });
  }

  /** The call goes on with what there is: without a headset, with the microphone behind it. */
  async #taken(kind: Kind): Promise<void> {
    const { media, chosen } = this.#options;
    if (kind === "audio" && this.#inCall && (await this.#useMicrophone(chosen()))) return;
    this.#set({ local: media.stream, problem: deviceTaken(kind), ...(kind === "video" && { cameraOff: true }) });
    await this.#send();
  }

  /** Go on with this microphone, and say so. False if none can be had. */
  async #useMicrophone(chosen: Chosen): Promise<boolean> {
    const { media, store } = this.#options;
    const granted = await media.replace("audio", chosen);
    const track = media.track("audio");
    if (!granted || !track) return false;
    this.#set({ local: granted.stream });
    store.set({ notice: nowUsing(track.label) });
    await this.#send();
    return true;
  }

  /** What the system holds back is shown on both sides, until it gives it again. */
  #paused(): void {
    const kind = (["audio", "video"] as const).find((kind) => this.#options.media.track(kind)?.muted);
    this.#set({ problem: kind && devicePaused(kind) });
    this.tell();
  }

  async #send(): Promise<void> {
    const { media, store } = this.#options;
    const microphone = media.track("audio");
    // Another microphone is no reason to be heard again.
    if (microphone) microphone.enabled = !store.value.media.muted;
    await this.#link?.setTracks(microphone, media.track("video"));
    this.tell();
  }

  #show(granted: Granted | undefined): void {
    if (granted) this.#set({ local: granted.stream, problem: granted.problem });
  }

  #set(change: Partial<AppState["media"]>): void {
    const { store } = this.#options;
    store.set({ media: { ...store.value.media, ...change } });
  }
}
