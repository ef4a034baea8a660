/** Addresses of what a page keeps, as long as it shows them: small pictures of files, and files that have come whole. */

export class Pictures {
  readonly #thumbnail: (file: Blob) => Promise<Blob | undefined>;
  readonly #changed: () => void;
  readonly #thumbnails = new Map<number, string>();
  readonly #urls = new Map<number, string>();
  #closed = false;

  /** @param changed there is one more */
  constructor(thumbnail: (file: Blob) => Promise<Blob | undefined>, changed: () => void) {
    this.#thumbnail = thumbnail;
    this.#changed = changed;
  }

  thumbnail(file: number): string | undefined {
    return this.#thumbnails.get(file);
  }

  url(file: number): string | undefined {
    return this.#urls.get(file);
  }

  /** This file has come. */
  came(file: number, content: Blob): void {
    if (!this.#closed) this.#urls.set(file, URL.createObjectURL(content));
  }

  /** Make a small picture of a file, if it is one. */
  async draw(file: number, content: Blob): Promise<void> {
    if (!content.type.startsWith("image/")) return;
    const picture = await this.#thumbnail(content).catch(() => undefined);
    // One that cannot be read is shown as any file.
    if (!picture || this.#closed) return;
    this.#thumbnails.set(file, URL.createObjectURL(picture));
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    for (const url of [...this.#thumbnails.values(), ...this.#urls.values()]) URL.revokeObjectURL(url);
    this.#thumbnails.clear();
    this.#urls.clear();
  }
}
