// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import type { EarshotIncoming } from "./incoming.ts";
import "./incoming.ts";
import { all, dress, accessibleInBothSchemes, listen, media, one, ringing, textOf } from "./testing.ts";

const { sdp: _, ...leg } = ringing;

function describedBy(element: HTMLElement): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = (element.getAttribute("aria-describedby") ?? "").split(" ");
  return ids
    .map((id) => root.getElementById(id)?.textContent?.trim() ?? "")
    .join(" ")
    .trim();
}

describe("earshot-incoming", () => {
  before(dress);

  const show = (call: EarshotIncoming["call"] = ringing, more = {}, loudness = "aloud") =>
    fixture<EarshotIncoming>(
      html`<earshot-incoming .call=${call} .media=${{ ...media, ...more }} .loudness=${loudness}></earshot-incoming>`,
    );

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
    await sendKeys({ press: "Space" });
    expect(said).to.deep.equal([]);
    expect(one("dialog", undefined, HTMLDialogElement).open).to.equal(true);
    await sendKeys({ press: "Tab" });
    expect(element.shadowRoot?.activeElement === one("button", "Silence")).to.equal(true);
    await sendKeys({ press: "Tab" });
    expect(element.shadowRoot?.activeElement === one("button", "Decline")).to.equal(true);
  });

  it("is silenced by Escape or a button, which declines nothing, once", async () => {
    const said = listen();
    const element = await show();
    await sendKeys({ press: "Escape" });
    expect(said).to.deep.equal([{ type: "silence" }]);
    expect(one("dialog", undefined, HTMLDialogElement).open).to.equal(true);
    one("button", "Silence").click();
    expect(said).to.have.length(2);
    element.silenced = true;
    await element.updateComplete;
    expect(all("button", "Silence")).to.have.length(0);
    expect(textOf(element)).to.contain("Silenced");
    expect(element.shadowRoot?.activeElement === one("dialog")).to.equal(true);
    await sendKeys({ press: "Escape" });
    expect(said).to.have.length(2);
    one("button", "Accept");
  });

  it("says how it comes to be heard where the browser plays nothing yet", async () => {
    const element = await show(ringing, {}, "locked");
    expect(textOf(element)).to.contain("Tap anywhere for sound");
    expect(all("button", "Silence")).to.have.length(0);
  });

  it("is described by what is known about it, so that it is read with the name", async () => {
    await show();
    const dialog = one("dialog", "Ada is calling");
    expect(describedBy(dialog)).to.equal("Incoming video call");
  });

  it("by voice is accepted by voice, without a choice", async () => {
    const said = listen();
    await show({ ...ringing, video: false });
    expect(all("button", "Accept without video")).to.have.length(0);
    one("button", "Accept").click();
    one("button", "Decline").click();
    expect(said).to.deep.equal([{ type: "accept", video: false }, { type: "hang-up" }]);
  });

  it("says whether the caller means to be seen", async () => {
    expect(textOf(await show())).to.contain("Incoming video call");
    expect(textOf(await show({ ...ringing, video: false }))).to.contain("Incoming voice call");
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

  // The last is a window of 640 by 400 at 200 %.
  for (const [width, height] of [
    [360, 740],
    [740, 360],
    [320, 480],
    [320, 200],
  ] as const)
    it(`has all that can be done in reach, on ${width} by ${height}, for a thumb`, async () => {
      await setViewport({ width, height });
      const long = { ...ringing, peer: { ...ringing.peer, name: "Maximiliane Wolkenstein-Hohenlohe" } };
      const element = await show(long);
      const buttons = all("button");
      expect(buttons).to.have.length(5);
      for (const button of buttons) {
        button.scrollIntoView({ block: "nearest" });
        const { left, top, right, bottom, width: w, height: h } = button.getBoundingClientRect();
        expect(Math.min(w, h)).to.be.at.least(44);
        expect(Math.min(left, top), "from the edge").to.be.at.least(-1);
        expect(right).to.be.at.most(width + 1);
        expect(bottom).to.be.at.most(height + 1);
        const hit = element.shadowRoot?.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        expect(button.contains(hit ?? null), `${button.textContent?.trim()} is covered`).to.equal(true);
      }
      const { scrollWidth, clientWidth } = one("dialog");
      expect(scrollWidth).to.equal(clientWidth);
    });

  it("is accessible in both schemes", async () => {
    const cases = [
      [ringing, "aloud"],
      [{ ...ringing, video: false }, "locked"],
      [{ ...leg, phase: "preparing" }, "quiet"],
    ] as const;
    for (const [call, loudness] of cases) {
      const element = await show(call, { problem: "No camera was found." }, loudness);
      await accessibleInBothSchemes(element);
      element.silenced = true;
      await element.updateComplete;
      await expect(element).to.be.accessible();
      element.remove();
    }
  });
});
