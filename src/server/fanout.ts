/**
 * Saying the same to many, a few at a time. What is said is a log, and each listener has a place in it: who has not been reached
 * yet, and is told something else first, is brought up to date before.
 */
import { inSlices, type Turns } from "./slices.ts";

export class Fanout<L> {
  readonly #send: (listener: L, frame: Buffer) => void;
  readonly #turns: Turns;
  /** How many frames of the log each listener has been sent. */
  readonly #places = new Map<L, number>();
  /** Those that somebody may not have yet, and the number of frames before them. */
  #frames: readonly { frame: Buffer; except: L | undefined }[] = [];
  #before = 0;
  #running = false;

  constructor(send: (listener: L, frame: Buffer) => void, turns: Turns) {
    this.#send = send;
    this.#turns = turns;
  }

  /** They hear what is said from now on. */
  add(listener: L): void {
    this.#places.set(listener, this.#end);
  }

  delete(listener: L): void {
    this.#places.delete(listener);
  }

  has(listener: L): boolean {
    return this.#places.has(listener);
  }

  /** Say this to everyone who listens now, but for one. */
  publish(frame: Buffer, except?: L): void {
    if (this.#places.size === 0) return;
    this.#frames = [...this.#frames, { frame, except }];
    if (this.#running) return;
    this.#running = true;
    this.#round();
  }

  /** Send what this one has not been reached by yet. */
  catchUp(listener: L): void {
    const place = this.#places.get(listener);
    if (place === undefined || place === this.#end) return;
    this.#places.set(listener, this.#end);
    for (const { frame, except } of this.#frames.slice(place - this.#before))
      if (listener !== except) this.#send(listener, frame);
  }

  /** How many listen. */
  get size(): number {
    return this.#places.size;
  }

  get #end(): number {
    return this.#before + this.#frames.length;
  }

  /** Everyone once. After it, everyone has what was said before it; what was said meanwhile needs another one. */
  #round(): void {
    const end = this.#end;
    const done = (): void => {
      this.#frames = this.#frames.slice(end - this.#before);
      this.#before = end;
      this.#running = this.#frames.length > 0;
      if (this.#running) this.#turns.later(() => this.#round());
    };
    inSlices(this.#places.keys(), (listener) => this.catchUp(listener), done, this.#turns);
  }
}
