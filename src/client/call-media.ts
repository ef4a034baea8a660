/** Camera and microphone in a call: opened for it, switched, replaced and given back, and what both sides are told of them. */
import { wordsOf } from "./device-errors.ts";
import type { Link } from "./link.ts";
import type { Chosen, Granted, Kind, Media } from "./media.ts";
import { ScreenShare } from "./screen-share.ts";
import type { AppState, Choice } from "./state.ts";
import type { Store } from "./store.ts";
import { Unheard } from "./unheard.ts";
import { words } from "./words/current.ts";

export interface CallMediaOptions {
  store: Store<AppState>;
  media: Media;
  chosen(): Chosen;
}

export class CallMedia {
  readonly #options: CallMediaOptions;
  /** This device's screen, beside its camera. */
  readonly screen: ScreenShare;
  readonly #unheard = new Unheard((unheard) => this.#set({ unheard }));
  #link: Link | undefined;
  /** Camera and microphone are a call's; otherwise they may be the settings' preview. */
  #inCall = false;
  /** The path allows for more lines than usual. */
  #sharp = false;

  constructor(options: CallMediaOptions) {
    this.#options = options;
    const { store, media } = options;
    this.screen = new ScreenShare({ store, media, changed: () => this.tell() });
    media.onTaken = (kind) => void this.#taken(kind);
    media.onPaused = () => this.#paused();
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
    this.screen.use(link);
    void this.#send();
  }

  /** The call is over: no light stays on. */
  giveBack(): void {
    this.#link = undefined;
    this.#sharp = false;
    this.#unheard.listen(null);
    this.screen.giveBack();
    this.#set({ remote: undefined, theirScreen: undefined });
    if (!this.#inCall) return;
    this.#inCall = false;
    this.#options.media.release();
    this.#set({ local: undefined, problem: undefined, muted: false, cameraOff: false });
  }

  mute(muted: boolean): void {
    const track = this.#options.media.track("audio");
    if (track) track.enabled = !muted;
    this.#set({ muted });
    this.#listen();
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

  /** Another camera or microphone was chosen: use it now, if one of its kind is open. False if it could not be had. */
  async chose(kind: Kind): Promise<boolean> {
    const { media, chosen } = this.#options;
    const granted = await media.change(kind, chosen());
    this.#show(granted);
    const had = !granted || media.track(kind) !== null;
    if (!had && kind === "video") this.#set({ cameraOff: true });
    await this.#send();
    return had;
  }

  /** The user wants their voice to be treated otherwise. */
  async process(): Promise<void> {
    const { media, chosen } = this.#options;
    const granted = await media.process(chosen());
    if (!granted) return;
    this.#show(granted);
    await this.#send();
  }

  /** The path allows for more lines of picture than usual, or does so no more. */
  async sharpen(on: boolean): Promise<void> {
    if (on === this.#sharp) return;
    this.#sharp = on;
    await this.#send();
  }

  /** A microphone was plugged in. It is used at once, unless the user has chosen another one. */
  async pluggedIn(microphone: Choice): Promise<void> {
    const { media, chosen } = this.#options;
    if (!this.#inCall || !media.track("audio")) return;
    if ((chosen().microphoneId ?? microphone.id) !== microphone.id) return;
    await this.#useMicrophone({ ...chosen(), microphoneId: microphone.id });
  }

  /** Tell the other what they can hear and see. */
  tell(): void {
    const { media, store } = this.#options;
    const without = (kind: Kind): boolean => media.track(kind)?.muted ?? true;
    const muted = store.value.media.muted || without("audio");
    const sharing = store.value.media.ownScreen !== undefined;
    this.#link?.say({ type: "media", data: { muted, cameraOff: without("video"), sharing } });
  }

  /** The call goes on with what there is: without a headset, with the microphone behind it. */
  async #taken(kind: Kind): Promise<void> {
    const { media, chosen } = this.#options;
    if (kind === "audio" && this.#inCall && (await this.#useMicrophone(chosen()))) return;
    this.#set({ local: media.stream, problem: wordsOf(kind).stopped, ...(kind === "video" && { cameraOff: true }) });
    await this.#send();
  }

  /** Go on with this microphone, and say so. False if none can be had. */
  async #useMicrophone(chosen: Chosen): Promise<boolean> {
    const { media, store } = this.#options;
    const granted = await media.replace("audio", chosen);
    const track = media.track("audio");
    if (!granted || !track) return false;
    this.#set({ local: granted.stream });
    store.set({ notice: track.label ? words.devices.nowUsing(track.label) : words.devices.nowUsingAnother });
    await this.#send();
    return true;
  }

  /** What the system holds back is shown on both sides, until it gives it again. */
  #paused(): void {
    const kind = (["audio", "video"] as const).find((kind) => this.#options.media.track(kind)?.muted);
    this.#set({ problem: kind && wordsOf(kind).paused });
    this.tell();
  }

  async #send(): Promise<void> {
    const { media, store } = this.#options;
    const microphone = media.track("audio");
    // Another microphone is no reason to be heard again.
    if (microphone) microphone.enabled = !store.value.media.muted;
    this.#listen();
    await this.#link?.setTracks({ audio: microphone, video: media.track("video") });
    this.tell();
    if (!this.#link) return;
    await media.sharpen(this.#sharp);
    this.#link?.refit();
  }

  #listen(): void {
    const { media, store } = this.#options;
    this.#unheard.listen(this.#inCall && store.value.media.muted ? media.track("audio") : null);
  }

  #show(granted: Granted | undefined): void {
    if (granted) this.#set({ local: granted.stream, problem: granted.problem });
  }

  #set(change: Partial<AppState["media"]>): void {
    const { store } = this.#options;
    store.set({ media: { ...store.value.media, ...change } });
  }
}
