import type { ReactiveController, ReactiveControllerHost } from "lit";

/** So near the end, the user reads what is new; in pixels. */
const NEAR = 48;
/** So near the beginning, they want what was before; in pixels. */
const EARLY = 600;

export interface BottomOptions {
  /** What is scrolled. */
  box(): HTMLElement | null;
  /** Its beginning has come near. */
  early(): void;
}

/** Keeps what is scrolled at its end while it grows, unless the user has gone up to read: then what they read stays where it is. */
export class BottomController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: BottomOptions;
  readonly #sizes = new ResizeObserver(() => this.#settle());
  #box: HTMLElement | null = null;
  #following = true;
  /** How high its contents and the box were last, in pixels. */
  #heights = "";
  /** The same of the contents, before something was put in at the beginning. */
  #before: number | undefined;

  constructor(host: ReactiveControllerHost, options: BottomOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The end is on the screen. */
  get following(): boolean {
    return this.#following;
  }

  follow(): void {
    this.#following = true;
    this.#heights = "";
    this.#settle();
    this.#host.requestUpdate();
  }

  /** Something is about to be put in at the beginning: not every browser keeps by itself what is seen where it is. */
  hold(): void {
    this.#before = this.#box?.scrollHeight;
  }

  hostUpdated(): void {
    const box = this.#options.box();
    if (box !== this.#box) {
      this.hostDisconnected();
      this.#box = box;
      if (box) {
        box.addEventListener("scroll", this.#scrolled, { passive: true });
        this.#sizes.observe(box);
        for (const child of box.children) this.#sizes.observe(child);
      }
    }
    this.#settle();
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#box?.removeEventListener("scroll", this.#scrolled);
    this.#box = null;
  }

  #settle(): void {
    const box = this.#box;
    if (!box) return;
    const heights = `${box.scrollHeight} ${box.clientHeight}`;
    if (heights === this.#heights) return;
    this.#heights = heights;
    if (this.#following) box.scrollTop = box.scrollHeight;
    else if (this.#before !== undefined) box.scrollTop += box.scrollHeight - this.#before;
    this.#before = undefined;
  }

  readonly #scrolled = (): void => {
    const box = this.#box;
    if (!box) return;
    // It has grown since: that is no wish of the user's.
    if (this.#heights !== `${box.scrollHeight} ${box.clientHeight}`) return this.#settle();
    const following = box.scrollHeight - box.clientHeight - box.scrollTop <= NEAR;
    if (box.scrollTop < EARLY) this.#options.early();
    if (following === this.#following) return;
    this.#following = following;
    this.#host.requestUpdate();
  };
}
