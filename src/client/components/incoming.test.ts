// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotIncoming } from "./incoming.ts";
import "./incoming.ts";
import { all, asPhone, dress, inBothSchemes, listen, media, one, ringing, textOf } from "./testing.ts";

const { sdp: _, ...leg } = ringing;

describe("earshot-incoming", () => {
  before(dress);

  const show = (call: EarshotIncoming["call"] = ringing, more = {}) =>
    fixture<EarshotIncoming>(html`<earshot-incoming .call=${call} .media=${{ ...media, ...more }}></earshot-incoming>`);

  it("asks, and says what was chosen", async () => {
    const said = listen();
    await show();
    expect(one("dialog", "Ada is calling").matches(":modal")).to.equal(true);
    one("button", "Accept").click();
    one("button", "Accept without video").click();
    one("button", "Decline").click();
    expect(said).to.deep.equal([
      { type: "accept", video: true },
      { type: "accept", video: false },
      { type: "hang-up" },
    ]);
  });

  it("takes the focus, but not an Enter that was meant for something else", async () => {
    const said = listen();
    const element = await show();
    expect(element.shadowRoot?.activeElement === one("dialog")).to.equal(true);
    await sendKeys({ press: "Enter" });
    await sendKeys({ press: "Escape" });
    expect(said).to.deep.equal([]);
    expect(one("dialog", undefined, HTMLDialogElement).open).to.equal(true);
    await sendKeys({ press: "Tab" });
    expect(element.shadowRoot?.activeElement === one("button", "Decline")).to.equal(true);
  });

  it("says whether the caller means to be seen", async () => {
    expect(textOf(await show())).to.contain("Incoming video call");
    expect(textOf(await show({ ...ringing, video: false }))).to.contain("Incoming call");
  });

  it("goes on as the way to the caller once accepted", async () => {
    const said = listen();
    const element = await show();
    for (const call of [
      { ...leg, phase: "preparing" },
      { ...leg, phase: "connecting", said: [] },
    ] as const) {
      element.call = call;
      await element.updateComplete;
      one("dialog", "Connecting to Ada");
      expect(all("button", "Accept")).to.have.length(0);
    }
    one("button", "Hang up").click();
    expect(said).to.deep.equal([{ type: "hang-up" }]);
  });

  it("has targets that a thumb can hit", async () => {
    await asPhone();
    await show();
    for (const button of all("button")) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    }
  });

  it("is accessible in both schemes", async () => {
    for (const call of [ringing, { ...leg, phase: "preparing" }] as const) {
      const element = await show(call, { problem: "No camera was found." });
      await inBothSchemes(() => expect(element).to.be.accessible() as unknown as Promise<void>);
      element.remove();
    }
  });
});
