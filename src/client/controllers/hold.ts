import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long after the pointer's last move, or the finger's last touch, the next tap may still come; in milliseconds. */
const PATIENCE = 2_000;

/** Knows whether somebody is about to tap in a part of its host; renders the host anew when that is over. */
export class HoldController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #touching = false;
  #at = "";

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get held(): boolean {
    return this.#touching || this.#timer !== undefined;
  }

  hostConnected(): void {
    // On a phone, the thumb that scrolls is about to tap.
    addEventListener("scroll", this.#scrolled, { passive: true });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, this.#lifted);
  }

  hostDisconnected(): void {
    removeEventListener("scroll", this.#scrolled);
    for (const end of ["pointerup", "pointercancel"]) removeEventListener(end, this.#lifted);
    this.#touching = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** For `pointermove` and `pointerdown` of that part. */
  readonly follow = ({ type, clientX, clientY }: PointerEvent): void => {
    if (type === "pointerdown") this.#touching = true;
    // Browsers say it, too, where not the pointer has moved but what is under it.
    const at = `${clientX} ${clientY}`;
    if (type === "pointermove" && at === this.#at) return;
    this.#at = at;
    this.#wait();
  };

  /** For its `pointerleave`: a mouse that has left is not about to tap, but a finger leaves at each tap. */
  readonly leave = ({ pointerType }: PointerEvent): void => {
    if (pointerType === "mouse" && !this.#touching) this.#release();
  };

  readonly #scrolled = ({ target }: Event): void => {
    if (target === document) this.#wait();
  };

  readonly #lifted = (): void => {
    if (!this.#touching) return;
    this.#touching = false;
    this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#release(), PATIENCE);
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#touching) this.#host.requestUpdate();
  }
}
