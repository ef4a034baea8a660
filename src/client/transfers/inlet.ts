/** The receiving side of one handing over: puts pieces together, has them kept, and compares what came with what was sent. It outlives its connections. */
import { type ControlMessage, type Label, type Load, PIECE } from "../../protocol/handing.ts";
import type { FileInfo } from "../../protocol/talk.ts";
import type { Hold } from "../../transfer/handover.ts";
import { type Intake, tookBytes, tookLabel, type Verdict, wanting } from "../../transfer/intake.ts";
import type { Keeping } from "./keeping.ts";
import { Shelf } from "./shelf.ts";

export interface InletOptions {
  /** Under names that are harmless. */
  files: readonly FileInfo[];
  keeping: Keeping;
  hold(): Hold;
  load(): Load;
  /** On "control". */
  say(message: ControlMessage): void;
  /** This file is here, and is what was sent. */
  whole(file: number, content: File): void;
  finished(): void;
  failed(reason: "corrupt" | "too-much" | "no-room"): void;
  /** Nobody can tell what comes by this connection: it is of no use. */
  confused(): void;
}

export class Inlet {
  readonly #options: InletOptions;
  readonly #shelves: Shelf[];
  /** Files that are whole: those before this one. */
  #whole = 0;
  #intake: Intake = wanting(0, 0);
  /** The piece that comes, and how much of it is here. */
  #piece = new Uint8Array(0);
  #filled = 0;
  /** What has come and is not kept yet, in bytes. */
  #unkept = 0;
  /** One thing after the other is kept; what belongs to an earlier run is in vain. */
  #work: Promise<void> = Promise.resolve();
  #run = 0;
  #closed = false;
  /** The file that has come damaged, or could not be kept, once. */
  #damaged: number | undefined;

  constructor(options: InletOptions) {
    this.#options = options;
    this.#shelves = options.files.map((file) => new Shelf(file, options.keeping));
  }

