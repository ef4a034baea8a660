// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html, waitUntil } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotSettings } from "./settings.ts";
import "./settings.ts";
import { choices, dress, inBothSchemes, listen, media, one, picture, textOf } from "./testing.ts";

describe("earshot-settings", () => {
  before(dress);

  async function show() {
    const element = await fixture<EarshotSettings>(
      html`<earshot-settings name="Grace" .media=${{ ...media, ...choices, local: picture() }}></earshot-settings>`,
    );
    const closed: Event[] = [];
    element.addEventListener("close", (event) => closed.push(event));
    return { element, closed };
  }

  it("is a modal dialog with what can be set", async () => {
    await show();
    expect(one("dialog", "Settings").matches(":modal")).to.equal(true);
    expect(one("textbox", "Your name", HTMLInputElement).value).to.equal("Grace");
    expect(one("combobox", "Camera", HTMLSelectElement).value).to.equal("front");
    expect(one("combobox", "Microphone", HTMLSelectElement).value).to.equal("built-in");
  });

  it("saves another name and closes", async () => {
    const said = listen();
    const { closed } = await show();
    one("textbox", "Your name", HTMLInputElement).value = "Ada";
    one("button", "Save").click();
    expect(said).to.deep.include({ type: "rename", name: "Ada" });
    await waitUntil(() => closed.length === 1);
  });

  it("says nothing of the same name", async () => {
    const said = listen();
    const { closed } = await show();
    one("button", "Save").click();
    await waitUntil(() => closed.length === 1);
    expect(said.some(({ type }) => type === "rename")).to.equal(false);
  });

  it("stays open for a name that is none", async () => {
    const { element, closed } = await show();
    one("textbox", "Your name", HTMLInputElement).value = " ";
    one("button", "Save").click();
    await waitUntil(() => textOf(element).includes("1 to 40 characters"));
    expect(closed).to.have.length(0);
  });

  it("closes with Escape and with its button", async () => {
    const first = await show();
    await sendKeys({ press: "Escape" });
    await waitUntil(() => first.closed.length === 1);
    first.element.remove();
    const second = await show();
    one("button", "Close").click();
    await waitUntil(() => second.closed.length === 1);
  });

  it("keeps the preview on while it is shown, and no longer", async () => {
    const said = listen();
    const { element } = await show();
    element.remove();
    expect(said).to.deep.equal([
      { type: "preview", on: true },
      { type: "preview", on: false },
    ]);
  });

  it("is accessible in both schemes", async () => {
    const { element } = await show();
    await inBothSchemes(() => expect(element).to.be.accessible() as unknown as Promise<void>);
  });
});
