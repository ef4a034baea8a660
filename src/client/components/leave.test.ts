// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotLeave } from "./leave.ts";
import "./leave.ts";
import { asPhone, dress, accessibleInBothSchemes, listen, one } from "./testing.ts";
import { until } from "../testing/until.ts";

describe("earshot-leave", () => {
  before(dress);

  const show = () => fixture<EarshotLeave>(html`<earshot-leave name="Ada"></earshot-leave>`);

  it("asks, and begins with the answer that ends nothing", async () => {
    const said = listen();
    await show();
    expect(one("dialog", "Leave the call?").matches(":modal")).to.equal(true);
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.equal([{ type: "stay" }]);
  });

  it("hangs up if that was meant", async () => {
    const said = listen();
    await show();
    one("button", "Hang up").click();
    expect(said).to.deep.equal([{ type: "hang-up" }]);
  });

  it("stays where it is dismissed", async () => {
    const said = listen();
    await show();
    await sendKeys({ press: "Escape" });
    await until(() => said.some(({ type }) => type === "stay"));
  });

  it("can be used by everyone", async () => {
    await asPhone();
    const element = await show();
    await accessibleInBothSchemes(element);
  });
});
