/**
 * In one browser all tabs are one person, and one of them is the phone: the one that holds a lock (W3C web-locks). Another
 * one takes over by itself if the phone is neither looked at nor in a call; otherwise its user is asked. Whoever
 * gives way says its goodbyes first, while its connection is still its own.
 */
import * as v from "valibot";

const NAME = "earshot-phone";
/** How long a tab may take to answer, in milliseconds: one that the browser has put to sleep never does. */
const ANSWER = 500;

/** What tabs say to each other. */
const Said = v.variant("say", [
  /** A tab was opened: is the phone in use? */
  v.object({ say: v.literal("in-use?") }),
  /** The phone answers. */
  v.object({ say: v.literal("phone"), engaged: v.boolean() }),
  /** Another tab is to be the phone. */
  v.object({ say: v.literal("yield") }),
  /** The phone has said its goodbyes. */
  v.object({ say: v.literal("yielded") }),
]);
type Said = v.InferOutput<typeof Said>;

export interface TabsOptions {
  /** This tab is the phone from now on. */
  taken(): void;
  /** It is not any more: say goodbye. */
  yielded(): void;
  /** Another tab is, and in use. This one takes over when that is closed, or when its user wants it: see `use`. */
  elsewhere(): void;
  /** Whether this tab is looked at, or in a call. */
  engaged(): boolean;
  /** Absent in browsers that have none: then whoever came last is the phone, by the server's word. */
  locks?: LockManager | undefined;
}

export class Tabs {
  readonly #options: TabsOptions;
  #channel: BroadcastChannel | undefined;
  #answered: ((said: Said) => void) | undefined;
  #using: Promise<void> | undefined;
  /** Lets the lock go. */
  #release: (() => void) | undefined;
  /** Stops waiting for it. */
  #waiting: AbortController | undefined;
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
    this.#channel = new BroadcastChannel(NAME);
    this.#channel.onmessage = ({ data }) => this.#heard(data);
    if (await this.#lock({ ifAvailable: true })) return this.#take(run);
    const answer = await this.#ask({ say: "in-use?" }, "phone");
    if (run !== this.#run) return;
    if (answer?.say !== "phone" || !answer.engaged) return this.use();
    elsewhere();
    this.#wait();
  }

  /** Be the phone, whatever another tab does: its user wants that, or nobody uses it. */
  use(): Promise<void> {
    return (this.#using ??= this.#takeOver().finally(() => (this.#using = undefined)));
  }

  /** The page goes away. */
  stop(): void {
    this.#run++;
    this.#waiting?.abort();
    this.#release?.();
    this.#channel?.close();
    this.#channel = undefined;
  }

  async #takeOver(): Promise<void> {
    const { locks, taken } = this.#options;
    // Held here already, where another device was the phone.
    if (!locks || this.#release) return taken();
    const run = this.#run;
    await this.#ask({ say: "yield" }, "yielded");
    if (run !== this.#run) return;
    this.#waiting?.abort();
    if (await this.#lock({ steal: true })) this.#take(run);
  }

  #take(run: number): void {
    if (run === this.#run) this.#options.taken();
    else this.#release?.();
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
      const held = this.#options.locks?.request(NAME, options, (lock) => {
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
    this.#options.yielded();
    this.#wait();
    setTimeout(release, 4 * ANSWER);
  }

  #heard(data: unknown): void {
    const said = v.safeParse(Said, data);
    if (!said.success) return;
    this.#answered?.(said.output);
    if (!this.#release) return;
    if (said.output.say === "in-use?") this.#say({ say: "phone", engaged: this.#options.engaged() });
    if (said.output.say !== "yield") return;
    this.#yield();
    this.#say({ say: "yielded" });
  }

  /** The first answer of this kind; undefined if there is none in time. */
  #ask(question: Said, answer: Said["say"]): Promise<Said | undefined> {
    return new Promise((resolve) => {
      const done = (said: Said | undefined): void => {
        clearTimeout(timer);
        this.#answered = undefined;
        resolve(said);
      };
      const timer = setTimeout(() => done(undefined), ANSWER);
      this.#answered = (said) => said.say === answer && done(said);
      this.#say(question);
    });
  }

  #say(said: Said): void {
    this.#channel?.postMessage(said);
  }
}
