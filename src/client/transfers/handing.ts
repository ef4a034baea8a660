/** One handing over, at either side: performs what src/transfer decides, with a connection, the files and timers. */
import type { ControlMessage, Label } from "../../protocol/handing.ts";
import type { FilesMessage } from "../../protocol/talk.ts";
import type { Effect, HandoverEvent } from "../../transfer/event.ts";
import { type Handover, reduce } from "../../transfer/handover.ts";
import { FilesLink } from "./files-link.ts";
import { Inlet } from "./inlet.ts";
import { Outlet } from "./outlet.ts";
import { Pictures } from "./pictures.ts";
import { Showing } from "./showing.ts";
import { HandoverTimers } from "./timekeeping.ts";
import type { Transfer } from "../talk-state.ts";
import type { TransfersOptions } from "./transfers.ts";

/** Browsers drop some of many downloads that begin at the same time; in milliseconds. */
const BETWEEN = 200;

export interface HandingOptions {
  services: TransfersOptions;
  peer: Transfer["peer"];
  handover: Handover;
  /** What is to be sent; absent at the receiver. */
  files?: readonly File[];
}

export class Handing {
  readonly peer: Transfer["peer"];
  readonly #services: TransfersOptions;
  #handover: Handover;
  readonly #files: readonly File[] | undefined;
  readonly #outlet: Outlet | undefined;
  readonly #inlet: Inlet | undefined;
  readonly #pictures: Pictures;
  readonly #showing: Showing;
  readonly #timers: HandoverTimers;
  readonly #received: (File | undefined)[] = [];
  #link: FilesLink | undefined;
  /** Files that the other has whole: those before this one. */
  #arrived = 0;
  #room: Pick<Transfer, "limit" | "obstacle"> = {};
  /** One file after the other is handed to the browser's downloads. */
  #saving: Promise<void> = Promise.resolve();

