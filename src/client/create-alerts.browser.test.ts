/** Sound, and the lock of the screen, of people who call each other. Which tone is due, and how it sounds, is tested in ringing.test.ts and ringer.browser.test.ts. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { sendMouse } from "@web/test-runner-commands";
import { all, asPhone, one, textOf } from "./components/testing.ts";
import { pageOf } from "./testing/page-of.ts";
import { areConnected, type Person, stage, until } from "./testing/two-people.ts";
import { type ToneName, TONES } from "./tones.ts";

const town = stage();
const { start } = AudioBufferSourceNode.prototype;
/** The tones that were played by anybody, in this order. */
let played: { readonly tone: ToneName; readonly context: BaseAudioContext; ended: boolean }[];

before(asPhone);
beforeEach(() => {
  played = [];
  AudioBufferSourceNode.prototype.start = function (this: AudioBufferSourceNode, ...when: Parameters<typeof start>) {
    const { context, buffer } = this;
    const isIt = (name: ToneName) => Math.abs(TONES[name].period - (buffer?.duration ?? 0)) < 0.001;
    const tone = (Object.keys(TONES) as ToneName[]).find(isIt);
    if (tone) {
      const one = { tone, context, ended: false };
      played.push(one);
      this.addEventListener("ended", () => (one.ended = true));
    }
    start.apply(this, when);
  };
});
afterEach(() => {
  AudioBufferSourceNode.prototype.start = start;
});

/** The tones that sound at this moment; nothing does in a context that is suspended. */
function sounding(): string {
  const now = played.filter(({ context, ended }) => context.state === "running" && !ended);
  return now
    .map(({ tone }) => tone)
    .sort()
    .join();
}

const sounds = (...tones: ToneName[]) => until(`sounding: ${tones.join()}`, () => sounding() === tones.join());
const reads = (person: Person, sentence: string) => person.until(sentence, ({ notice }) => notice === sentence);
/** Waits for the element of this role and name, and for nothing that moves. */
const shows = (role: string, name: string) => until(`${role} ${name}`, () => all(role, name).length === 1);

describe("the ring", () => {
  const pair = () => ["Ann", "Bob"].map((name) => town.join(name, { alerts: true })) as [Person, Person];

  it("sounds on both sides, stops where it is silenced, and goes on for the caller", async () => {
    const [ann, bob] = pair();
    const page = await pageOf(bob);
    await ann.call(bob);
    await sounds("ring", "ringback");
    one("button", "Silence").click();
    await sounds("ringback");
    expect(textOf(page)).to.contain("Silenced");
    one("button", "Accept").click();
    await areConnected(ann, bob);
    await sounds();
    ann.want({ type: "hang-up" });
    await reads(bob, "Ann hung up");
    // The next one rings again.
    await ann.call(bob);
    await sounds("ring", "ringback");
    one("button", "Decline").click();
    await reads(ann, "Bob declined");
    await sounds();
  });

  it("is not heard by who wants silence or no volume, but seen", async () => {
    const [ann, bob] = pair();
    await pageOf(bob);
    for (const wish of [{ silent: true }, { silent: false, ringVolume: 0 }]) {
      bob.want({ type: "prefer", wish });
      await ann.call(bob);
      await shows("dialog", "Ann is calling");
      await sounds("ringback");
      ann.want({ type: "hang-up" });
      await bob.until("no call", ({ call }) => call.phase === "idle");
      await sounds();
    }
    expect(played.map(({ tone }) => tone)).not.to.include("ring");
    bob.want({ type: "prefer", wish: { ringVolume: 0.5 } });
    bob.want({ type: "test-ring" });
    await sounds("ring");
    await sounds();
  });

  it("says what it waits for where the browser plays nothing yet, and is heard from the first touch on", async () => {
    const Native = AudioContext;
    let touched = false;
    const touch = () => (touched = true);
    addEventListener("pointerdown", touch, true);
    window.AudioContext = class extends Native {
      constructor() {
        super();
        void this.suspend();
      }
      override resume(): Promise<void> {
        return touched ? super.resume() : new Promise(() => undefined);
      }
    };
    try {
      const [ann, bob] = [town.join("Ann"), town.join("Bob", { alerts: true })];
      const page = await pageOf(bob);
      await ann.call(bob);
      await until("a word about sound", () => textOf(page).includes("Tap anywhere for sound"));
      expect(sounding()).to.equal("");
      const { left, top, width, height } = one("heading", "Ann").getBoundingClientRect();
      const middle: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
      await sendMouse({ type: "click", position: middle });
      await sounds("ring");
      await until("no word about sound", () => !textOf(page).includes("Tap anywhere for sound"));
      one("button", "Decline").click();
      await sounds();
    } finally {
      removeEventListener("pointerdown", touch, true);
      window.AudioContext = Native;
    }
  });
});

