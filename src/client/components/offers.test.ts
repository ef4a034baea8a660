// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { AppState } from "../state.ts";
import type { Transfer } from "../talk-state.ts";
import { speakOfTalk } from "../words/talk/current.ts";
import type { EarshotOffers } from "./offers.ts";
import "./offers.ts";
import type { EarshotTransfer } from "./transfer.ts";
import {
  all,
  asLaptop,
  asPhone,
  connected,
  dress,
  accessibleInBothSchemes,
  listen,
  one,
  online,
  textOf,
  transfer,
} from "./testing.ts";

describe("earshot-offers", () => {
  before(dress);
  before(speakOfTalk);
  beforeEach(asPhone);

  async function show(transfers: readonly Transfer[], more: Partial<AppState> = {}) {
    const state: AppState = { ...online, ...more, transfers: new Map(transfers.map((each) => [each.mid, each])) };
    const element = await fixture<EarshotOffers>(html`<earshot-offers .state=${state}></earshot-offers>`);
    const cards = [...(element.shadowRoot?.querySelectorAll<EarshotTransfer>("earshot-transfer") ?? [])];
    await Promise.all(cards.map(({ updateComplete }) => updateComplete));
    return element;
  }
  const live = (element: EarshotOffers) => element.shadowRoot?.querySelector("[aria-live]")?.textContent?.trim();

  it("says who offers what: each file by its name and size, and how much that is", async () => {
    const element = await show([transfer()]);
    const said = textOf(one("region", "Files from Ada"));
    expect(said).to.contain("Ada wants to send you 3 files").and.to.contain("83.7 MB");
    const files = all("listitem").map(textOf);
    expect(files).to.have.length(3);
    expect(files[0]).to.contain("harbour.jpg").and.to.contain("2.4 MB");
    expect(files[2]).to.contain("boat.mp4").and.to.contain("81 MB");
    // For those who do not see it come.
    expect(live(element)).to.equal("Ada wants to send you 3 files");
  });

  it("shows a file's name as text and nothing else", async () => {
    const name = "<img src=x onerror=alert(1)>.png";
    const element = await show([
      transfer({ files: [{ name, type: "image/png", size: 5, moved: 0, whole: false }], total: 5 }),
    ]);
    expect(textOf(one("listitem"))).to.contain(name);
    const card = element.shadowRoot?.querySelector("earshot-transfer")?.shadowRoot;
    expect(card?.querySelectorAll("img").length).to.equal(0);
  });

  it("is accepted or declined with one tap, and shown in its conversation with another", async () => {
    const said = listen();
    await show([transfer()]);
    one("button", "Accept files").click();
    one("button", "Decline files").click();
    one("button", "Show").click();
    expect(said).to.deep.equal([
      { type: "answer-files", mid: "t1", accept: true },
      { type: "answer-files", mid: "t1", accept: false },
      { type: "open-conversation", peer: "ada" },
    ]);
  });

  it("says why files cannot be taken, and offers no button for it", async () => {
    await show([transfer({ obstacle: { why: "no-room", limit: 50_000_000 } })]);
    expect(textOf(one("region"))).to.contain("This device has room for 50 MB only. Make room");
    expect(all("button", "Accept files")).to.have.length(0);
    one("button", "Decline files");
  });

  it("says how much can be taken where the browser cannot write to the disk", async () => {
    await show([transfer({ limit: 256_000_000 })]);
    expect(textOf(one("region"))).to.contain("This device can take 256 MB at once");
    one("button", "Accept files");
  });

  it("shows only what is asked of the user, and not where they look at it anyway", async () => {
    const others = [
      transfer({ mid: "mine", direction: "outgoing" }),
      transfer({ mid: "moving", phase: "moving" }),
      transfer({ mid: "over", phase: "over", outcome: "declined" }),
    ];
    await show(others);
    expect(all("region")).to.have.length(0);
    await show([transfer()], { reading: new Set(["ada"]) });
    expect(all("region")).to.have.length(0);
    await show([transfer()], { reading: new Set(["bo"]) });
    expect(all("region")).to.have.length(1);
  });

  it("stands above a call without leading out of it", async () => {
    await show([transfer()], { call: connected });
    one("button", "Accept files");
    expect(all("button", "Show")).to.have.length(0);
  });

  it("lets ten of them be reached, and what lies beside them be tapped", async () => {
    const offers = Array.from({ length: 10 }, (_, index) => transfer({ mid: `t${index}` }));
    const element = await show(offers);
    expect(all("region", "Files from Ada")).to.have.length(10);
    const box = element.shadowRoot?.querySelector<HTMLElement>(".offers");
    if (!box) throw new Error("no box");
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    const last = all("button", "Decline files").at(-1);
    last?.focus();
    const { top, bottom } = last?.getBoundingClientRect() ?? new DOMRect(0, -1);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    await asLaptop();
    expect(document.elementFromPoint(40, 300) === element).to.equal(false);
    expect(document.elementFromPoint(640, 300) === element).to.equal(true);
  });

  it("is accessible on phone and laptop, in both schemes", async () => {
    const offers = [
      transfer({ limit: 256_000_000 }),
      transfer({ mid: "t2", obstacle: { why: "memory", limit: 256_000_000 }, peer: { id: "bo", name: "Bo" } }),
    ];
    for (const size of [asPhone, asLaptop]) {
      await size();
      const element = await show(offers);
      await accessibleInBothSchemes(element);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      element.remove();
    }
  });
});
