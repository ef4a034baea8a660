import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The other's picture in a small window above all others, where the browser can; closed when its host leaves the page. */
export class PictureInPictureController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #video: HTMLVideoElement | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get possible(): boolean {
    return document.pictureInPictureEnabled ?? false;
  }

  get on(): boolean {
    return this.#video !== undefined;
  }

  /** Rejects if the browser does not allow it, or the video has no picture yet. */
  async toggle(video: HTMLVideoElement): Promise<void> {
    if (this.on) return document.exitPictureInPicture();
    await video.requestPictureInPicture();
    this.#video = video;
    video.addEventListener("leavepictureinpicture", this.#left, { once: true });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    if (!this.#video) return;
    this.#left();
    // The browser may have closed it already, with the video.
    document.exitPictureInPicture().catch(() => undefined);
  }

  readonly #left = (): void => {
    this.#video?.removeEventListener("leavepictureinpicture", this.#left);
    this.#video = undefined;
    this.#host.requestUpdate();
  };
}
