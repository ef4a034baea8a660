// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { codeOf } from "../code.ts";
import type { Peer } from "../../protocol/messages.ts";
import type { EarshotDirectory } from "./directory.ts";
import "./directory.ts";
import "./people-search.ts";
import type { EarshotSearch } from "./people-search.ts";
import { all, asPhone, dress, accessibleInBothSchemes, listen, one, online, people, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const crowd: readonly Peer[] = [
  ...people,
  ...Array.from({ length: 37 }, (_, n) => ({ id: `p${n}`, name: `Person ${n}` })),
  { id: "z", name: "Zoë Ångström" },
];

describe("many people in earshot-directory", () => {
  before(dress);
  beforeEach(asPhone);

  const show = (some: readonly Peer[] = crowd, more: Partial<EarshotDirectory> = {}) =>
    fixture<EarshotDirectory>(
      html`<earshot-directory
        name="Grace"
        connection="online"
        .people=${some}
        .addresses=${online.addresses}
        .blocked=${more.blocked ?? []}
        .similar=${more.similar}
      ></earshot-directory>`,
    );
  const rows = (element: Element) => [...(element.shadowRoot?.querySelectorAll("li") ?? [])];
  const search = async (element: EarshotDirectory, typed: string) => {
    const box = one("searchbox", "Search people", HTMLInputElement);
    box.value = typed;
    box.dispatchEvent(new Event("input"));
    await element.updateComplete;
    await element.shadowRoot?.querySelector<EarshotSearch>("earshot-search")?.updateComplete;
  };

  it("can be searched from 21 on, by parts of their names in any order, without accents", async () => {
    const few = await show(crowd.slice(0, 20));
    expect(all("searchbox")).to.have.length(0);
    few.remove();
    const element = await show();
    await search(element, "angstrom zo");
    expect(rows(element).map((row) => row.querySelector("b")?.textContent)).to.deep.equal(["Zoë Ångström"]);
    expect(all("status").map(textOf)).to.deep.equal(["1 person found"]);
    expect(textOf(element)).to.contain("41 people nearby");
    const { height } = one("searchbox").getBoundingClientRect();
    expect(height).to.be.at.least(44);
    await accessibleInBothSchemes(element);
  });

  it("says so where nobody is found, and shows all again when that is cleared", async () => {
    const element = await show();
    await search(element, "nobody of that name");
    expect(rows(element)).to.have.length(0);
    expect(all("status").map(textOf)).to.deep.equal(["Nobody here is called “nobody of that name”"]);
    await accessibleInBothSchemes(element);
    one("button", "Clear search").click();
    await until("all of them", () => rows(element).length === crowd.length);
    expect(one("searchbox", undefined, HTMLInputElement).value).to.equal("");
  });

  it("is focused by a slash where nobody types, and cleared by Escape", async () => {
    const element = await show();
    await sendKeys({ press: "/" });
    await sendKeys({ type: "a/b" });
    const box = one("searchbox", "Search people", HTMLInputElement);
    expect(box.value).to.equal("a/b");
    await sendKeys({ press: "Escape" });
    await element.updateComplete;
    expect(box.value).to.equal("");
    expect((box.getRootNode() as ShadowRoot).activeElement === box).to.equal(true);
    await until("all of them", () => rows(element).length === crowd.length);
  });

  it("stays while it is used, and finds who comes in meanwhile", async () => {
    const element = await show();
    one("searchbox").focus();
    await search(element, "z");
    element.people = [...people, { id: "new", name: "Lizzie" }];
    await element.updateComplete;
    await until(() => rows(element).filter((row) => !row.ariaHidden).length === 1);
    expect(textOf(rows(element).find((row) => !row.ariaHidden) as Element)).to.contain("Lizzie");
    expect(one("searchbox", undefined, HTMLInputElement).value).to.equal("z");
    await search(element, "");
    expect(all("searchbox")).to.have.length(1);
    one("searchbox").blur();
    await element.updateComplete;
    expect(all("searchbox")).to.have.length(0);
  });

  it("renders a long list slice by slice, and a change only where it is", async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({ id: `p${n}`, name: `Person ${1000 + n}` }));
    const element = await show(many);
    expect(rows(element).length).to.be.lessThan(100);
    await until("all of them", () => rows(element).length === 300);
    const changed = new Set<Element>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) {
        const node = target instanceof Element ? target : target.parentElement;
        const row = node?.closest("li");
        if (row) changed.add(row);
      }
    });
    const list = one("list", "People nearby");
    observer.observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
    element.people = many.map((peer) => (peer.id === "p7" ? { ...peer, status: "busy" as const } : { ...peer }));
    await element.updateComplete;
    await Promise.resolve();
    expect([...changed].map(textOf)).to.deep.equal(["P1 Person 1007 In a call"]);
    observer.disconnect();
  });

  it("marks those of similar names with a code that is read with the button, too", async () => {
    const twins = ["ada", "ada2"].map((id) => ({ id, name: "Ada", alike: true }));
    const element = await show([...twins, ...people.slice(1)]);
    const codes = ["ada", "ada2"].map((id) => `Similar name, code ${codeOf(id)}`);
    expect(codes[0]).not.to.equal(codes[1]);
    expect(rows(element).map((row) => row.querySelector(".alike")?.textContent?.trim())).to.deep.equal([
      ...codes,
      undefined,
      undefined,
    ]);
    const described = all("button", "Call Ada").map((button) => {
      const root = button.getRootNode() as ShadowRoot;
      return root.getElementById(button.getAttribute("aria-describedby") ?? "")?.textContent?.trim();
    });
    expect(described).to.deep.equal(codes);
    await accessibleInBothSchemes(element);
  });

  it("tells whose own name is like another's, with the code, until that was read", async () => {
    const said = listen();
    const element = await show(people, { similar: "K7M2" });
    expect(textOf(element)).to.contain("Somebody here has a name like yours.").and.to.contain("K7M2");
    await accessibleInBothSchemes(element);
    let opened = 0;
    element.addEventListener("settings", () => opened++);
    one("button", "Change name").click();
    expect(opened).to.equal(1);
    one("button", "Got it").click();
    expect(said).to.deep.equal([{ type: "told-alike" }]);
  });

  it("shows who is blocked, with the way back in place of the calls", async () => {
    const said = listen();
    const element = await show(people, { blocked: [{ id: "bo", name: "Bo" }] });
    expect(textOf(rows(element)[1] as Element)).to.equal("B Bo Computer, Blocked Unblock");
    expect(all("button", "Call Bo")).to.have.length(0);
    expect(all("button", "Voice call with Bo")).to.have.length(0);
    // Nothing happens by a tap on the row.
    const { left, top, height } = rows(element)[1]?.getBoundingClientRect() ?? new DOMRect();
    const hit = element.shadowRoot?.elementFromPoint(left + 90, top + height / 2);
    expect(hit?.closest("button") ?? null).to.equal(null);
    await accessibleInBothSchemes(element);
    one("button", "Unblock Bo").click();
    expect(said).to.deep.equal([{ type: "unblock", id: "bo" }]);
    element.blocked = [];
    await element.updateComplete;
    one("button", "Call Bo");
  });
});