  /** What has come of a file, in bytes. */
  moved(file: number): number {
    const { size } = this.#options.files[file]!;
    if (file < this.#whole) return size;
    const coming = this.#intake.phase === "coming" && this.#intake.file === file ? this.#intake.at : 0;
    return Math.max(coming, this.#shelves[file]!.size);
  }

  isWhole(file: number): boolean {
    return file < this.#whole;
  }

  /** There is a connection: say what is wanted, once all that came by the one before is kept. */
  async resume(isCurrent: () => boolean): Promise<void> {
    this.#lay();
    const run = this.#run;
    await this.#work;
    if (isCurrent() && run === this.#run && !this.#closed) this.#want();
  }

  /** The connection is gone, and with it the piece that was coming. */
  lost(): void {
    this.#lay();
  }

  bytes(bytes: ArrayBuffer): void {
    const [intake, verdict] = tookBytes(this.#intake, bytes.byteLength, this.#options.files, this.#unkept);
    if (this.#closed || !this.#take(intake, verdict)) return;
    this.#unkept += bytes.byteLength;
    for (let at = 0; at < bytes.byteLength;) at += this.#fill(new Uint8Array(bytes, at));
  }

  label(label: Label): void {
    const { file } = this.#intake;
    const [intake, verdict] = tookLabel(this.#intake, label, this.#options.files);
    if (this.#closed) return;
    if (!this.#take(intake, verdict) || verdict !== "check") return;
    const theirs = String(label["digest"]);
    this.#later(file, (run) => this.#check(file, theirs, run));
  }

  /** Nothing more is wanted; what is not whole is thrown away. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#run++;
    for (const shelf of this.#shelves.slice(this.#whole)) shelf.discard();
  }

  /** What is whole is thrown away, too. */
  discard(): void {
    this.close();
    for (const shelf of this.#shelves.slice(0, this.#whole)) shelf.discard();
  }

  /** True if it is to be kept or checked. */
  #take(intake: Intake, verdict: Verdict): boolean {
    this.#intake = intake;
    if (verdict === "too-much") this.#options.failed("too-much");
    if (verdict === "confused") this.#options.confused();
    return verdict === "keep" || verdict === "check";
  }

  /** Put so much of these in the piece as it takes; returns how much that was. */
  #fill(bytes: Uint8Array<ArrayBuffer>): number {
    const { file, at } = this.#intake;
    const { size } = this.#options.files[file]!;
    if (this.#filled === 0) {
      // Where these begin: `at` is where all that came with them ends, which may be one piece further.
      const start = Math.floor((at - bytes.byteLength) / PIECE) * PIECE;
      const length = Math.min(PIECE, size - start);
      // Most messages are one whole piece: there is nothing to put together, or to copy.
      if (bytes.byteLength === length && bytes.buffer.byteLength === length) return this.#complete(file, bytes.buffer);
      this.#piece = new Uint8Array(length);
    }
    const part = bytes.subarray(0, this.#piece.byteLength - this.#filled);
    this.#piece.set(part, this.#filled);
    this.#filled += part.byteLength;
    if (this.#filled === this.#piece.byteLength) {
      this.#filled = 0;
      this.#complete(file, this.#piece.buffer);
    }
    return part.byteLength;
  }

  #complete(file: number, piece: ArrayBuffer): number {
    this.#later(file, (run) => this.#keep(file, piece, run));
    return piece.byteLength;
  }

  async #keep(file: number, bytes: ArrayBuffer, run: number): Promise<void> {
    const { say, load } = this.#options;
    const { byteLength } = bytes;
    const shelf = this.#shelves[file]!;
    await shelf.append(bytes);
    if (run !== this.#run) return;
    this.#unkept -= byteLength;
    say({ type: "got", data: { file, at: shelf.size, load: load() } });
  }

  async #check(file: number, theirs: string, run: number): Promise<void> {
    const { files, say, whole, finished } = this.#options;
    const shelf = this.#shelves[file]!;
    const ours = await shelf.digest();
    if (run !== this.#run) return;
    if (ours !== theirs) return this.#onceMore(file, 0);
    const content = await shelf.content();
    if (run !== this.#run) return;
    this.#whole = file + 1;
    whole(file, content);
    say({ type: "whole", data: { file } });
    if (this.#whole === files.length) finished();
  }

  /** Wants the file from there on, if it is the first time; what came of it, and of the next ones, meanwhile is in vain. */
  async #onceMore(file: number, from: number): Promise<void> {
    if (this.#damaged === file) return this.#options.failed("corrupt");
    this.#damaged = file;
    const run = ++this.#run;
    this.#lay();
    for (const [place, shelf] of this.#shelves.entries()) {
      if (place < file) continue;
      await shelf.cut(place === file ? from : 0);
      if (run !== this.#run) return;
    }
    this.#want();
  }

  #want(): void {
    const { files, hold, say } = this.#options;
    const file = this.#whole;
    const announced = files[file];
    if (!announced) return;
    const piece = this.#shelves[file]!.pieces;
    this.#intake = wanting(file, Math.min(piece * PIECE, announced.size));
    this.#unkept = 0;
    say({ type: "want", data: { file, piece, ...hold() } });
  }

  /** Forget the piece that is not complete: it comes again. */
  #lay(): void {
    this.#intake = wanting(this.#intake.file, this.#intake.at);
    this.#filled = 0;
  }

  #later(file: number, task: (run: number) => Promise<void>): void {
    this.#work = this.#after(this.#work, this.#run, file, task);
  }

  async #after(before: Promise<void>, run: number, file: number, task: (run: number) => Promise<void>): Promise<void> {
    await before;
    if (run !== this.#run) return;
    try {
      await task(run);
    } catch (error) {
      if (run !== this.#run) return;
      if (error instanceof Error && error.name === "QuotaExceededError") return this.#options.failed("no-room");
      // A full disk is the user's to mend; anything else may have been of this moment.
      await this.#onceMore(file, this.#shelves[file]!.size);
    }
  }
}
