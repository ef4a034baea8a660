import type { ReactiveController, ReactiveControllerHost } from "lit";
import { intend } from "../state.ts";

/** Scrolled past, it may come back at once; a camera takes about a second to start. In milliseconds. */
const GRACE = 1_500;

/**
 * Keeps the preview camera on for as long as its host is on the page, and no longer; where the picture is only a part of it, as long
 * as that is on the screen.
 */
export class PreviewController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #picture: (() => Element | null) | undefined;
  /** The elements around the host, from the inside out. */
  #around: readonly Element[] = [];
  #on = false;
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `picture` is asked for once the host has rendered. */
  constructor(host: ReactiveControllerHost & HTMLElement, picture?: () => Element | null) {
    this.#host = host;
    this.#picture = picture;
    host.addController(this);
  }

  hostConnected(): void {
    this.#around = [...hostsOf(this.#host)];
    this.#turn(true);
  }

  hostUpdated(): void {
    const picture = this.#picture?.();
    if (!picture || this.#observer) return;
    this.#observer = new IntersectionObserver((entries) => {
      const seen = entries.at(-1)?.isIntersecting ?? true;
      clearTimeout(this.#timer);
      if (seen) this.#turn(true);
      else this.#timer = setTimeout(() => this.#turn(false), GRACE);
    });
    this.#observer.observe(picture);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#turn(false);
  }

  #turn(on: boolean): void {
    if (on === this.#on) return;
    this.#on = on;
    // What has left the page reaches nobody: the innermost that is still there says it.
    const speaker = [this.#host, ...this.#around].find(({ isConnected }) => isConnected);
    intend(speaker ?? document, { type: "preview", on });
  }
}

function* hostsOf(element: Element): Generator<Element> {
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) yield root.host;
}
