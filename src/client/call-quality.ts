/** Measures a call while it is on: for the user to see, and to send what the path can take. */
import { type Adaptation, adapt, usual } from "./adaptation.ts";
import type { CallMedia } from "./call-media.ts";
import type { Link } from "./link.ts";
import { type Measured, measure } from "./quality.ts";
import { type Sample, sampleOf } from "./sample.ts";
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
  #adaptation: Adaptation = usual;

  constructor(options: CallQualityOptions) {
    this.#options = options;
  }

  /** This link is connected. */
  begin(link: Link): void {
    this.end();
    this.#link = link;
    this.#timer = setInterval(() => void this.#measure(link), EVERY);
  }

  /** The call is over. */
  end(): void {
    clearInterval(this.#timer);
    this.#link = this.#sample = this.#measured = undefined;
    this.#adaptation = usual;
    const { store } = this.#options;
    if (store.value.quality) store.set({ quality: undefined });
  }

  async #measure(link: Link): Promise<void> {
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
    const { fit } = this.#adaptation;
    this.#adaptation = adaptation;
    if (adaptation.fit === fit) return;
    link.fit(adaptation.fit);
    void this.#options.media.sharpen(adaptation.fit > usual.fit);
  }
}
