// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendMouse } from "@web/test-runner-commands";
import type { EarshotCall } from "./call.ts";
import "./call.ts";
import type { EarshotPictures } from "./pictures.ts";
import { asPhone, connected, dress, listen, media, one, online, picture } from "./testing.ts";
import { until } from "../testing/until.ts";

const theirs = { muted: false, cameraOff: false, sharing: false };

describe("the controls of a call", () => {
  /** How time passes here: what waits for the controls to fade is done at once. */
  let pass: () => void;
  const { setTimeout: set, clearTimeout: clear } = window;
  const waiting = new Map<number, () => void>();

  before(dress);
  beforeEach(async () => {
    await asPhone();
    await sendMouse({ type: "move", position: [180, 300] });
    // Only the long ones: a tool of the tests has short ones of its own.
    window.setTimeout = ((act: () => void, ms?: number, ...more: unknown[]) => {
      if (ms !== 4000) return set(act, ms, ...more);
      const id = -1 - waiting.size - Math.max(0, ...[...waiting.keys()].map((key) => -key));
      waiting.set(id, act);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((id: number) => {
      if (!waiting.delete(id)) clear(id);
    }) as typeof window.clearTimeout;
    pass = () => {
      const due = [...waiting.values()];
      waiting.clear();
      for (const act of due) act();
    };
  });
  afterEach(() => {
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
    waiting.clear();
  });

  async function show(more: Partial<EarshotCall> = {}) {
    const state = { call: connected, media: { ...media, local: picture(), remote: picture() }, theirs, ...more };
    const element = await fixture<EarshotCall>(
      html`<earshot-call
        .call=${state.call}
        .media=${state.media}
        .theirs=${state.theirs}
        .state=${online}
      ></earshot-call>`,
    );
    const pictures = element.shadowRoot?.querySelector<EarshotPictures>("earshot-pictures");
    if (!state.theirs.cameraOff) await until("no picture comes", () => pictures?.pictured);
    const faded = () => element.shadowRoot?.querySelector("section")?.classList.contains("faded");
    const still = async () => {
      pass();
      await element.updateComplete;
    };
    return { element, faded, still };
  }

  const opacity = (button: Element) => getComputedStyle(button.closest(".controls") as Element).opacity;
  const down = (target: Element, pointerType: string) =>
    target.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true, pointerType }));

  it("fade when nobody needs them, and can still be used", async () => {
    const said = listen();
    const { faded, still } = await show();
    const mute = one("button", "Mute");
    expect(faded()).to.equal(false);
    await still();
    expect(faded()).to.equal(true);
    await until("they do not fade", () => opacity(mute) === "0");
    // As a mouse, a screen reader or a test does.
    down(mute, "mouse");
    mute.click();
    expect(said).to.deep.equal([{ type: "mute", muted: true }]);
    expect(one("button", "Hang up").checkVisibility({ visibilityProperty: true })).to.equal(true);
  });

  it("come back by a touch, a mouse or a key; a finger's first tap does nothing else", async () => {
    const said = listen();
    const { element, faded, still } = await show();
    const mute = one("button", "Mute");
    await still();
    down(mute, "touch");
    mute.click();
    await element.updateComplete;
    expect(faded()).to.equal(false);
    expect(said).to.deep.equal([]);
    down(mute, "touch");
    mute.click();
    expect(said).to.deep.equal([{ type: "mute", muted: true }]);
    for (const event of [
      new PointerEvent("pointermove", { bubbles: true, composed: true, pointerType: "mouse" }),
      new KeyboardEvent("keydown", { key: "Shift", bubbles: true, composed: true }),
    ]) {
      await still();
      expect(faded()).to.equal(true);
      mute.dispatchEvent(event);
      await element.updateComplete;
      expect(faded()).to.equal(false);
    }
  });

  it("are waited for no more once the call is over, though it was rendered once more", async () => {
    const { element, still } = await show();
    await still();
    element.call = { ...connected, reconnecting: Date.now() };
    element.remove();
    await element.updateComplete;
    expect(waiting.size).to.equal(0);
  });

  it("stay while there is no picture, something is wrong, or a menu is open", async () => {
    for (const more of [
      { theirs: { muted: false, cameraOff: true, sharing: false } },
      { call: { ...connected, reconnecting: Date.now() } },
      { media: { ...media, local: picture(), remote: picture(), problem: "No camera." } },
    ]) {
      const { element, faded, still } = await show(more);
      await still();
      expect(faded()).to.equal(false);
      element.remove();
      waiting.clear();
    }
    const { element, faded, still } = await show();
    await still();
    expect(faded()).to.equal(true);
    element.call = { ...connected, reconnecting: Date.now() };
    await element.updateComplete;
    expect(faded()).to.equal(false);
    element.call = connected;
    one("button", "More").click();
    await element.updateComplete;
    await still();
    expect(faded()).to.equal(false);
  });

  it("stay while one of them has the focus by the keyboard", async () => {
    const { faded, still } = await show();
    one("button", "Mute").focus({ focusVisible: true });
    await still();
    expect(faded()).to.equal(false);
    one("button", "Mute").blur();
    await still();
    expect(faded()).to.equal(true);
  });

  it("leave no timer behind", async () => {
    const { element } = await show();
    expect(waiting.size).to.equal(1);
    element.remove();
    expect(waiting.size).to.equal(0);
  });
});
