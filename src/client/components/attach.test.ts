// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { speakOfTalk } from "../words/talk/current.ts";
import type { EarshotAttach } from "./attach.ts";
import "./attach.ts";
import { all, asPhone, dress, accessibleInBothSchemes, one } from "./testing.ts";

describe("earshot-attach", () => {
  const { matchMedia } = window;
  before(dress);
  before(speakOfTalk);
  beforeEach(asPhone);
  afterEach(() => (window.matchMedia = matchMedia));

  /** On a device that is held, if so said; `asked` tells which of the system's pickers was opened. */
  async function show(held: boolean) {
    window.matchMedia = (query) =>
      matchMedia.call(window, query.includes("coarse") ? (held ? "all" : "not all") : query);
    // At the lower end of the page, as in a conversation.
    const element = await fixture<EarshotAttach>(html`<earshot-attach></earshot-attach>`);
    element.style.setProperty("position", "fixed");
    element.style.setProperty("bottom", "8px");
    element.style.setProperty("left", "8px");
    const asked: string[] = [];
    const chosen: (readonly File[])[] = [];
    for (const input of element.shadowRoot?.querySelectorAll("input") ?? [])
      input.addEventListener("click", (event) => {
        event.preventDefault();
        asked.push(
          [input.accept, input.getAttribute("capture"), input.multiple && "several"].filter(Boolean).join(" "),
        );
      });
    element.addEventListener("chosen", (event) => chosen.push((event as CustomEvent<readonly File[]>).detail));
    const button = one("button", "Attach");
    const tap = async (name: string) => {
      one("button", name).click();
      await element.updateComplete;
    };
    return { element, button, asked, chosen, tap };
  }

  it("asks for any files at once on a computer", async () => {
    const { asked, tap } = await show(false);
    await tap("Attach");
    expect(asked).to.deep.equal(["several"]);
    expect(all("group")).to.have.length(0);
  });

  it("offers on a phone to take a photo, to choose pictures, or any files", async () => {
    const { button, asked, tap } = await show(true);
    expect(button.getAttribute("aria-expanded")).to.equal("false");
    for (const kind of ["Take a photo", "Photos and videos", "Files"]) {
      await tap("Attach");
      expect(button.getAttribute("aria-expanded")).to.equal("true");
      await tap(kind);
      expect(all("group"), kind).to.have.length(0);
    }
    expect(asked).to.deep.equal(["image/* environment", "image/*,video/* several", "several"]);
  });

  it("closes with Escape, which closes nothing else, and gives the focus back; and with a tap beside it", async () => {
    const { element, button, tap } = await show(true);
    const heard: string[] = [];
    document.addEventListener("keydown", ({ key }) => heard.push(key), { once: true });
    await tap("Attach");
    one("button", "Files").focus();
    await sendKeys({ press: "Escape" });
    await element.updateComplete;
    expect(all("group")).to.have.length(0);
    expect(element.shadowRoot?.activeElement === button).to.equal(true);
    expect(heard).to.deep.equal([]);
    await tap("Attach");
    document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(all("group")).to.have.length(0);
  });

  it("hands on what was chosen, also the same file twice", async () => {
    const { element, chosen } = await show(false);
    const input = element.shadowRoot?.querySelector<HTMLInputElement>("#any");
    if (!input) throw new Error("no input");
    const plan = new File(["x"], "plan.pdf");
    for (let times = 0; times < 2; times++) {
      const data = new DataTransfer();
      data.items.add(plan);
      input.files = data.files;
      input.dispatchEvent(new Event("change"));
      expect(input.value).to.equal("");
    }
    // Put away without a choice.
    input.dispatchEvent(new Event("change"));
    expect(chosen.map((files) => files.map(({ name }) => name))).to.deep.equal([["plan.pdf"], ["plan.pdf"]]);
  });

  it("has its menu on the screen, with targets for a finger, and is accessible in both schemes", async () => {
    const { element, tap } = await show(true);
    await tap("Attach");
    const { top, right } = one("group", "Attach").getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    for (const button of all("button")) expect(button.getBoundingClientRect().height).to.be.at.least(44);
    await accessibleInBothSchemes(element);
  });
});