describe("a phone that is put down", () => {
  /** What the browser does when it is asked to keep the screen on. */
  let keeps: () => Promise<WakeLockSentinel>;
  /** The locks that were given, and are not given back. */
  let locks: Pick<WakeLockSentinel, "release">[];

  beforeEach(() => {
    locks = [];
    keeps = async () => {
      const lock = {
        released: false,
        async release() {
          lock.released = true;
          locks = locks.filter((other) => other !== lock);
        },
      };
      locks.push(lock);
      return lock as typeof lock & WakeLockSentinel;
    };
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: { request: () => keeps() } });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, "wakeLock");
    sessionStorage.clear();
  });

  const dimmed = () => all("dialog", "Staying reachable").length === 1;

  it("can keep its screen on, dimmed, rings all the same, and is dimmed again after the call", async () => {
    const ann = town.join("Ann");
    const bob = town.join("Bob", { device: "phone", alerts: true });
    const page = await pageOf(bob);
    expect(textOf(page)).to.contain("A phone that sleeps cannot ring");
    one("button", "Stay reachable").click();
    await until("a dimmed screen", dimmed);
    await until("the screen kept on", () => locks.length === 1);
    await ann.call(bob);
    await shows("dialog", "Ann is calling");
    one("button", "Accept").click();
    await areConnected(ann, bob);
    await until("the call in place of the dimmed screen", () => !dimmed() && all("region").length === 1);
    expect(locks.length).to.equal(1);
    ann.want({ type: "hang-up" });
    await until("a dimmed screen again", dimmed);
    page.remove();
    bob.leave();

    // As for a new version.
    const [lock] = locks.splice(0);
    await lock?.release();
    const again = town.join("Bob", { device: "phone", alerts: true, storage: bob.storage });
    const next = await pageOf(again);
    await until("a dimmed screen after a reload", dimmed);
    await until("the screen kept on after a reload", () => locks.length === 1);
    one("dialog", "Staying reachable").querySelector("button")?.click();
    await until("the screen let go", () => locks.length === 0 && !dimmed());
    next.remove();
    again.leave();

    // What was read once is not said again.
    const last = await pageOf(town.join("Bob", { device: "phone", alerts: true, storage: bob.storage }));
    await shows("button", "Stay reachable");
    expect(textOf(last)).not.to.contain("A phone that sleeps cannot ring");
    expect(locks).to.deep.equal([]);
  });

  it("is told when the browser does not keep its screen on", async () => {
    keeps = () => Promise.reject(new DOMException("low battery", "NotAllowedError"));
    const bob = town.join("Bob", { device: "phone", alerts: true });
    const page = await pageOf(bob);
    one("button", "Stay reachable").click();
    await until("a word about the screen", () => textOf(page).includes("could not keep the screen on"));
    await until("no dialog", () => all("dialog").length === 0);
  });

  it("is no computer, which needs no such thing", async () => {
    expect(textOf(await pageOf(town.join("Bob", { alerts: true })))).not.to.contain("Stay reachable");
  });
});
