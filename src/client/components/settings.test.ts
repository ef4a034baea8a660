// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import type { Preferences } from "../preferences.ts";
import type { EarshotSettings } from "./settings.ts";
import "./settings.ts";
import {
  all,
  asLaptop,
  asPhone,
  choices,
  dress,
  accessibleInBothSchemes,
  listen,
  media,
  one,
  prefer,
  online,
  picture,
  textOf,
} from "./testing.ts";
import { until } from "../testing/until.ts";

const full = { ...media, ...choices, speakers: [{ id: "loud", label: "Loudspeaker" }], speakerId: "loud" };

describe("earshot-settings", () => {
  before(dress);
  beforeEach(asPhone);

  async function show(
    preferences: Partial<Preferences> = {},
    { state = full, notifications }: { state?: typeof media; notifications?: NotificationPermission } = {},
  ) {
    const local = picture();
    const element = await fixture<EarshotSettings>(
      html`<earshot-settings
        name="Grace"
        .media=${{ ...state, local }}
        .preferences=${{ ...online.preferences, ...preferences }}
        .notifications=${notifications}
      ></earshot-settings>`,
    );
    const closed: Event[] = [];
    element.addEventListener("close", (event) => closed.push(event));
    return { element, closed };
  }

  it("is a modal dialog with what can be set", async () => {
    await show();
    expect(one("dialog", "Settings").matches(":modal")).to.equal(true);
    expect(one("textbox", "Your name", HTMLInputElement).value).to.equal("Grace");
    expect(one("combobox", "Camera", HTMLSelectElement).value).to.equal("front");
    expect(one("combobox", "Microphone", HTMLSelectElement).value).to.equal("built-in");
    expect(one("combobox", "Speaker", HTMLSelectElement).value).to.equal("loud");
  });

  it("saves another name, says so, and stays open", async () => {
    const said = listen();
    const { closed } = await show();
    one("textbox", "Your name", HTMLInputElement).value = "Ada";
    one("button", "Save").click();
    expect(said).to.deep.include({ type: "rename", name: "Ada" });
    await until(() => textOf(one("status")) === "Saved");
    expect(closed).to.have.length(0);
    one("textbox", "Your name").focus();
    await sendKeys({ type: "x" });
    await until(() => textOf(one("status")) === "");
  });

  it("says nothing of the same name, and what a name must be", async () => {
    const said = listen();
    const { element } = await show();
    one("button", "Save").click();
    one("textbox", "Your name", HTMLInputElement).value = " ";
    one("button", "Save").click();
    await until(() => textOf(element).includes("1 to 40 characters"));
    expect(said.some(({ type }) => type === "rename")).to.equal(false);
  });

  it("acts at once: looks", async () => {
    const said = listen();
    await show({ appearance: "dark" });
    expect(one("radio", "Dark", HTMLInputElement).checked).to.equal(true);
    one("radio", "Light").click();
    one("radio", "System").click();
    expect(said).to.deep.include({ type: "prefer", wish: { appearance: "light" } });
    expect(said).to.deep.include({ type: "prefer", wish: { appearance: "system" } });
    one("group", "Appearance");
  });

  it("acts at once: language", async () => {
    const said = listen();
    await show({ language: "fr", languageChosen: true });
    const select = one("combobox", "Language", HTMLSelectElement);
    expect(select.selectedOptions[0]?.text).to.equal("Français");
    for (const value of ["de", "system"]) {
      select.value = value;
      select.dispatchEvent(new Event("change"));
      expect(said).to.deep.include({ type: "prefer", wish: { language: value } });
    }
  });

  for (const [name, kind] of [
    ["Cancel echo", "echoCancellation"],
    ["Suppress noise", "noiseSuppression"],
    ["Adjust loudness", "autoGainControl"],
    ["Silent mode", "silent"],
    ["Do not disturb", "doNotDisturb"],
  ] as const)
    it(`acts at once: ${name}`, async () => {
      const said = listen();
      await show({ [kind]: false });
      const toggle = one("switch", name, HTMLInputElement);
      expect(toggle.checked).to.equal(false);
      toggle.focus();
      await sendKeys({ press: "Space" });
      expect(said).to.deep.include({ type: "prefer", wish: { [kind]: true } });
      toggle.click();
      expect(said).to.deep.include({ type: "prefer", wish: { [kind]: false } });
    });

  it("rings as loud as the slider is let go at, and on a button", async () => {
    const said = listen();
    const { element } = await show({ ringVolume: 0.5 });
    const slider = one("slider", "Ringtone volume", HTMLInputElement);
    expect(slider.getAttribute("aria-valuetext")).to.equal("50%");
    slider.focus();
    await sendKeys({ press: "ArrowRight" });
    expect(said.slice(-2)).to.deep.equal([{ type: "prefer", wish: { ringVolume: 0.55 } }, { type: "test-ring" }]);
    one("button", "Play ringtone").click();
    expect(said.filter(({ type }) => type === "test-ring")).to.have.length(2);
    element.preferences = { ...online.preferences, silent: true };
    await until(() => one("slider", "Ringtone volume", HTMLInputElement).disabled);
    expect(one("button", "Play ringtone", HTMLButtonElement).disabled).to.equal(true);
  });

  it("tests the speaker where one can be chosen, and chooses it", async () => {
    const said = listen();
    const { element } = await show();
    one("button", "Test speaker").click();
    expect(said).to.deep.include({ type: "test-speaker" });
    one("combobox", "Speaker").dispatchEvent(new Event("change"));
    expect(said).to.deep.include({ type: "choose", speakerId: "loud" });
    element.media = { ...media, ...choices };
    await until(() => all("button", "Test speaker").length === 0);
    expect(all("combobox", "Speaker")).to.have.length(0);
  });

  it("says how notifications stand, and asks for them where that can be done", async () => {
    const said = listen();
    const { element } = await show({}, { notifications: "default" });
    one("button", "Allow notifications").click();
    expect(said).to.deep.include({ type: "ask-notifications" });
    for (const [permission, sentence] of [
      ["granted", "You are told of calls"],
      ["denied", "They are blocked"],
      [undefined, "cannot show any"],
    ] as const) {
      element.notifications = permission;
      await until(sentence, () => textOf(element).includes(sentence));
      expect(all("button", "Allow notifications")).to.have.length(0);
    }
  });

  it("clears everything in two taps, saying what goes", async () => {
    const said = listen();
    const { element } = await show();
    const clears = () => said.some(({ type }) => type === "clear-everything");
    one("button", "Clear everything").click();
    await until(() => all("button", "Keep it").length === 1);
    expect(textOf(element)).to.contain("Your name, settings and recent calls");
    expect(clears()).to.equal(false);
    const keep = one("button", "Keep it");
    await until(() => (keep.getRootNode() as ShadowRoot).activeElement === keep);
    await expect(element).to.be.accessible();
    keep.click();
    await until(() => all("button", "Clear everything").length === 1);
    expect(clears()).to.equal(false);
    one("button", "Clear everything").click();
    await until(() => all("button", "Yes, clear everything").length === 1);
    one("button", "Yes, clear everything").click();
    expect(clears()).to.equal(true);
  });

  it("closes with Escape and with its button", async () => {
    const first = await show();
    await sendKeys({ press: "Escape" });
    await until(() => first.closed.length === 1);
    first.element.remove();
    const second = await show();
    one("button", "Close").click();
    await until(() => second.closed.length === 1);
  });

  it("keeps the camera on while its picture is on the screen, and no longer", async () => {
    const previews = () => said.flatMap((intent) => (intent.type === "preview" ? [intent.on] : []));
    const said = listen();
    const { element } = await show();
    const dialog = one("dialog", "Settings");
    expect(previews()).to.deep.equal([true]);
    dialog.scrollTo(0, dialog.scrollHeight);
    await until("scrolled past", () => previews().join() === "true,false");
    dialog.scrollTo(0, 0);
    await until("scrolled back", () => previews().join() === "true,false,true");
    element.remove();
    expect(previews()).to.deep.equal([true, false, true, false]);
  });

  it("fits any screen, with targets that a thumb can hit", async () => {
    const { element } = await show({}, { notifications: "default" });
    for (const [width, height] of [
      [320, 480],
      [360, 740],
      [740, 360],
      [1280, 800],
      [3840, 2160],
    ] as const) {
      await setViewport({ width, height });
      const dialog = one("dialog", "Settings");
      expect(dialog.scrollWidth, `at ${width}`).to.be.at.most(dialog.clientWidth);
      const { top, bottom } = dialog.getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(height);
    }
    await asPhone();
    for (const control of [...all("button"), ...all("combobox"), ...all("radio"), ...all("slider")]) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height), control.outerHTML).to.be.at.least(44);
    }
    for (const toggle of all("switch"))
      expect(toggle.closest("label")?.getBoundingClientRect().height, toggle.id).to.be.at.least(44);
    expect(element.isConnected).to.equal(true);
  });

  it("is accessible in both schemes, on phone and laptop, and in forced colours", async () => {
    const { element } = await show({ silent: true, doNotDisturb: true }, { notifications: "default" });
    for (const size of [asPhone, asLaptop]) {
      await size();
      await accessibleInBothSchemes(element);
    }
    await prefer({ forcedColors: "active" });
    expect(matchMedia("(forced-colors: active)").matches).to.equal(true);
    await expect(element).to.be.accessible();
  });
});
