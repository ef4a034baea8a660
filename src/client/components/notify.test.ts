// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { EarshotNotify } from "./notify.ts";
import "./notify.ts";
import { all, asPhone, dress, accessibleInBothSchemes, listen, one } from "./testing.ts";

describe("earshot-notify", () => {
  before(dress);

  const show = (offered: boolean) =>
    fixture<EarshotNotify>(html`<earshot-notify ?offered=${offered}></earshot-notify>`);

  it("offers notifications, and asks for nothing by itself", async () => {
    const said = listen();
    await show(true);
    one("region", "Notifications");
    expect(said).to.deep.equal([]);
    one("button", "Turn on").click();
    one("button", "Not now").click();
    expect(said).to.deep.equal([{ type: "ask-notifications" }, { type: "told-notifications" }]);
  });

  it("is nothing otherwise", async () => {
    const element = await show(false);
    expect(all("region", "Notifications")).to.have.length(0);
    expect(element.getBoundingClientRect().height).to.equal(0);
  });

  it("can be used by everyone", async () => {
    await asPhone();
    const element = await show(true);
    await accessibleInBothSchemes(element);
  });
});
