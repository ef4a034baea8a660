// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { Connection } from "../state.ts";
import type { EarshotDirectory } from "./directory.ts";
import "./directory.ts";
import { scan } from "./scan.ts";
import {
  all,
  asPhone,
  dress,
  accessibleInBothSchemes,
  listen,
  one,
  online,
  people,
  textOf,
  transfer,
} from "./testing.ts";
import { until } from "../testing/until.ts";

describe("earshot-directory", () => {
  before(dress);

  const show = (some = people, more = {}) => {
    const { addresses, connection } = { addresses: online.addresses, connection: "online" as Connection, ...more };
    return fixture<EarshotDirectory>(
      html`<earshot-directory
        .name=${"Grace"}
        .people=${some}
        .addresses=${addresses}
        .connection=${connection}
      ></earshot-directory>`,
    );
  };

  it("lists who is nearby, how they are, and on what", async () => {
    const element = await show();
    expect(one("list", "People nearby").children).to.have.length(3);
    expect(all("listitem").map(textOf)).to.deep.equal([
      "A Ada Phone, Available",
      "B Bo Computer, In a call",
      "C Cy Away",
    ]);
    expect(textOf(element)).to.contain("Earshot").and.to.contain("Grace");
  });

  it("opens the conversation with whom one taps, wherever on the row, and calls them by its buttons", async () => {
    const said = listen();
    const element = await show();
    one("button", "Call Bo").click();
    one("button", "Write to Bo").click();
    expect(said).to.deep.equal([
      { type: "dial", peer: "bo", video: true },
      { type: "open-conversation", peer: "bo" },
    ]);

    const row = all("listitem")[0]?.getBoundingClientRect();
    if (!row) throw new Error("no row");
    const root = one("list", "People nearby").getRootNode() as ShadowRoot;
    const at = (x: number, y: number) => root.elementFromPoint(x, y);
    expect(at(row.left + 10, row.top + 10) === one("button", "Write to Ada")).to.equal(true);
    expect(at(row.left + row.width / 2, row.bottom - 5) === one("button", "Write to Ada")).to.equal(true);

    element.talks = [{ id: "ada", name: "Ada", unread: 2, typing: false, trusted: false }];
    await element.updateComplete;
    one("button", "Write to Ada, 2 unread");
    expect(textOf(all("listitem")[0] as Element)).to.contain("2");
  });

  it("calls whom nobody can write to, wherever one taps on the row", async () => {
    const element = await show();
    expect(all("button", "Write to Cy")).to.have.length(0);
    const row = all("listitem")[2]?.getBoundingClientRect();
    const root = element.shadowRoot as ShadowRoot;
    expect(row && root.elementFromPoint(row.left + 10, row.top + 10) === one("button", "Call Cy")).to.equal(true);
    element.blocked = [{ id: "ada", name: "Ada" }];
    await element.updateComplete;
    expect(all("button", "Write to Ada")).to.have.length(0);
  });

  it("shows how far the files have come that are on their way", async () => {
    const element = await show();
    element.transfers = new Map([["t1", transfer({ phase: "moving", moved: 40, total: 100 })]]);
    await element.updateComplete;
    const dashes = [...(element.shadowRoot?.querySelectorAll(".seat circle") ?? [])];
    expect(dashes.map((circle) => circle.getAttribute("stroke-dasharray"))).to.deep.equal(["40 100"]);
  });

  it("can be used with the keyboard", async () => {
    const said = listen();
    await show();
    one("button", "Call Cy").focus();
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.equal([{ type: "dial", peer: "cy", video: true }]);
  });

  it("keeps the focus on a person when others come and go", async () => {
    const element = await show();
    const button = one("button", "Call Bo");
    button.focus();
    element.people = [{ id: "aa", name: "Aa" }, ...people.slice(1)];
    await element.updateComplete;
    expect(one("button", "Call Bo") === button).to.equal(true);
    expect(element.shadowRoot?.activeElement === button).to.equal(true);
  });

  it("invites others when nobody is here, with the best address to scan and to read out", async () => {
    const element = await show([]);
    expect(textOf(element)).to.contain("Nobody else is here yet").and.to.contain("192.168.1.23:3000");
    expect(textOf(element)).not.to.contain("10.0.0.5").and.not.to.contain("https://");
    const code = () => element.shadowRoot?.querySelector("earshot-qr")?.shadowRoot?.querySelector("svg");
    await until(code);
    expect(await scan(code() as Element)).to.equal("http://192.168.1.23:3000");
    expect(one("list", "People nearby").children).to.have.length(0);
  });

  it("says so where nobody else can come in, and nothing of that without the server", async () => {
    const alone = await show([], { addresses: [] });
    expect(textOf(alone)).to.contain("No other device can open Earshot at the moment");
    alone.remove();
    const lost = await show([], { connection: "offline" });
    expect(textOf(lost)).not.to.contain("192.168.1.23").and.not.to.contain("Invite");
  });

  it("opens the invitation, with people here and without", async () => {
    for (const some of [people, []]) {
      const element = await show(some);
      let opened = 0;
      element.addEventListener("invite", () => opened++);
      one("button", "Invite").click();
      expect(opened).to.equal(1);
      element.remove();
    }
  });

  it("does not claim that nobody is here while it cannot know", async () => {
    expect(textOf(await show([], { connection: "offline" }))).not.to.contain("Nobody");
  });

  it("opens the settings", async () => {
    const element = await show();
    let asked = 0;
    element.addEventListener("settings", () => asked++);
    one("button", "Settings").click();
    expect(asked).to.equal(1);
  });

  it("has targets that a thumb can hit", async () => {
    await asPhone();
    await show();
    for (const button of all("button")) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.getAttribute("aria-label") ?? "").to.be.at.least(44);
    }
  });

  it("fits the narrowest phone, even with the longest names", async () => {
    const { setViewport } = await import("@web/test-runner-commands");
    await setViewport({ width: 320, height: 568 });
    await show([{ id: "w", name: "W".repeat(40), status: "do-not-disturb", device: "tablet" }]);
    expect(document.documentElement.scrollWidth).to.equal(320);
  });

  it("calls by voice with the button aside, which takes its part of the row for itself", async () => {
    const said = listen();
    await show();
    const voice = one("button", "Voice call with Bo");
    const { left, top, width, height } = voice.getBoundingClientRect();
    const root = voice.getRootNode() as ShadowRoot;
    expect(voice.contains(root.elementFromPoint(left + width / 2, top + height / 2))).to.equal(true);
    voice.click();
    expect(said).to.deep.equal([{ type: "dial", peer: "bo", video: false }]);
  });

  it("calls by a finger that comes down a little above or below a call's button", async () => {
    const said = listen();
    await show();
    for (const name of ["Call Bo", "Voice call with Bo"]) {
      const button = one("button", name);
      const { left, width, top, bottom } = button.getBoundingClientRect();
      const row = button.closest("li")?.getBoundingClientRect();
      for (const y of [(row?.top ?? 0) + 3, top - 4, bottom + 4, (row?.bottom ?? 0) - 3])
        ((button.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, y) as HTMLElement | null)?.click();
    }
    const dial = (video: boolean) => Array.from({ length: 4 }, () => ({ type: "dial", peer: "bo", video }));
    expect(said).to.deep.equal([...dial(true), ...dial(false)]);
  });

  it("says how many are here, and who one is to them", async () => {
    const element = await show();
    expect(textOf(element)).to.contain("3 people nearby");
    element.people = people.slice(0, 1);
    await element.updateComplete;
    expect(textOf(element)).to.contain("1 person nearby");
    one("button", "Grace, that is you: available");
    element.preferences = { silent: true, doNotDisturb: false };
    await element.updateComplete;
    one("button", "Grace, that is you: silent");
    element.preferences = { silent: true, doNotDisturb: true };
    await element.updateComplete;
    let asked = 0;
    element.addEventListener("settings", () => asked++);
    one("button", "Grace, that is you: do not disturb").click();
    expect(asked).to.equal(1);
    const seats = () => element.shadowRoot?.querySelectorAll("li").length;
    await until("those who have gone still fade", () => seats() === 1);
    await accessibleInBothSchemes(element);
  });

  it("is accessible in both schemes", async () => {
    for (const [some, connection] of [
      [people, "online"],
      [people, "offline"],
      [[], "online"],
      [[], "connecting"],
      [[], "unreachable"],
    ] as const) {
      const element = await show(some, { connection });
      await accessibleInBothSchemes(element);
      element.remove();
    }
  });

  it("tells how many calls were missed, and opens the list of recent ones", async () => {
    const element = await show();
    let opened = 0;
    element.addEventListener("recents", () => opened++);
    const button = one("button", "Recent calls");
    expect(textOf(element)).not.to.contain("missed");
    element.missed = 3;
    await element.updateComplete;
    expect(textOf(element)).to.contain("3 missed");
    await expect(element).to.be.accessible();
    button.click();
    expect(opened).to.equal(1);
  });

  it("says once that a phone that sleeps cannot ring, and offers to stay reachable", async () => {
    const said = listen();
    const element = await show();
    expect(all("button", "Stay reachable")).to.have.length(0);
    element.reachable = { on: false, told: false };
    await element.updateComplete;
    expect(textOf(element)).to.contain("A phone that sleeps cannot ring");
    await expect(element).to.be.accessible();
    one("button", "Got it").click();
    one("button", "Stay reachable").click();
    expect(said).to.deep.equal([{ type: "told-asleep" }, { type: "stay-reachable", on: true }]);
    element.reachable = { on: false, told: true };
    await element.updateComplete;
    expect(textOf(element)).not.to.contain("cannot ring");
    one("button", "Stay reachable");
  });
});
