// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { EarshotQr } from "./qr.ts";
import "./qr.ts";
import { scan } from "./scan.ts";
import { dress, inBothSchemes } from "./testing.ts";
import { until } from "../testing/until.ts";

const ADDRESS = "http://192.168.1.23:3000";

describe("earshot-qr", () => {
  before(dress);

  async function show(text = ADDRESS) {
    const element = await fixture<EarshotQr>(html`<earshot-qr .text=${text}></earshot-qr>`);
    await until(() => element.shadowRoot?.querySelector("svg"));
    const drawing = element.shadowRoot?.querySelector("svg");
    if (!drawing) throw new Error("no code");
    return { element, drawing };
  }

  it("can be read by a camera, small and large", async () => {
    for (const text of [ADDRESS, "http://[fd00::1234:5678:9abc:def0]:65535", `http://${"a".repeat(57)}.local:3000`]) {
      const { element, drawing } = await show(text);
      expect(await scan(drawing)).to.equal(text);
      expect(await scan(drawing, 177)).to.equal(text);
      element.remove();
    }
  });

  it("follows its text", async () => {
    const { element, drawing } = await show();
    element.text = "http://10.0.0.5:3000";
    await until(() => drawing.getAttribute("aria-label")?.includes("10.0.0.5"));
    await until(async () => (await scan(drawing)) === "http://10.0.0.5:3000");
  });

  it("is dark on white in the dark, too, with four modules of white around it, and has a name", async () => {
    const { element, drawing } = await show();
    await inBothSchemes(async () => {
      await expect(element).to.be.accessible();
      expect(drawing.querySelector("rect")?.getAttribute("fill")).to.equal("#fff");
      expect(drawing.querySelector("path")?.getAttribute("fill")).to.equal("#000");
      expect(getComputedStyle(element).backgroundColor).to.equal("rgb(255, 255, 255)");
      expect(await scan(drawing)).to.equal(ADDRESS);
    });
    expect(drawing.getAttribute("role")).to.equal("img");
    expect(drawing.getAttribute("aria-label")).to.equal(`QR code of ${ADDRESS}`);
    expect(drawing.getAttribute("shape-rendering")).to.equal("crispEdges");
    const box = (drawing.querySelector("path") as SVGPathElement).getBBox();
    const { width } = drawing.viewBox.baseVal;
    expect([box.x, box.y, width - box.x - box.width, width - box.y - box.height]).to.deep.equal([4, 4, 4, 4]);
  });
});
