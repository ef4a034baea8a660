// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { RecentCall } from "../state.ts";
import type { EarshotRecents } from "./recents.ts";
import "./recents.ts";
import { all, asPhone, dress, accessibleInBothSchemes, listen, missed, one, people, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const talked: RecentCall = {
  ended: {
    call: "c9",
    peer: { id: "bo", name: "Bo", legacy: false },
    direction: "outgoing",
    reason: "hung-up",
    by: "us",
    answered: true,
    since: Date.now() - 200_000,
  },
  at: Date.now() - 210_000,
  until: Date.now() - 20_000,
  seen: true,
};

describe("earshot-recents", () => {
  before(dress);

  async function show(recents: readonly RecentCall[] = [missed("Ada"), talked, missed("Zoe", 3_000)]) {
    const element = await fixture<EarshotRecents>(
      html`<earshot-recents .recents=${recents} .people=${people}></earshot-recents>`,
    );
    return element;
  }

  it("lists who, which way, how it ended, how long it was, and when", async () => {
    await show();
    expect(one("dialog", "Recent calls").matches(":modal")).to.equal(true);
    const [ada, bo, zoe] = all("listitem").map(textOf);
    expect(ada).to.match(/^A Ada Missed call \d+:\d\d/);
    expect(bo).to.match(/^B Bo Outgoing call, 3:00 \d+:\d\d/);
    expect(zoe).to.match(/^Z Zoe Missed call (Yesterday|.*\d{4}), .*Not here now$/);
  });

  it("calls back with one tap, where they are here", async () => {
    const said = listen();
    await show();
    one("button", "Ring back Bo").click();
    expect(said).to.deep.include({ type: "dial", peer: "bo", video: true });
    expect(all("button", "Ring back Zoe")).to.have.length(0);
  });

  it("has the missed calls seen as soon as it is open, and shows which were news", async () => {
    const said = listen();
    const element = await show();
    expect(said).to.deep.equal([{ type: "see-missed" }]);
    element.recents = element.recents.map((recent) => ({ ...recent, seen: true }));
    await element.updateComplete;
    expect(all("listitem").map((item) => item.classList.contains("news"))).to.deep.equal([true, false, true]);
  });

  it("is cleared with two taps, not with one", async () => {
    const said = listen();
    const element = await show();
    one("button", "Clear the list").click();
    await element.updateComplete;
    expect(said.some(({ type }) => type === "clear-recents")).to.equal(false);
    one("button", "Clear them all?").click();
    expect(said).to.deep.include({ type: "clear-recents" });
    element.recents = [];
    await element.updateComplete;
    expect(textOf(element)).to.contain("No calls yet");
  });

  it("says so when it is closed", async () => {
    const element = await show();
    let closed = 0;
    element.addEventListener("close", () => closed++);
    one("button", "Close").click();
    await until(() => closed === 1);
  });

  it("can be used by everyone", async () => {
    await asPhone();
    const element = await show();
    await accessibleInBothSchemes(element);
    element.recents = [];
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });
});
