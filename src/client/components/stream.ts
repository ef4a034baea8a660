import { noChange } from "lit";
import { AsyncDirective } from "lit/async-directive.js";
import { directive } from "lit/directive.js";
import type { ElementPart } from "lit/directive.js";

class Plays extends AsyncDirective {
  #video: HTMLVideoElement | undefined;
  #stream: MediaStream | null = null;

  override render(_stream: MediaStream | undefined): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [stream]: [MediaStream | undefined]): unknown {
    this.#video = element as HTMLVideoElement;
    this.#stream = stream ?? null;
    // A view may be rendered once more after it has left the page.
    if (this.isConnected) this.#show(this.#stream);
    return noChange;
  }

  override disconnected(): void {
    this.#show(null);
  }

  override reconnected(): void {
    this.#show(this.#stream);
  }

  // Set again, the same stream would start anew.
  #show(stream: MediaStream | null): void {
    if (this.#video && this.#video.srcObject !== stream) this.#video.srcObject = stream;
  }
}

/**
 * What a `<video>` shows for as long as it is on the page. Chromium keeps one that was taken off the page before its first
 * picture came, and all that was around it, until it is given up.
 */
export const plays = directive(Plays);
