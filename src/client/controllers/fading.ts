import type { ReactiveController, ReactiveControllerHost } from "lit";

/** How long nothing was touched when the controls fade, in milliseconds. */
const STILL = 4_000;

export interface FadingOptions {
  /** Where a finger's first tap only brings the controls back. */
  area(): HTMLElement | null;
  /** Whether they may fade at this moment. */
  may(): boolean;
}

/**
 * Lets controls fade while nobody needs them: `faded` is for the host to show. They are to be seen through only, since a mouse, a key
 * and a screen reader can use them at any time; it is a finger that cannot see what it would press.
 */
export class FadingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: FadingOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #swallow = false;
  faded = false;
  /** The last pointer was one that hovers. */
  hovers = false;

  constructor(host: ReactiveControllerHost & HTMLElement, options: FadingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener("pointerdown", this.#press, true);
    this.#host.addEventListener("pointermove", this.#point, true);
    this.#host.addEventListener("click", this.#click, true);
    this.#host.addEventListener("focusin", this.#wake);
    window.addEventListener("keydown", this.#wake, true);
    this.#wait();
  }

  hostUpdate(): void {
    if (this.faded && !this.#options.may()) this.#wake();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener("pointerdown", this.#press, true);
    this.#host.removeEventListener("pointermove", this.#point, true);
    this.#host.removeEventListener("click", this.#click, true);
    this.#host.removeEventListener("focusin", this.#wake);
    window.removeEventListener("keydown", this.#wake, true);
    clearTimeout(this.#timer);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    // A view may be rendered once more after it has left the page; a timer would hold it for good.
    if (!this.#host.isConnected) return;
    this.#timer = setTimeout(() => {
      if (this.#options.may()) {
        this.faded = true;
        this.#host.requestUpdate();
      } else this.#wait();
    }, STILL);
  }

  readonly #wake = (): void => {
    this.#wait();
    if (!this.faded) return;
    this.faded = false;
    this.#host.requestUpdate();
  };

  readonly #point = ({ pointerType }: PointerEvent): void => {
    this.hovers = pointerType === "mouse";
    this.#wake();
  };

  readonly #press = (event: PointerEvent): void => {
    const path = event.composedPath();
    const area = this.#options.area();
    this.#swallow =
      this.faded &&
      event.pointerType === "touch" &&
      area !== null &&
      path.includes(area) &&
      path.some((part) => part instanceof HTMLButtonElement);
    this.#point(event);
  };

  readonly #click = (event: MouseEvent): void => {
    if (!this.#swallow) return;
    this.#swallow = false;
    event.stopPropagation();
    event.preventDefault();
  };
}
