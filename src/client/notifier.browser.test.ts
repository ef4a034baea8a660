/**
 * Notifications of people who call each other: those of the page, and of the worker's own code. Only the system is made up, which no
 * browser lets a test look at. When there is something to tell is tested in notifier.test.ts, what the worker does with it in src/worker.
 */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { clicked, guard, type Said, type Surroundings, told } from "../worker/notices.ts";
import { unseen } from "./recents.ts";
import { look, lookForReal } from "./testing/looking.ts";
import { accept, areConnected, type Person, stage, until } from "./testing/two-people.ts";

const town = stage();
const PAGE = "page";

/** What the system shows. */
let shown: Notification[];
/** What the worker did with its page. */
let focused: number;
let worker: Surroundings;

beforeEach(() => {
  [shown, focused] = [[], 0];
  const page = {
    id: PAGE,
    postMessage: (data: unknown) => workers.dispatchEvent(new MessageEvent("message", { data })),
    focus: async () => void focused++,
  };
  worker = {
    navigator,
    registration: {
      async showNotification(title: string, { tag, ...options }: NotificationOptions) {
        const close = () => (shown = shown.filter((other) => other !== notification));
        const notification = { title, tag, ...options, close } as unknown as Notification;
        shown = [...shown.filter((other) => other.tag !== tag), notification];
      },
      getNotifications: async () => shown,
    },
    clients: { get: async () => page, matchAll: async () => [page] },
  } as object as Surroundings;
  const controller = {
    // As src/worker/sw.ts has it.
    postMessage: (said: Said) => void Promise.all([told(said, PAGE, worker), guard(said, PAGE, worker)]),
  };
  const workers = Object.assign(new EventTarget(), { controller });
  Object.defineProperty(navigator, "serviceWorker", { configurable: true, value: workers });
  Object.defineProperty(Notification, "permission", { configurable: true, value: "granted" });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, "serviceWorker");
  Reflect.deleteProperty(Notification, "permission");
  lookForReal();
});

/** Ann, and Bob, who looks elsewhere, and whom the system tells of calls. */
function pair(): [Person, Person] {
  look(false);
  return [town.join("Ann"), town.join("Bob", { alerts: true })];
}

const titles = () => shown.map(({ title }) => title);
const shows = (...expected: string[]) =>
  until(`notifications: ${expected.join()}`, () => titles().join() === expected.join());
const reads = (person: Person, sentence: string) => person.until(sentence, ({ notice }) => notice === sentence);

/** The user touches the notification, or one of its buttons. */
async function touch(action: string): Promise<void> {
  const [notification] = shown;
  if (!notification) throw new Error("there is no notification");
  await clicked({ notification, action }, worker);
}

describe("a page that nobody looks at", () => {
  it("is called: the system tells who, and Accept connects with video", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    expect(shown[0]).to.deep.include({ body: "Incoming video call" });
    await touch("accept");
    await areConnected(ann, bob);
    await shows();
    expect(bob.devices.live.map(({ kind }) => kind).sort()).to.deep.equal(["audio", "video"]);
    expect(focused).to.equal(1);
  });

  it("is called by voice: Accept opens the microphone only", async () => {
    const [ann, bob] = pair();
    await ann.call(bob, false);
    await shows("Ann is calling");
    await touch("accept");
    await areConnected(ann, bob);
    expect(bob.devices.live.map(({ kind }) => kind)).to.deep.equal(["audio"]);
  });

  it("declines by its button, and leaves nothing behind", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    await touch("decline");
    await reads(ann, "Bob declined");
    await shows();
    expect(focused).to.equal(0);
  });

  it("does nothing about the next call by a button of the last one", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    const [last] = shown;
    ann.want({ type: "hang-up" });
    await shows("Missed call from Ann");
    await ann.call(bob);
    await bob.rings(ann);
    await clicked({ notification: last!, action: "decline" }, worker);
    await shows("Missed call from Ann", "Ann is calling");
    expect(bob.phase).to.equal("ringing");
  });

  it("goes on ringing when the notification itself is touched", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    await touch("");
    await shows();
    expect(bob.phase).to.equal("ringing");
    look(true);
    await accept(bob, ann);
  });

  it("leaves word of a call that was given up, until it is looked at", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    ann.want({ type: "hang-up" });
    await shows("Missed call from Ann");
    look(true);
    await shows();
    expect(unseen(bob.state.recents).map(({ ended }) => ended.peer.name)).to.deep.equal(["Ann"]);
    // Somebody who looks is told by the page.
    await ann.call(bob);
    await bob.rings(ann);
    await until("nothing is asked of the worker", async () => (await navigator.locks.query()).held?.length === 0);
    expect(titles()).to.deep.equal([]);
  });

  it("takes its notification with it when it is closed", async () => {
    const [ann, bob] = pair();
    await ann.call(bob);
    await shows("Ann is calling");
    bob.leave();
    await shows();
  });

  it("says nothing of calls that come while it is not to be disturbed", async () => {
    const [ann, bob] = pair();
    bob.want({ type: "prefer", wish: { doNotDisturb: true } });
    await ann.until("do not disturb", ({ people }) => people.some(({ status }) => status === "do-not-disturb"));
    await ann.call(bob);
    await reads(ann, "Bob is busy");
    await bob.until("a missed call", ({ recents }) => unseen(recents).length === 1);
    await until("nothing is asked of the worker", async () => (await navigator.locks.query()).held?.length === 0);
    expect(titles()).to.deep.equal([]);
  });
});
