// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { Store } from "../store.ts";
import type { AppState } from "../state.ts";
import "./app.ts";
import type { EarshotShortcuts } from "./shortcuts.ts";
import "./shortcuts.ts";
import { all, asPhone, dress, accessibleInBothSchemes, online, one, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

describe("earshot-shortcuts", () => {
  before(dress);
  beforeEach(asPhone);

  it("lists the keys, and is accessible in both schemes", async () => {
    const element = await fixture<EarshotShortcuts>(html`<earshot-shortcuts></earshot-shortcuts>`);
    expect(textOf(element)).to.contain("Microphone off or on M or Space").and.to.contain("Full screen F");
    await accessibleInBothSchemes(element);
  });

  it("is there at a question mark, in the directory too, but not while one types", async () => {
    const store = new Store<AppState>(online);
    await fixture(html`<earshot-app .store=${store}></earshot-app>`);
    await sendKeys({ press: "?" });
    await until(() => all("dialog", "Keyboard shortcuts").length === 1);
    await sendKeys({ press: "Escape" });
    await until(() => all("dialog").length === 0);
    store.set({ name: undefined });
    await until(() => all("textbox", "Your name").length === 1);
    one("textbox", "Your name").focus();
    await sendKeys({ press: "?" });
    await new Promise(requestAnimationFrame);
    expect(all("dialog", "Keyboard shortcuts")).to.have.length(0);
  });
});
