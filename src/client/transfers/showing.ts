/** Tells how a handing over gets on, twice a second at most. */
import type { Handover } from "../../transfer/handover.ts";
import { totalOf } from "../../transfer/manifest.ts";
import { type Course, leftOf, looked, speedOf } from "../../transfer/progress.ts";
import type { Transfer } from "../talk-state.ts";

/** How often at most, in milliseconds. */
const EVERY = 500;

export interface ShowingOptions {
  peer: Transfer["peer"];
  handover(): Handover;
  /** How far a file has got. */
  file(place: number): Pick<Transfer["files"][number], "moved" | "whole" | "thumbnail" | "url">;
  /** Of an incoming offer. */
  room(): Pick<Transfer, "limit" | "obstacle">;
  show(transfer: Transfer): void;
}

export class Showing {
  readonly #options: ShowingOptions;
  #course: Course = [];
  #shown = -Infinity;
  #next: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: ShowingOptions) {
    this.#options = options;
  }

  /** Something has changed: show it now, or as soon as it may be. */
  update(): void {
    if (this.#closed || this.#next !== undefined) return;
    const wait = this.#shown + EVERY - performance.now();
    if (wait <= 0) return this.#show();
    this.#next = setTimeout(() => this.#show(), wait);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#next);
  }

  #show(): void {
    this.#next = undefined;
    this.#shown = performance.now();
    const { handover, show } = this.#options;
    show(this.#transfer(handover()));
    // Nothing tells when bytes leave, or stop to.
    if (handover().phase === "moving") this.update();
  }

  #transfer(handover: Handover): Transfer {
    const { peer, file, room } = this.#options;
    const { mid, direction, phase, hold, shown, outcome } = handover;
    const files = handover.files.map((info, place) => ({ ...info, ...file(place) }));
    const moved = files.reduce((sum, one) => sum + one.moved, 0);
    const total = totalOf(files);
    const held = hold.paused && (phase === "waiting" || phase === "moving");
    const moves = phase === "moving" && !held;
    this.#course = moves ? looked(this.#course, performance.now(), moved) : [];
    return {
      mid,
      peer,
      direction,
      files,
      phase: held ? "paused" : phase,
      shown,
      outcome,
      moved,
      total,
      speed: speedOf(this.#course),
      left: leftOf(this.#course, total),
      ...room(),
    };
  }
}
