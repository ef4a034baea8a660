/** The screen of this device in a call: picked by the user, sent beside the face, and given back. */
import type { Link } from "./link.ts";
import type { Media } from "./media.ts";
import type { AppState } from "./state.ts";
import type { Store } from "./store.ts";
import { NOTHING, type Tracked } from "./tracks.ts";

export interface ScreenShareOptions {
  store: Store<AppState>;
  media: Media;
  /** The other should be told. */
  changed(): void;
}

export class ScreenShare {
  readonly #options: ScreenShareOptions;
  #link: Link | undefined;
  /** The browser asks the user which screen. */
  #asking = false;

  constructor(options: ScreenShareOptions) {
    this.#options = options;
    options.media.onScreenEnded = () => void this.stop();
  }

  /** Send what there will be by this link. */
  use(link: Link): void {
    this.#link = link;
  }

  /** Let the user pick a screen, and send it. To be called upon their tap, in a connected call. */
  async start(): Promise<void> {
    const { store, media, changed } = this.#options;
    if (this.#asking || store.value.call.phase !== "connected") return;
    this.#asking = true;
    const got = await media.openScreen();
    this.#asking = false;
    // Not wanted any more; or the call is over, which has closed it.
    if (!got) return;
    if ("problem" in got) return store.set({ notice: got.problem });
    this.#set(got.stream);
    changed();
    await this.#link?.setScreen(tracksOf(got.stream));
  }

  /** Stop; also because the browser has. */
  async stop(): Promise<void> {
    const { media, changed } = this.#options;
    media.closeScreen();
    this.#set(undefined);
    changed();
    await this.#link?.setScreen(NOTHING);
  }

  /** The call is over. */
  giveBack(): void {
    this.#link = undefined;
    this.#options.media.closeScreen();
    this.#set(undefined);
  }

  #set(ownScreen: MediaStream | undefined): void {
    const { store } = this.#options;
    if (store.value.media.ownScreen !== ownScreen) store.set({ media: { ...store.value.media, ownScreen } });
  }
}

function tracksOf(stream: MediaStream): Tracked {
  return { audio: stream.getAudioTracks()[0] ?? null, video: stream.getVideoTracks()[0] ?? null };
}
