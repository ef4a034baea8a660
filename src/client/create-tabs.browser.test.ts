/** Two tabs of one browser, and calls in them; who is the phone is tested in tabs.browser.test.ts. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { accept, connect, FACE, type Person, stage, until } from "./testing/two-people.ts";

const town = stage();

/** Whether a tab of Ann's is held to be in use, by the lock that says so. */
const inUse = async (): Promise<boolean> =>
  (await navigator.locks.query()).held?.some(({ name }) => name === "earshot-in-use") ?? false;

/** Ann at the first tab of her browser, and Bob. */
async function pair(): Promise<[Person, Person]> {
  const ann = town.join("Ann", { tab: "first" });
  const bob = town.join("Bob");
  // Nothing comes later by which her page would look again whether it is in use.
  await ann.until("Bob and devices", ({ people, media }) => people.length > 0 && media.microphones.length > 0);
  await until("a tab in use", inUse);
  return [ann, bob];
}

const anotherTab = (first: Person): Person => town.join(first.name, { tab: { first } });
const isPhone = (person: Person) => person.until("online", ({ connection }) => connection === "online");
const isElsewhere = (person: Person) => person.until("replaced", ({ connection }) => connection === "replaced");
const reads = (person: Person, sentence: string) => person.until(sentence, ({ notice }) => notice === sentence);

describe("a second tab of one browser", () => {
  afterEach(() => {
    // That of its prototype is back then.
    Reflect.deleteProperty(document, "visibilityState");
  });

  /** The user turns to this page, or away from it. */
  function look(here: boolean): void {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: here ? "visible" : "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  }

  it("asks its user while the first is looked at, and takes over by itself once nobody looks at that", async () => {
    const [ann] = await pair();
    const second = anotherTab(ann);
    await isElsewhere(second);
    expect(ann.state.connection).to.equal("online");
    look(false);
    await until("no tab in use", async () => !(await inUse()));
    const third = anotherTab(ann);
    await isPhone(third);
    await isElsewhere(ann);
  });

  it("is not taken for unused while it calls, although nobody looks at it", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    look(false);
    const second = anotherTab(ann);
    await isElsewhere(second);
    expect(ann.phase).to.equal("connected");
  });

  it("does not disturb a call in the first, unless its user says so: then that ends, and the other reads why", async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    const second = anotherTab(ann);
    await isElsewhere(second);
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    second.want({ type: "use-here" });
    await reads(bob, "Ann moved to another device");
    await reads(ann, "Continued elsewhere");
    expect(ann.state.connection).to.equal("replaced");
    await isPhone(second);
    await second.call(bob);
    await bob.rings(second);
  });

  it("lets the first take its own call back before it goes on", async () => {
    const [ann, bob] = await pair();
    await ann.call(bob);
    await bob.rings(ann);
    const second = anotherTab(ann);
    await isElsewhere(second);
    second.want({ type: "use-here" });
    await reads(bob, "Ann moved to another device");
    await isPhone(second);
    const { type, data } = town.signaling.relayed.at(-1) ?? {};
    expect([type, data?.source]).to.deep.equal(["hangup", "ann"]);
  });

  it("rings on with a call that the first was asked about", async () => {
    const [ann, bob] = await pair();
    await bob.call(ann);
    await ann.rings(bob);
    const second = anotherTab(ann);
    await isElsewhere(second);
    second.want({ type: "use-here" });
    await accept(second, bob);
    await Promise.all([second.gets(...FACE), bob.gets(...FACE)]);
    expect(ann.phase).to.equal("idle");
  });
});