  constructor({ services, peer, handover, files }: HandingOptions) {
    this.#services = services;
    this.peer = peer;
    this.#handover = handover;
    this.#files = files;
    this.#timers = new HandoverTimers((timer) => this.dispatch({ type: "timeout", timer }));
    this.#showing = new Showing({
      peer,
      handover: () => this.#handover,
      file: (place) => this.#progress(place),
      room: () => this.#room,
      show: services.changed,
    });
    this.#pictures = new Pictures(services.thumbnail, () => this.#showing.update());
    if (files) this.#outlet = this.#sending(files);
    else this.#inlet = this.#receiving();
  }

  get handover(): Handover {
    return this.#handover;
  }

  /** What did not arrive, of the user's own. */
  get missing(): readonly File[] {
    return this.#files?.slice(this.#handover.outcome === "done" ? this.#files.length : this.#arrived) ?? [];
  }

  /** Offer it. */
  begin(): void {
    this.#showing.update();
    this.#files?.forEach((file, place) => void this.#pictures.draw(place, file));
    this.dispatch({ type: "begin" });
  }

  /** Show an offer of somebody, and what this device can take of it. */
  offered(room: Pick<Transfer, "limit" | "obstacle">): void {
    this.#room = room;
    this.#showing.update();
  }

  dispatch(event: HandoverEvent): void {
    const before = this.#handover;
    const [next, ...effects] = reduce(before, event);
    this.#handover = next;
    if (next.hold !== before.hold) this.#outlet?.hold(next.hold.paused);
    for (const effect of effects) this.#perform(effect);
    this.#timers.follow(this.#handover);
    if (next !== before) this.#showing.update();
  }

  /** Hand one received file, or all of them, to the browser's downloads, one after the other. */
  save(place?: number): void {
    for (const file of place === undefined ? this.#received : [this.#received[place]])
      if (file) this.#saving = this.#after(this.#saving, file);
  }

  /** Nobody looks at it any more. What was to be saved still is: only then it is thrown away. */
  forget(): void {
    this.dispatch({ type: "cancel" });
    this.#showing.close();
    this.#pictures.close();
    void this.#saving.then(() => this.#inlet?.discard());
  }

  async #after(before: Promise<void>, file: File): Promise<void> {
    await before;
    this.#services.save(file);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }

  #perform(effect: Effect): void {
    switch (effect.do) {
      case "post":
        // Where there is no way at this moment, it is said again when there is one: see `reaches`.
        return void this.#services.post(this.peer.id, effect.message);
      case "say":
        return void this.#link?.say(effect.message);
      case "connect":
        return this.#connect(effect.attempt);
      case "signal":
        return this.#link?.signal(effect.word);
      case "repeat":
        return this.#link?.repeat();
      case "close":
        this.#outlet?.stop();
        this.#inlet?.lost();
        this.#link?.close(effect.tell);
        this.#link = undefined;
        return;
      case "over":
        return this.#over(effect.outcome);
    }
  }

  #over(outcome: Handover["outcome"]): void {
    if (outcome === "done" && this.#files) this.#arrived = this.#files.length;
    this.#inlet?.close();
    if (outcome === "done") this.save();
  }

  #connect(attempt: number): void {
    const { iceServers, connect, load } = this.#services;
    const link: FilesLink = new FilesLink({
      iceServers: iceServers(),
      offers: this.#files !== undefined,
      connect,
      load,
      on: {
        word: (word) => this.dispatch({ type: "gathered", attempt, word }),
        opened: () => {
          this.dispatch({ type: "opened", attempt });
          void this.#inlet?.resume(() => this.#link === link);
        },
        lost: () => this.dispatch({ type: "lost", attempt }),
        said: (message) => this.#said(link, message),
        label: (label: Label) => this.#inlet?.label(label),
        bytes: (bytes) => this.#inlet?.bytes(bytes),
        drained: () => this.#outlet?.drained(),
      },
    });
    this.#link = link;
  }

  /** On "control". */
  #said(link: FilesLink, message: ControlMessage): void {
    switch (message.type) {
      case "want": {
        const { file, piece, paused, n } = message.data;
        this.dispatch({ type: "held", hold: { paused, n } });
        if (this.#link !== link) return;
        this.#arrived = Math.max(this.#arrived, file);
        return this.#outlet?.want(link, file, piece);
      }
      case "hold":
        return this.dispatch({ type: "held", hold: { paused: message.data.paused, n: message.data.n } });
      case "got":
        this.#outlet?.load(message.data.load);
        return this.#outlet?.got(message.data.file, message.data.at);
      case "whole":
        this.#arrived = Math.max(this.#arrived, message.data.file + 1);
        return this.#showing.update();
      case "beat":
        return this.#outlet?.load(message.data.load);
      case "end": {
        const { mid } = this.#handover;
        const word: FilesMessage = { type: "files-end", data: { mid, reason: message.data.reason } };
        return this.dispatch({ type: "received", message: word });
      }
    }
  }

  #sending(files: readonly File[]): Outlet {
    return new Outlet({
      files,
      load: this.#services.load,
      unreadable: (file) => {
        this.#services.problem({ why: "unreadable", file: files[file]!.name });
        this.dispatch({ type: "failed", reason: "unreadable" });
      },
    });
  }

  #receiving(): Inlet {
    const { keeping, load } = this.#services;
    return new Inlet({
      files: this.#handover.files,
      keeping,
      load,
      hold: () => this.#handover.hold,
      say: (message) => void this.#link?.say(message),
      whole: (place, content) => {
        this.#received[place] = content;
        this.#pictures.came(place, content);
        void this.#pictures.draw(place, content);
        this.#showing.update();
      },
      finished: () => this.dispatch({ type: "finished" }),
      failed: (reason) => this.dispatch({ type: "failed", reason }),
      confused: () => this.dispatch({ type: "lost", attempt: this.#handover.attempt }),
    });
  }

  #progress(place: number): Pick<Transfer["files"][number], "moved" | "whole" | "thumbnail" | "url"> {
    const [thumbnail, url] = [this.#pictures.thumbnail(place), this.#pictures.url(place)];
    const seen = { ...(thumbnail !== undefined && { thumbnail }), ...(url !== undefined && { url }) };
    if (this.#inlet) return { moved: this.#inlet.moved(place), whole: this.#inlet.isWhole(place), ...seen };
    const whole = place < this.#arrived;
    return { moved: whole ? this.#handover.files[place]!.size : this.#outlet!.moved(place), whole, ...seen };
  }
}
