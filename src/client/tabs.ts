/**
 * In one browser all tabs are one person, and one of them is the phone: the one that holds a lock (W3C web-locks). Another
 * one takes over by itself if the phone is neither looked at nor in a call; otherwise its user is asked. Whoever
 * gives way says its goodbyes first, while its connection is still its own.
 */

/** Held by the phone; and, beside it, for as long as that is in use: a tab that is too busy to answer still holds it. */
const PHONE = "earshot-phone";
const IN_USE = "earshot-in-use";
const CHANNEL = "earshot-tabs";
/** How long the phone may take for its goodbyes, in milliseconds: one that the browser has put to sleep says none. */
const GOODBYES = 1_000;

/** What tabs say to each other: let me be the phone; I am it no more. */
type Said = "yield" | "yielded";

export interface TabsOptions {
  /** This tab is the phone from now on. */
  taken(): void;
  /** It is not any more: say goodbye. */
  yielded(): void;
  /** Another tab is, and in use. This one takes over when that is closed, or when its user wants it: see `use`. */
  elsewhere(): void;
  /** Absent in browsers that have none: then whoever came last is the phone, by the server's word. */
  locks?: LockManager | undefined;
}

export class Tabs {
  readonly #options: TabsOptions;
  #channel: BroadcastChannel | undefined;
  #heard: ((said: Said) => void) | undefined;
  /** Lets the lock go; present in the tab that is the phone. */
  #release: (() => void) | undefined;
  /** Stops waiting for it. */
  #waiting: AbortController | undefined;
  #taking: Promise<void> | undefined;
  #inUse = false;
  #leaveUnused: (() => void) | undefined;
  /** Raised by `start` and `stop`: what was begun before means nothing any more. */
  #run = 0;

  constructor(options: TabsOptions) {
    this.#options = options;
  }

  /** The page is opened: be the phone, unless another tab is one in use. */
  async start(): Promise<void> {
    const { locks, taken, elsewhere } = this.#options;
    const run = ++this.#run;
    if (!locks) return taken();
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#answer(data);
    if (await this.#lock({ ifAvailable: true })) return this.#take(run);
    const { held } = await locks.query();
    if (run !== this.#run) return;
    if (!held?.some(({ name }) => name === IN_USE)) return this.use();
    elsewhere();
    this.#wait();
  }

  /** Be the phone, whatever another tab does: its user wants that, or nobody uses it. */
  use(): Promise<void> {
    return (this.#taking ??= this.#takeOver().finally(() => (this.#taking = undefined)));
  }

  /** Whether this tab is looked at, or in a call, from now on. */
  engage(inUse: boolean): void {
    this.#inUse = inUse;
    this.#showUse();
  }

  /** The page goes away. */
  stop(): void {
    this.#run++;
    this.#waiting?.abort();
    this.#release?.();
    this.#release = undefined;
    this.#showUse();
    this.#channel?.close();
    this.#channel = undefined;
  }

  async #takeOver(): Promise<void> {
    const { locks, taken } = this.#options;
    // Held here already, where another device was the phone.
    if (!locks || this.#release) return taken();
    const run = this.#run;
    await this.#goodbyes();
    if (run !== this.#run) return;
    this.#waiting?.abort();
    if (await this.#lock({ steal: true })) this.#take(run);
  }

  /** Ask the phone to give way, and wait until it has. */
  #goodbyes(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, GOODBYES);
      this.#heard = (said) => {
        if (said !== "yielded") return;
        clearTimeout(timer);
        resolve();
      };
      this.#channel?.postMessage("yield" satisfies Said);
    });
  }

  #take(run: number): void {
    if (run !== this.#run) return this.#release?.();
    this.#showUse();
    this.#options.taken();
  }

  /** Be the phone when the tab that is it is closed. */
  #wait(): void {
    const run = this.#run;
    this.#waiting = new AbortController();
    void this.#lock({ signal: this.#waiting.signal }).then((got) => got && this.#take(run));
  }

  /** Ask for the lock; true once it is held, false if it is not to be had. */
  #lock(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      let mine: (() => void) | undefined;
      const held = this.#options.locks?.request(PHONE, options, (lock) => {
        resolve(lock !== null);
        return lock && new Promise<void>((release) => (this.#release = mine = release));
      });
      held?.catch(() => {
        // Not waited for any more, or stolen.
        resolve(false);
        if (mine && this.#release === mine) this.#yield();
      });
    });
  }

  /** Another tab takes over. It steals the lock, lest one of those that wait get it; if it does not, they do. */
  #yield(): void {
    const release = this.#release;
    if (!release) return;
    this.#release = undefined;
    this.#showUse();
    this.#options.yielded();
    this.#wait();
    setTimeout(release, 2 * GOODBYES);
  }

  #answer(said: Said): void {
    this.#heard?.(said);
    if (said !== "yield" || !this.#release) return;
    this.#yield();
    this.#channel?.postMessage("yielded" satisfies Said);
  }

  /** Hold the second lock exactly while this tab is the phone and in use. */
  #showUse(): void {
    const used = (): boolean => this.#inUse && this.#release !== undefined;
    if (!used()) {
      this.#leaveUnused?.();
      this.#leaveUnused = undefined;
    } else if (!this.#leaveUnused) {
      const unused = new Promise<void>((resolve) => (this.#leaveUnused = resolve));
      // Released before it was granted, it is held for no time at all.
      void this.#options.locks?.request(IN_USE, () => unused);
    }
  }
}
