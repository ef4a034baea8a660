/** One person: a browser with a page or two, one of which is the phone, and the recent calls that they share. */
import type { Ended, Party } from "../../src/call/call.ts";
import { KEPT } from "../../src/call/line.ts";
import { type MissedCalls, note, noteMissed, type Recents } from "../../src/client/recents.ts";
import { Page } from "./page.ts";
import type { Delay } from "./random.ts";
import type { World } from "./world.ts";

/** As in call-log.ts: for how long a page agrees about calls that are over, in milliseconds. */
const AGREE = 120_000;

export class Person {
  readonly id: string;
  readonly world: World;
  /** How long frames take to the server and back. */
  readonly up: Delay;
  readonly down: Delay;
  /** Those that are open. */
  pages: Page[] = [];
  /** They do not want to be disturbed: all their pages know at once, which read it where they keep their settings. */
  undisturbed = false;
  /** Gone for good. */
  lost = false;
  /** Without a network, until this moment (milliseconds). */
  offlineUntil = 0;
  /** A page of theirs crashed: what rang in it is in no record. */
  crashed = false;
  recents: Recents = [];
  #past: readonly Ended[] = [];
  #pastUntil = -1;

  constructor(id: string, world: World) {
    this.id = id;
    this.world = world;
    this.up = world.random.delay();
    this.down = world.random.delay();
  }

  get party(): Party {
    return { id: this.id, name: this.id, legacy: false };
  }

  /** Calls that are over and can still be agreed upon, the latest first. */
  get past(): readonly Ended[] {
    const { now } = this.world.clock;
    if (now >= this.#pastUntil) {
      const fresh = this.recents.filter(({ until }) => now - until < AGREE).slice(0, KEPT);
      this.#past = fresh.map(({ ended }) => ended);
      this.#pastUntil = Math.min(...fresh.map(({ until }) => until + AGREE));
    }
    return this.#past;
  }

  /** A page is opened. */
  open(): Page {
    const page = new Page(this);
    this.pages.push(page);
    page.start();
    return page;
  }

  /** The network of this device is gone for so many milliseconds. */
  goOffline(ms: number): void {
    this.world.note(`${this.id} is offline for ${ms}`);
    this.offlineUntil = Math.max(this.offlineUntil, this.world.clock.now + ms);
    for (const page of this.pages) page.cut();
  }

  /** The device dies, and nobody ever sees it again. */
  die(): void {
    this.world.note(`${this.id} is lost for good`);
    this.lost = true;
    for (const page of this.pages) page.crash();
  }

  /** They do not want to be disturbed from now on, or may be again. */
  doNotDisturb(on: boolean): void {
    this.world.note(`${this.id} ${on ? "is not to" : "may"} be disturbed`);
    this.undisturbed = on;
    if (on) for (const page of this.pages) page.dispatch({ type: "do-not-disturb" });
  }

  begins(call: string): void {
    this.#keep(this.recents.filter(({ ended }) => ended.call !== call));
  }

  /** A call is over in this page; the others read it in the storage that they share. */
  ended(ended: Ended, here: Page): void {
    const { clock } = this.world;
    this.#keep(note(this.recents, ended, clock.now, clock.now));
    if (this.pages.length < 2) return;
    clock.after(10, () => {
      for (const page of this.pages) if (page !== here) page.dispatch({ type: "relisted" });
    });
  }

  missed(calls: MissedCalls): void {
    this.#keep(noteMissed(this.recents, calls));
  }

  #keep(recents: Recents): void {
    this.recents = recents;
    this.#pastUntil = -1;
  }
}
