// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import {
  all,
  choices,
  dress,
  accessibleInBothSchemes,
  listen,
  media,
  one,
  online,
  picture,
  textOf,
} from "./testing.ts";
import type { EarshotWelcome } from "./welcome.ts";
import "./welcome.ts";
import { until } from "../testing/until.ts";

describe("earshot-welcome", () => {
  before(dress);

  const show = (more = {}) =>
    fixture<EarshotWelcome>(
      html`<earshot-welcome .media=${{ ...media, ...more }} .preferences=${online.preferences}></earshot-welcome>`,
    );

  it("asks for the name and says it, cleaned, on Join", async () => {
    const said = listen();
    await show();
    const field = one("textbox", "Your name", HTMLInputElement);
    expect(field.autocomplete).to.equal("name");
    // In halves of characters, as the browser counts: 40 emoji must fit.
    expect(field.maxLength).to.equal(80);
    field.value = "  Ada\u202e  Lovelace ";
    one("button", "Join").click();
    expect(said).to.deep.include({ type: "join", name: "Ada Lovelace" });
    one("heading");
  });

  it("takes Enter for Join", async () => {
    const said = listen();
    await show();
    one("textbox", "Your name").focus();
    await sendKeys({ type: "Ada" });
    await sendKeys({ press: "Enter" });
    expect(said).to.deep.include({ type: "join", name: "Ada" });
  });

  it("says at the field what a name must be, until it is one", async () => {
    const said = listen();
    const element = await show();
    one("button", "Join").click();
    await until(() => textOf(element).includes("1 to 40 characters"));
    const field = one("textbox", "Your name", HTMLInputElement);
    expect(field.getAttribute("aria-invalid")).to.equal("true");
    const root = field.getRootNode() as ShadowRoot;
    expect(root.getElementById(field.getAttribute("aria-describedby") ?? "")?.textContent).to.contain("name");
    expect(root.activeElement === field).to.equal(true);
    expect(said.some(({ type }) => type === "join")).to.equal(false);
    await expect(element).to.be.accessible();

    await sendKeys({ type: "A" });
    await until(() => !textOf(element).includes("1 to 40 characters"));
    expect(field.getAttribute("aria-invalid")).to.equal("false");
  });

  it("keeps the preview on while it is shown, and no longer", async () => {
    const said = listen();
    const element = await show();
    expect(said).to.deep.equal([{ type: "preview", on: true }]);
    element.remove();
    expect(said).to.deep.equal([
      { type: "preview", on: true },
      { type: "preview", on: false },
    ]);
  });

  it("shows the user, as in a mirror", async () => {
    const stream = picture();
    const element = await show({ local: stream });
    const self = element.shadowRoot?.querySelector("earshot-self");
    const video = self?.shadowRoot?.querySelector("video");
    expect(video?.getAttribute("aria-label")).to.equal("You");
    expect(video?.srcObject === stream).to.equal(true);
    expect(video?.muted).to.equal(true);
    expect(video?.className).to.equal("mirrored");
  });

  it("shows what is wrong, with and without a picture", async () => {
    const problem = "The camera is blocked: allow it beside the address.";
    expect(textOf(await show({ problem }))).to.contain(problem);
    expect(textOf(await show({ problem, local: picture() }))).to.contain(problem);
  });

  it("lets camera and microphone be chosen where there are any", async () => {
    const said = listen();
    const element = await show();
    expect(all("combobox", "Camera")).to.have.length(0);
    element.media = { ...media, ...choices };
    await element.updateComplete;
    // Few want that before they have seen anything.
    expect(all("combobox", "Camera")).to.have.length(0);
    element.shadowRoot?.querySelector("summary")?.click();
    await until(() => all("combobox", "Camera").length === 1);
    const camera = one("combobox", "Camera", HTMLSelectElement);
    expect(camera.value).to.equal("front");
    expect([...camera.options].map(({ text }) => text)).to.deep.equal(["Front camera", "Camera 2"]);
    camera.value = "back";
    camera.dispatchEvent(new Event("change"));
    expect(said).to.deep.include({ type: "choose", cameraId: "back" });
    one("combobox", "Microphone").dispatchEvent(new Event("change"));
    expect(said).to.deep.include({ type: "choose", microphoneId: "built-in" });
  });

  it("lets the language be chosen before anything else", async () => {
    const said = listen();
    await show();
    const select = one("combobox", "Language", HTMLSelectElement);
    select.value = "de";
    select.dispatchEvent(new Event("change"));
    expect(said).to.deep.include({ type: "prefer", wish: { language: "de" } });
  });

  it("has name and Join in sight on a small phone, and fits any screen", async () => {
    await show({ ...choices, local: picture() });
    for (const [width, height] of [
      [320, 568],
      [360, 740],
      [740, 360],
      [1280, 800],
      [3840, 2160],
    ] as const) {
      await setViewport({ width, height });
      expect(document.documentElement.scrollWidth, `at ${width}`).to.equal(width);
      expect(one("button", "Join").getBoundingClientRect().bottom, `at ${width}`).to.be.at.most(height);
    }
  });

  it("is accessible in both schemes", async () => {
    for (const more of [{}, { problem: "No camera was found." }, { ...choices, local: picture() }]) {
      const element = await show(more);
      await accessibleInBothSchemes(element);
      element.remove();
    }
  });
});
