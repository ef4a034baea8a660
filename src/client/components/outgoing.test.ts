// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotOutgoing } from "./outgoing.ts";
import "./outgoing.ts";
import { calling, dress, accessibleInBothSchemes, listen, media, one, picture, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const { reach: _, said: __, ...leg } = calling;

describe("earshot-outgoing", () => {
  before(dress);

  const show = (call: EarshotOutgoing["call"], more = {}) =>
    fixture<EarshotOutgoing>(html`<earshot-outgoing .call=${call} .media=${{ ...media, ...more }}></earshot-outgoing>`);

  it("says how far the call is", async () => {
    const element = await show({ ...leg, phase: "preparing" });
    expect(one("dialog", "Calling Ada").matches(":modal")).to.equal(true);
    expect(one("status").textContent).to.equal("Asking for camera and microphone…");
    const steps = [
      [calling, "Calling…"],
      [{ ...calling, reach: "ringing" }, "Ringing…"],
      [{ ...leg, phase: "connecting", said: [] }, "Connecting…"],
    ] as const;
    for (const [call, words] of steps) {
      element.call = call;
      await element.updateComplete;
      expect(one("status").textContent).to.equal(words);
      one("dialog", "Calling Ada");
    }
  });

  it("by voice asks for the microphone only, and says so", async () => {
    await show({ ...leg, phase: "preparing", video: false });
    expect(one("status").textContent).to.equal("Asking for the microphone…");
  });

  it("takes the focus, but not the Enter that has called", async () => {
    const said = listen();
    const element = await show(calling);
    expect(element.shadowRoot?.activeElement === one("dialog")).to.equal(true);
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.equal([]);
    await sendKeys({ press: "Tab" });
    expect(element.shadowRoot?.activeElement === one("button", "Cancel")).to.equal(true);
  });

  it("cancels with its button and with Escape", async () => {
    const said = listen();
    await show(calling);
    one("button", "Cancel").click();
    expect(said).to.deep.equal([{ type: "hang-up" }]);
    await sendKeys({ press: "Escape" });
    await until(() => said.length === 2);
    expect(said[1]).to.deep.equal({ type: "hang-up" });
  });

  it("shows the user behind, unless their camera is off", async () => {
    const element = await show(calling, { local: picture() });
    const self = () => element.shadowRoot?.querySelector("earshot-self");
    expect(self() instanceof HTMLElement).to.equal(true);
    element.media = { ...element.media, cameraOff: true };
    await element.updateComplete;
    expect(self() === null).to.equal(true);
  });

  it("says what is wrong with camera or microphone", async () => {
    expect(textOf(await show(calling, { problem: "No camera was found." }))).to.contain("No camera was found.");
  });

  it("is accessible in both schemes", async () => {
    const element = await show(calling, { problem: "No camera was found." });
    await accessibleInBothSchemes(element);
    element.media = { ...element.media, local: picture() };
    await element.updateComplete;
    await accessibleInBothSchemes(element);
  });
});
