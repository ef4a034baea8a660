/** The sending side of one handing over: reads the files, and sends what the receiver wants as fast as the path, and a call beside it, let it. */
import { type Load, WINDOW } from "../../protocol/handing.ts";
import { pieces, piecesIn, startOf } from "../../transfer/manifest.ts";
import { judged, type Pace, spend, unlimited, worse } from "../../transfer/pace.ts";
import { digestOf, type PieceDigests } from "./digest.ts";
import type { FilesLink } from "./files-link.ts";
import { Reading } from "./reading.ts";

/** How much waits in the channel at most, and when it is filled again, in bytes: measured. In a call nothing may queue before the voice. */
const BUFFER = {
  free: { high: 1024 * 1024, low: 256 * 1024 },
  call: { high: 256 * 1024, low: 64 * 1024 },
} as const;
/** Messages beside a call, in bytes: one is a handful of packets that go out at once. */
const SMALL = 16 * 1024;

export interface OutletOptions {
  files: readonly File[];
  /** How this page's call gets on. */
  load(): Load;
  /** A file cannot be read (any more). */
  unreadable(file: number): void;
}

export class Outlet {
  readonly #options: OutletOptions;
  readonly #digests: PieceDigests[];
  #link: FilesLink | undefined;
  /** Whatever an earlier run still does is in vain. */
  #run = 0;
  #paused = false;
  /** All files being one: what was sent, and what the receiver has kept. */
  #sent = 0;
  #kept = 0;
  #theirs: Load = "free";
  #pace: Pace = unlimited;
  #wake: (() => void) | undefined;

  constructor(options: OutletOptions) {
    this.#options = options;
    this.#digests = options.files.map(() => []);
  }

  /** How much of a file was sent and does not wait in this device any more, in bytes. */
  moved(file: number): number {
    const all = Math.max(this.#kept, this.#sent - (this.#link?.waiting ?? 0));
    const { files } = this.#options;
    return Math.max(0, Math.min(files[file]!.size, all - startOf(files, file)));
  }

  /** The receiver wants this, by this link; what it wanted before, it does not. */
  want(link: FilesLink, file: number, piece: number): void {
    this.#link = link;
    const run = ++this.#run;
    this.#wakeUp();
    void this.#send(link, run, file, piece);
  }

  /** The link is lost, or it is over. */
  stop(): void {
    this.#sent = this.#kept;
    this.#link = undefined;
    this.#run++;
    this.#wakeUp();
  }

  hold(paused: boolean): void {
    this.#paused = paused;
    this.#wakeUp();
  }

  /** The receiver keeps so many bytes of this file. */
  got(file: number, at: number): void {
    const kept = startOf(this.#options.files, file) + at;
    this.#kept = Math.min(Math.max(kept, this.#kept), this.#sent);
    this.#wakeUp();
  }

  /** How the call of the receiver gets on. */
  load(theirs: Load): void {
    this.#theirs = theirs;
  }

  drained(): void {
    this.#wakeUp();
  }

  async #send(link: FilesLink, run: number, from: number, piece: number): Promise<void> {
    const { files, unreadable } = this.#options;
    const reading = new Reading(files, pieces(files, { file: from, piece }));
    let marked: number | undefined;
    for (;;) {
      const next = reading.next();
      if (!next) return;
      const { file, index, start, last } = next.piece;
      const read = await next.bytes.catch(() => undefined);
      if (run !== this.#run) return;
      if (!read) return unreadable(file);
      const digests = this.#digests[file]!;
      if (read.digest) digests[index] = read.digest;
      if (file !== marked) {
        link.send({ file, at: start });
        this.#sent = startOf(files, file) + start;
        // What the receiver wants first, it has up to there.
        if (marked === undefined) this.#kept = this.#sent;
        marked = file;
      }
      for (let sent = 0; sent < read.bytes.byteLength;) {
        const size = Math.min(this.#size(link), read.bytes.byteLength - sent);
        if (!(await this.#turn(link, run, size))) return;
        link.send(read.bytes.subarray(sent, sent + size));
        sent += size;
        this.#sent += size;
      }
      if (!last) continue;
      const digest = await digestOf(digests, piecesIn(files[file]!.size));
      if (run !== this.#run) return;
      link.send({ file, digest });
    }
  }

  get #calm(): boolean {
    return this.#load() === "free";
  }

  #load(): Load {
    return worse(this.#options.load(), this.#theirs);
  }

  #size(link: FilesLink): number {
    return this.#calm ? link.messageSize : Math.min(link.messageSize, SMALL);
  }

  /** Waits until a message of so many bytes may go; false if it is not wanted any more. */
  async #turn(link: FilesLink, run: number, size: number): Promise<boolean> {
    while (run === this.#run) {
      const now = performance.now();
      const { high, low } = this.#calm ? BUFFER.free : BUFFER.call;
      this.#pace = judged(this.#pace, this.#load(), now);
      let wait: number | undefined;
      if (!this.#paused && this.#sent + size - this.#kept <= WINDOW && link.waiting + size <= high) {
        const spent = spend(this.#pace, size, now);
        if (typeof spent !== "number") {
          this.#pace = spent;
          return true;
        }
        wait = spent;
      }
      link.mark(low);
      await this.#woken(wait);
    }
    return false;
  }

  /** Something has changed, or the time is over, in milliseconds. */
  #woken(wait: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = wait === undefined ? undefined : setTimeout(resolve, wait);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #wakeUp(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
