/** The other's screen. Its tracks stay from one share to the next; what says whether it is shared is a word of theirs, before or after. */
export class TheirScreen {
  readonly #show: (stream: MediaStream | undefined) => void;
  readonly #tracks: MediaStreamTrack[] = [];
  #sharing = false;
  #stream: MediaStream | undefined;

  /** `show` is told of each change. */
  constructor(show: (stream: MediaStream | undefined) => void) {
    this.#show = show;
  }

  add(track: MediaStreamTrack): void {
    this.#tracks.push(track);
    if (this.#stream) this.#stream.addTrack(track);
    else this.#update();
  }

  /** They say that they share it, or do no more. */
  show(sharing: boolean): void {
    if (sharing === this.#sharing) return;
    this.#sharing = sharing;
    this.#update();
  }

  /** A new stream for each share: an element that shows it would begin with the last picture of the one before. */
  #update(): void {
    const shown = this.#sharing && this.#tracks.some(({ kind }) => kind === "video");
    if (shown === (this.#stream !== undefined)) return;
    this.#stream = shown ? new MediaStream(this.#tracks) : undefined;
    this.#show(this.#stream);
  }
}
