/** Measures a call while it is on: for the user to see, and to send what the path can take. */
import type { Adaptation } from "./adaptation.ts";
import type { CallMedia } from "./call-media.ts";
import { USUAL } from "./encoding.ts";
import type { Link } from "./link.ts";
import type { Measured } from "./quality.ts";
import type { Sample } from "./sample.ts";
import type { AppState } from "./state.ts";
import type { Store } from "./store.ts";

/** How often, in milliseconds. */
const EVERY = 2_000;

export interface CallQualityOptions {
  store: Store<AppState>;
  media: CallMedia;
}

export class CallQuality {
  readonly #options: CallQualityOptions;
  #link: Link | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #sample: Sample | undefined;
  #measured: Measured | undefined;
  #adaptation: Adaptation | undefined;

  constructor(options: CallQualityOptions) {
    this.#options = options;
  }

  /** This link is connected. */
  begin(link: Link): void {
    this.end();
    this.#link = link;
    void this.#start(link);
  }

  /** The call is over. */
  end(): void {
    clearInterval(this.#timer);
    this.#link = this.#sample = this.#measured = this.#adaptation = undefined;
    const { store } = this.#options;
    if (store.value.quality) store.set({ quality: undefined });
  }

  /** What measures comes with the first call, not with the page; where it does not come, the call is as good without. */
  async #start(link: Link): Promise<void> {
    try {
      const measuring = await import("./measuring.ts");
      if (link === this.#link) this.#timer = setInterval(() => void this.#measure(link, measuring), EVERY);
    } catch {
      // The server has gone, and a call needs none: nothing is said of its quality, and the browser alone adapts to the path.
    }
  }

  async #measure(link: Link, { adapt, measure, sampleOf }: typeof import("./measuring.ts")): Promise<void> {
    const before = this.#sample;
    const after = sampleOf(await link.stats());
    if (link !== this.#link) return;
    this.#sample = after;
    const measured = before && measure(before, after, this.#measured);
    if (!measured) return;
    this.#measured = measured;
    this.#options.store.set({ quality: measured.quality });
    this.#adapt(link, adapt(this.#adaptation, measured.strain));
  }

  #adapt(link: Link, adaptation: Adaptation): void {
    const fit = this.#adaptation?.fit ?? USUAL;
    this.#adaptation = adaptation;
    if (adaptation.fit === fit) return;
    link.fit(adaptation.fit);
    void this.#options.media.sharpen(adaptation.fit > USUAL);
  }
}
