// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { Tabs } from "./tabs.ts";
import { until } from "./testing/until.ts";

interface Tab {
  tabs: Tabs;
  /** What happened to it, in order. */
  was: string[];
}

const opened: Tab[] = [];

/** One more tab: locks and channels are the browser's own, which tells tabs of one page apart as little as those of two. */
function tab(inUse = true): Tab {
  const was: string[] = [];
  const tabs = new Tabs({
    locks: navigator.locks,
    taken: () => was.push("phone"),
    yielded: () => was.push("yielded"),
    elsewhere: () => was.push("elsewhere"),
  });
  tabs.engage(inUse);
  const one = { tabs, was };
  opened.push(one);
  return one;
}

async function inUse(): Promise<boolean> {
  const { held } = await navigator.locks.query();
  return held?.some(({ name }) => name === "earshot-in-use") ?? false;
}

describe("several tabs of one browser", () => {
  afterEach(async () => {
    for (const { tabs } of opened.splice(0)) tabs.stop();
    await until(async () => (await navigator.locks.query()).held?.length === 0);
  });

  it("the first is the phone; a second asks its user, since that one is in use", async () => {
    const first = tab();
    await first.tabs.start();
    await until(inUse);
    const second = tab();
    await second.tabs.start();
    expect(first.was).to.deep.equal(["phone"]);
    expect(second.was).to.deep.equal(["elsewhere"]);
  });

  it("a second takes over by itself from one that nobody uses", async () => {
    const first = tab(false);
    await first.tabs.start();
    const second = tab();
    await second.tabs.start();
    expect(first.was).to.deep.equal(["phone", "yielded"]);
    expect(second.was).to.deep.equal(["phone"]);
  });

  it("its user takes over: the first says its goodbyes before the second begins", async () => {
    const order: string[] = [];
    const first = tab();
    await first.tabs.start();
    await until(inUse);
    const second = tab();
    await second.tabs.start();
    first.was.push = (what) => order.push(`first ${what}`);
    second.was.push = (what) => order.push(`second ${what}`);
    await Promise.all([second.tabs.use(), second.tabs.use()]);
    expect(order).to.deep.equal(["first yielded", "second phone"]);
  });

  it("when the phone is closed, one that waits takes its place", async () => {
    const first = tab();
    await first.tabs.start();
    await until(inUse);
    const second = tab();
    await second.tabs.start();
    first.tabs.stop();
    await until(() => second.was.includes("phone"));
    expect(first.was).to.deep.equal(["phone"]);
  });

  it("whoever gave way has it back when the other is closed", async () => {
    const first = tab(false);
    await first.tabs.start();
    const second = tab();
    await second.tabs.start();
    second.tabs.stop();
    await until(() => first.was.length === 3);
    expect(first.was).to.deep.equal(["phone", "yielded", "phone"]);
  });

  it("one that never answers is taken over all the same", async () => {
    // As a tab that the browser has frozen: it holds the lock and hears nothing.
    let release!: () => void;
    const stolen = navigator.locks
      .request("earshot-phone", () => new Promise<void>((resolve) => (release = resolve)))
      .catch((error: Error) => error.name);
    const second = tab();
    await second.tabs.start();
    expect(second.was).to.deep.equal(["phone"]);
    expect(await stolen).to.equal("AbortError");
    release();
  });

  it("a tab that is used no more can be taken over", async () => {
    const first = tab();
    await first.tabs.start();
    await until(inUse);
    first.tabs.engage(false);
    await until(async () => !(await inUse()));
    const second = tab();
    await second.tabs.start();
    expect(second.was).to.deep.equal(["phone"]);
  });

  it("without locks, each is the phone, and the server decides", async () => {
    const was: string[] = [];
    const only = () => was.push("phone");
    const tabs = new Tabs({ taken: only, yielded: only, elsewhere: only });
    await tabs.start();
    tabs.engage(true);
    await tabs.use();
    tabs.stop();
    expect(was).to.deep.equal(["phone", "phone"]);
  });
});
