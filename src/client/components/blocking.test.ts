// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { Peer } from "../../protocol/messages.ts";
import type { BlockedPerson } from "../state.ts";
import "./block-settings.ts";
import type { EarshotBlockSettings } from "./block-settings.ts";
import "./full.ts";
import "./incoming.ts";
import "./outgoing.ts";
import "./recents.ts";
import {
  all,
  asPhone,
  calling,
  dress,
  accessibleInBothSchemes,
  listen,
  media,
  missed,
  one,
  people,
  ringing,
  textOf,
} from "./testing.ts";
import { until } from "../testing/until.ts";

describe("who rings, of a similar name", () => {
  before(dress);
  beforeEach(asPhone);

  it("is shown with the code, which is read with the name", async () => {
    const element = await fixture(
      html`<earshot-incoming .call=${ringing} .media=${media} code="K7M2"></earshot-incoming>`,
    );
    const sentence = "Somebody else here has a similar name. This caller's code is K7M2.";
    expect(textOf(element)).to.contain(sentence);
    const dialog = one("dialog", "Ada is calling");
    const [, id = ""] = (dialog.getAttribute("aria-describedby") ?? "").split(" ");
    expect((dialog.getRootNode() as ShadowRoot).getElementById(id)?.textContent?.trim()).to.equal(sentence);
    await accessibleInBothSchemes(element);
  });

  it("can be blocked, which is said of nobody else", async () => {
    const said = listen();
    await fixture(html`<earshot-incoming .call=${ringing} .media=${media}></earshot-incoming>`);
    one("button", "Block Ada").click();
    expect(said).to.deep.equal([{ type: "block", person: { id: "ada", name: "Ada" } }]);
  });

  it("is shown with the code when called, too", async () => {
    const element = await fixture(
      html`<earshot-outgoing .call=${calling} .media=${media} code="K7M2"></earshot-outgoing>`,
    );
    expect(textOf(element)).to.contain("You are calling code K7M2.");
    await accessibleInBothSchemes(element);
  });
});

describe("earshot-block-settings", () => {
  before(dress);
  beforeEach(asPhone);
  const show = (blocked: readonly BlockedPerson[] = [], some: readonly Peer[] = people) =>
    fixture<EarshotBlockSettings>(
      html`<earshot-block-settings .people=${some} .blocked=${blocked}></earshot-block-settings>`,
    );

  it("lists who is blocked, and lets them be unblocked", async () => {
    const said = listen();
    const element = await show([{ id: "eve", name: "Eve" }]);
    expect(textOf(one("list", "Blocked people"))).to.contain("Eve");
    expect(textOf(element)).to.contain("comes back as somebody new can call again");
    await accessibleInBothSchemes(element);
    one("button", "Unblock Eve").click();
    expect(said).to.deep.equal([{ type: "unblock", id: "eve" }]);
  });

  it("blocks somebody who is here and has never called", async () => {
    const said = listen();
    const element = await show([{ id: "bo", name: "Bo" }]);
    one("button", "Block somebody who is here").click();
    await element.updateComplete;
    expect(all("button", "Block Bo")).to.have.length(0);
    await accessibleInBothSchemes(element);
    one("button", "Block Cy").click();
    expect(said).to.deep.equal([{ type: "block", person: { id: "cy", name: "Cy" } }]);
    await until(() => element.shadowRoot?.activeElement?.textContent?.includes("Block somebody"));
  });

  it("finds one among many by name, and says when there is nobody", async () => {
    const element = await show(
      [],
      [...people, ...Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, name: `P ${n}` }))],
    );
    one("button", "Block somebody who is here").click();
    await element.updateComplete;
    expect(textOf(element)).to.contain("And 27 more: type a name.");
    const box = one("searchbox", "Search people", HTMLInputElement);
    box.value = "p 29";
    box.dispatchEvent(new Event("input"));
    await element.updateComplete;
    one("button", "Block P 29");
    expect(all("button", "Block Ada")).to.have.length(0);
    await accessibleInBothSchemes(element);
    element.remove();
    const alone = await show([], []);
    one("button", "Block somebody who is here").click();
    await alone.updateComplete;
    expect(textOf(alone)).to.contain("Nobody else is here whom you could block.");
  });
});

describe("the list of recent calls", () => {
  before(dress);
  beforeEach(asPhone);

  it("blocks who has called, one tap deeper, and unblocks", async () => {
    const said = listen();
    const show = (blocked: readonly BlockedPerson[]) =>
      fixture(
        html`<earshot-recents .recents=${[missed("Ada")]} .people=${people} .blocked=${blocked}></earshot-recents>`,
      );
    const element = await show([]);
    one("button", "Ring back Ada");
    expect(all("button", "Block Ada")).to.have.length(0);
    one("button", "More about Ada").click();
    await until(() => all("button", "Block Ada").length === 1);
    expect(one("button", "More about Ada").ariaExpanded).to.equal("true");
    await accessibleInBothSchemes(element);
    one("button", "Block Ada").click();
    expect(said.at(-1)).to.deep.equal({ type: "block", person: { id: "ada", name: "Ada" } });
    element.remove();
    await show([{ id: "ada", name: "Ada" }]);
    expect(all("button", "Ring back Ada")).to.have.length(0);
    one("button", "More about Ada").click();
    await until(() => all("button", "Unblock Ada").length === 1);
    one("button", "Unblock Ada").click();
    expect(said.at(-1)).to.deep.equal({ type: "unblock", id: "ada" });
  });
});

describe("earshot-full", () => {
  before(dress);
  beforeEach(asPhone);

  it("says so, and tries again at once if that is wanted, once at a time", async () => {
    const said = listen();
    const element = await fixture(html`<earshot-full></earshot-full>`);
    expect(textOf(one("status")))
      .to.contain("Earshot is full at the moment")
      .and.to.contain("tries again by itself");
    await accessibleInBothSchemes(element);
    one("button", "Try now").click();
    await until(() => all("button", "Trying…").length === 1);
    await accessibleInBothSchemes(element);
    one("button", "Trying…").click();
    expect(said).to.deep.equal([{ type: "try-now" }]);
    await until("the next", () => all("button", "Try now").length === 1);
  });
});
