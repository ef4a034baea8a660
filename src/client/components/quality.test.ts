// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { Quality } from "../quality.ts";
import type { EarshotQuality } from "./quality.ts";
import "./quality.ts";
import { all, asPhone, dress, accessibleInBothSchemes, one, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const quality: Quality = {
  grade: "poor",
  cause: "loss",
  roundTrip: 12,
  loss: 0.12,
  jitter: 3,
  received: { width: 1280, height: 720, framesPerSecond: 30, bitrate: 2_400_000, codec: "VP8" },
};

describe("earshot-quality", () => {
  before(dress);
  beforeEach(asPhone);

  const show = (value: Quality = quality) =>
    fixture<EarshotQuality>(html`<earshot-quality .quality=${value}></earshot-quality>`);

  it("is nothing until it was measured", async () => {
    const element = await fixture<EarshotQuality>(html`<earshot-quality></earshot-quality>`);
    expect(textOf(element)).to.equal("");
    expect(all("button")).to.have.length(0);
  });

  it("names the connection in words, and what holds it back", async () => {
    const element = await show({ grade: "good", loss: 0 });
    one("button", "Good connection");
    element.quality = quality;
    await element.updateComplete;
    one("button", "Weak connection: the network loses packets");
  });

  it("has the numbers one tap deeper, which go on changing, and closes", async () => {
    const element = await show();
    expect(all("dialog")).to.have.length(0);
    const button = one("button", "Weak connection: the network loses packets");
    button.click();
    await until(() => all("dialog", "Connection").length === 1);
    expect(element.open).to.equal(true);
    expect(textOf(element)).to.contain("Round trip 12 ms").and.to.contain("1280 × 720, 30 frames/s, 2.4 Mb/s, VP8");
    element.quality = { ...quality, roundTrip: 250 };
    await element.updateComplete;
    expect(textOf(element)).to.contain("Round trip 250 ms");
    one("button", "Close").click();
    await until(() => !element.open);
    expect(all("dialog")).to.have.length(0);
  });

  it("is accessible in both schemes, closed and open", async () => {
    const element = await show();
    // As in a call, where it stands on a dark picture.
    element.parentElement?.style.setProperty("background", "#0c0f12");
    element.style.setProperty("color", "#f4f6f8");
    await accessibleInBothSchemes(element);
    one("button", "Weak connection: the network loses packets").click();
    await until(() => all("dialog").length === 1);
    await accessibleInBothSchemes(element);
  });
});
