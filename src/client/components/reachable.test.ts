// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { EarshotReachable } from "./reachable.ts";
import "./reachable.ts";
import { asPhone, dress, accessibleInBothSchemes, listen, one, textOf } from "./testing.ts";

describe("earshot-reachable", () => {
  before(dress);

  const show = (missed = 0, offline = false) =>
    fixture<EarshotReachable>(
      html`<earshot-reachable name="Grace" .missed=${missed} ?offline=${offline}></earshot-reachable>`,
    );

  it("covers the screen, and a tap anywhere ends it", async () => {
    const said = listen();
    const element = await show();
    expect(textOf(element)).to.contain("Grace can be called");
    const dialog = one("dialog", "Staying reachable");
    expect(dialog.matches(":modal")).to.equal(true);
    const { width, height } = dialog.getBoundingClientRect();
    expect([width, height]).to.deep.equal([innerWidth, innerHeight]);
    one("button").click();
    expect(said).to.deep.include({ type: "stay-reachable", on: false });
  });

  it("tells of missed calls, and that nobody can call while there is no connection", async () => {
    expect(textOf(await show(2))).to.contain("2 missed calls");
    expect(textOf(await show(1, true)))
      .to.contain("1 missed call")
      .and.to.contain("Looking for the laptop");
  });

  it("can be used by everyone", async () => {
    await asPhone();
    const element = await show(1);
    await accessibleInBothSchemes(element);
  });
});
