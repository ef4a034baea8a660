import { describe, expect, it } from "vitest";
import type { Ended } from "../call/call.ts";
import { CallLog } from "./call-log.ts";
import type { RecentCall } from "./state.ts";

const ended = (call: string, more: Partial<Ended> = {}): Ended => ({
  call,
  peer: { id: "ann", name: "Ann", legacy: false },
  direction: "incoming",
  reason: "cancelled",
  by: "them",
  answered: false,
  ...more,
});

/** One browser's storage, and the pages that use it. */
class Browser {
  stored: string | null = null;
  now = 1_000;
  shown: readonly RecentCall[] = [];
  complaints = 0;
  /** As where the user has forbidden it. */
  forbidden = false;

  page(): CallLog {
    return new CallLog({
      changed: (recents) => (this.shown = recents),
      unsaved: () => this.complaints++,
      now: () => this.now,
      storage: () => {
        if (this.forbidden) throw new DOMException("no", "SecurityError");
        return {
          getItem: () => this.stored,
          setItem: (_: string, value: string) => void (this.stored = value),
        } as unknown as Storage;
      },
    });
  }
}

describe("the call log", () => {
  it("keeps calls over a reload, with when they began and ended", () => {
    const browser = new Browser();
    const page = browser.page();
    page.begins("c1");
    browser.now = 5_000;
    expect(page.ended(ended("c1", { reason: "hung-up", answered: true, since: 2_000 }))).toBe(false);
    const [kept] = browser.page().all;
    expect(kept).toMatchObject({ at: 1_000, until: 5_000, seen: true, ended: { call: "c1", since: 2_000 } });
    expect(browser.shown).toEqual(browser.page().all);
  });

  it.each(["isolated", "other-network", "no-address", "this-browser", "their-browser"] as const)(
    "keeps over a reload that a call failed for `%s`",
    (obstacle) => {
      const browser = new Browser();
      browser.page().ended(ended("c1", { reason: "failed", obstacle }));
      expect(browser.page().all[0]?.ended).toMatchObject({ reason: "failed", obstacle });
    },
  );

  it("says when it knows a call already", () => {
    const page = new Browser().page();
    page.ended(ended("c1", { reason: "lost" }));
    expect(page.ended(ended("c1"))).toBe(true);
    expect(page.all).toHaveLength(1);
  });

  it("forgets a call that rings again", () => {
    const page = new Browser().page();
    page.ended(ended("c1", { reason: "gone", by: "us" }));
    page.begins("c1");
    expect(page.all).toEqual([]);
  });

  it("notes what was missed, until that is seen; and can be cleared", () => {
    const browser = new Browser();
    const page = browser.page();
    page.missed([{ source: "ann", name: "Ann", at: 5, call: "c1" }]);
    expect(page.all[0]?.seen).toBe(false);
    page.see();
    expect(browser.page().all[0]?.seen).toBe(true);
    page.clear();
    expect(browser.page().all).toEqual([]);
    expect(browser.shown).toEqual([]);
  });

  it("gives what can still be agreed upon after a reload: the latest calls of the last two minutes", () => {
    const browser = new Browser();
    const page = browser.page();
    page.ended(ended("old"));
    browser.now += 90_000;
    for (let n = 0; n < 25; n++) page.ended(ended(`c${n}`));
    expect(browser.page().past).toHaveLength(20);
    expect(browser.page().past[0]).toEqual(ended("c24"));
    browser.now += 60_000;
    page.clear();
    page.ended(ended("new"));
    expect(browser.page().past.map(({ call }) => call)).toEqual(["new"]);
    browser.now += 120_000;
    expect(browser.page().past).toEqual([]);
  });

  it("learns what another tab has changed", () => {
    const browser = new Browser();
    const [one, two] = [browser.page(), browser.page()];
    two.ended(ended("c1"));
    one.reload();
    expect(one.all).toEqual(two.all);
  });

  it("drops what is garbage, and no more", () => {
    const browser = new Browser();
    browser.page().ended(ended("good"));
    const [good] = JSON.parse(browser.stored ?? "") as [object];
    for (const garbage of ["", "{", "null", "{}", "7"]) {
      browser.stored = garbage;
      expect(browser.page().all).toEqual([]);
    }
    browser.stored = JSON.stringify([null, 7, {}, { ...good, at: "x" }, good, { ...good, ended: { reason: "?" } }]);
    expect(browser.page().all.map(({ ended }) => ended.call)).toEqual(["good"]);
  });

  it("works without storage, and says that nothing is kept", () => {
    const browser = new Browser();
    browser.forbidden = true;
    const page = browser.page();
    page.ended(ended("c1"));
    expect(page.all).toHaveLength(1);
    expect(browser.complaints).toBe(1);
  });
});
