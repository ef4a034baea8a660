import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface PlaybackOptions {
  video(): HTMLVideoElement | null;
  stream(): MediaStream | undefined;
  /** The id of the speaker; empty for the one that the system prefers. */
  speaker(): string;
  /** The speaker could not be used; or now it could. */
  spoke(failed: boolean): void;
}

/** Lets a video sound: as soon as the browser allows that, and by the speaker that was chosen. */
export class PlaybackController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PlaybackOptions;
  #stream: MediaStream | undefined;
  #speaker = "";
  /** The browser wants a touch or a key before it lets the page sound. */
  blocked = false;

  constructor(host: ReactiveControllerHost, options: PlaybackOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    const [stream, speaker] = [this.#options.stream(), this.#options.speaker()];
    if (speaker !== this.#speaker) {
      this.#speaker = speaker;
      void this.#speakBy(speaker);
    }
    if (stream === this.#stream) return;
    this.#stream = stream;
    if (stream) void this.play();
  }

  play = async (): Promise<void> => {
    try {
      await this.#options.video()?.play();
      this.#block(false);
    } catch (error) {
      // A page that was not touched yet may not make a sound; an interrupted start (AbortError) is followed by another.
      this.#block(!(error instanceof DOMException && error.name === "AbortError"));
    }
  };

  #block(blocked: boolean): void {
    if (blocked === this.blocked) return;
    this.blocked = blocked;
    this.#host.requestUpdate();
  }

  /** A speaker that fails must not silence the call: it goes on by the one that the system prefers. */
  async #speakBy(speaker: string): Promise<void> {
    const video = this.#options.video();
    if (!video || !("setSinkId" in video)) return;
    try {
      await video.setSinkId(speaker);
      this.#options.spoke(false);
    } catch {
      this.#options.spoke(true);
      // That one is always there; should even it fail, the sound stays where it was.
      await video.setSinkId("").catch(() => undefined);
    }
  }
}
