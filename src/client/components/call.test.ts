// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, fixtureCleanup, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { LitElement } from "lit";
import type { AppState } from "../state.ts";
import type { TextLine } from "../talk-state.ts";
import { speak } from "../words/current.ts";
import type { EarshotCall } from "./call.ts";
import "./call.ts";
import {
  all,
  asLaptop,
  asPhone,
  connected,
  dress,
  accessibleInBothSchemes,
  listen,
  media,
  one,
  online,
  picture,
  textOf,
} from "./testing.ts";
import { until } from "../testing/until.ts";

const theirs = { muted: false, cameraOff: false, sharing: false };
const line = (from: "me" | "them", text: string) => ({ kind: "text" as const, mid: text, from, text, at: 0 });
const talking = (lines: readonly TextLine[], unread = 0): AppState => ({
  ...online,
  talks: [{ id: "ada", name: "Ada", lines, unread, typing: false, trusted: false }],
});

describe("earshot-call", () => {
  before(dress);
  beforeEach(asPhone);

  const show = (more: Partial<EarshotCall> = {}) => {
    const {
      call,
      media: shown,
      theirs: other,
      quality,
      state,
    } = { call: connected, media, theirs, state: online, ...more };
    return fixture<EarshotCall>(
      html`<earshot-call
        .call=${call}
        .media=${shown}
        .theirs=${other}
        .quality=${quality}
        .state=${state}
      ></earshot-call>`,
    );
  };
  const picturesOf = (element: EarshotCall) => element.shadowRoot?.querySelector("earshot-pictures")?.shadowRoot;
  const remoteOf = (element: EarshotCall) => picturesOf(element)?.querySelector("earshot-remote")?.shadowRoot;

  it("shows the other and the user", async () => {
    const [local, remote] = [picture(), picture()];
    const element = await show({ media: { ...media, local, remote } });
    one("region", "Call with Ada");
    expect(element.shadowRoot?.activeElement === one("region")).to.equal(true);
    const theirVideo = remoteOf(element)?.querySelector("video");
    expect(theirVideo?.getAttribute("aria-label")).to.equal("Ada");
    expect(theirVideo?.srcObject === remote).to.equal(true);
    expect(theirVideo?.muted).to.equal(false);
    await until(() => theirVideo && !theirVideo.className.includes("unshown"));
    const own = picturesOf(element)?.querySelector("earshot-self")?.shadowRoot?.querySelector("video");
    expect(own?.getAttribute("aria-label")).to.equal("You");
    expect(own?.muted).to.equal(true);
  });

  it("lets go of both pictures when it ends, and holds them again should it come back", async () => {
    const [local, remote] = [picture(), picture()];
    const element = await show({ media: { ...media, local, remote } });
    const self = picturesOf(element)?.querySelector("earshot-self")?.shadowRoot;
    const videos = [remoteOf(element)?.querySelector("video"), self?.querySelector("video")];
    const shown = () => videos.map((video) => video?.srcObject);
    expect(shown()).to.deep.equal([remote, local]);
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect(shown()).to.deep.equal([null, null]);
    // An emptied video says so, which renders once more what has left the page.
    const parts = [...(picturesOf(element)?.querySelectorAll<LitElement>("earshot-remote, earshot-self") ?? [])];
    for (const part of parts) part.requestUpdate();
    await Promise.all(parts.map(({ updateComplete }) => updateComplete));
    expect(shown()).to.deep.equal([null, null]);
    parent.append(element);
    expect(shown()).to.deep.equal([remote, local]);
  });

  it("does not start the pictures anew when something else changes", async () => {
    const element = await show({ media: { ...media, local: picture(), remote: picture() } });
    const video = remoteOf(element)?.querySelector("video");
    await until(() => (video?.currentTime ?? 0) > 0);
    let restarts = 0;
    video?.addEventListener("emptied", () => restarts++);
    element.theirs = { muted: true, cameraOff: false, sharing: false };
    await element.updateComplete;
    element.theirs = { muted: true, cameraOff: true, sharing: false };
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(restarts).to.equal(0);
  });

  it("shows the avatar where there is no picture", async () => {
    const local = picture();
    const more = {
      media: { ...media, local, remote: picture() },
      theirs: { muted: true, cameraOff: true, sharing: false },
    };
    const element = await show(more);
    expect(textOf(element)).to.contain("Camera is off").and.to.contain("Ada is muted");
    element.theirs = theirs;
    await until(() => !textOf(element).includes("Camera is off") && !textOf(element).includes("muted"));
    expect(textOf(await show({ media: { ...media, local } }))).to.contain("Camera is off");
  });

  it("offers a tap where the browser refuses to make a sound by itself", async () => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("no gesture yet", "NotAllowedError"));
    try {
      await show({ media: { ...media, remote: picture() } });
      await until(() => all("button", "Tap to hear Ada").length === 1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
    one("button", "Tap to hear Ada").click();
    await until(() => all("button", "Tap to hear Ada").length === 0);
  });

  it("counts the time, and stops when it is gone", async () => {
    const { setInterval: set, clearInterval: clear } = window;
    const ticking = new Map<number, () => void>();
    window.setInterval = ((tick: () => void) => ticking.set(ticking.size + 1, tick).size) as typeof window.setInterval;
    window.clearInterval = ((id: number) => ticking.delete(id)) as typeof window.clearInterval;
    try {
      const since = Date.now() - 61_000;
      const element = await show({ call: { ...connected, since } });
      expect(one("timer").textContent).to.match(/^1:0[12]$/);
      expect(ticking.size).to.be.greaterThan(0);
      Object.assign(element.call, { since: since - 10_000 });
      for (const tick of ticking.values()) tick();
      await element.updateComplete;
      expect(one("timer").textContent).to.match(/^1:1[123]$/);
      element.remove();
      expect(ticking.size).to.equal(0);
    } finally {
      Object.assign(window, { setInterval: set, clearInterval: clear });
    }
  });

  it("says that it reconnects", async () => {
    const element = await show();
    expect(one("status").textContent?.trim()).to.equal("");
    element.call = { ...connected, reconnecting: Date.now() - 3000 };
    await element.updateComplete;
    expect(textOf(one("status"))).to.equal("Reconnecting… 3 s");
    expect(one("status").querySelector("[aria-hidden]")?.textContent).to.equal("3 s");
  });

  it("switches microphone and camera, and hangs up", async () => {
    const said = listen();
    const element = await show();
    one("button", "Mute").click();
    one("button", "Camera off").click();
    element.media = { ...media, muted: true, cameraOff: true };
    await element.updateComplete;
    one("button", "Unmute").click();
    one("button", "Camera on").click();
    one("button", "Hang up").click();
    expect(said).to.deep.equal([
      { type: "mute", muted: true },
      { type: "camera", off: true },
      { type: "mute", muted: false },
      { type: "camera", off: false },
      { type: "hang-up" },
    ]);
  });

  it("shares the screen where the browser can, says that it is shared, and stops", async () => {
    const said = listen();
    const element = await show();
    expect(all("button", "Share screen")).to.have.length(0);
    element.media = { ...media, canShare: true };
    await element.updateComplete;
    one("button", "Share screen").click();
    element.media = { ...media, canShare: true, ownScreen: picture() };
    await element.updateComplete;
    expect(textOf(element)).to.contain("You are sharing your screen");
    one("button", "Stop").click();
    one("button", "Stop sharing").click();
    expect(said).to.deep.equal([
      { type: "share-screen", on: true },
      { type: "share-screen", on: false },
      { type: "share-screen", on: false },
    ]);
  });

  it("tells who speaks although they are muted", async () => {
    const element = await show({ media: { ...media, muted: true } });
    expect(textOf(element)).not.to.contain("Press Unmute");
    element.media = { ...media, muted: true, unheard: true };
    await element.updateComplete;
    expect(textOf(element)).to.contain("You are muted. Press Unmute to be heard.");
  });

  it("lets a screen reader say what changes, once", async () => {
    const element = await show();
    const spoken = () =>
      [...(element.shadowRoot?.querySelectorAll("[aria-live]") ?? [])].map(({ textContent }) => textContent.trim());
    expect(spoken().join("")).to.equal("");
    element.theirs = { muted: false, cameraOff: true, sharing: false };
    await element.updateComplete;
    expect(spoken()).to.include("Ada turned the camera off");
    element.quality = { grade: "poor", cause: "loss", loss: 0.2 };
    await element.updateComplete;
    expect(spoken()).to.include("Weak connection: the network loses packets");
    element.media = { ...media, problem: "No camera." };
    await element.updateComplete;
    expect(spoken()).to.include("No camera.");
  });

  it("is done by keys, but not while one types or presses a button", async () => {
    const said = listen();
    const meant = () => said.filter(({ type }) => type !== "reading");
    const element = await show();
    const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) =>
      target.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true, ...more }),
      );
    press("m");
    press(" ");
    press("v");
    press("M", document.body, { code: "KeyM" });
    press("ь", document.body, { code: "KeyM" });
    const switched = said.length;
    expect(said.map(({ type }) => type)).to.deep.equal(["mute", "mute", "camera", "mute", "mute"]);
    press("m", document.body, { ctrlKey: true });
    press("m", document.body, { repeat: true });
    press(" ", one("button", "Chat"));
    expect(meant()).to.have.length(switched);

    press("c");
    await until(() => all("log", "Chat").length === 1);
    const field = one("textbox", "Message");
    press("m", field);
    press("c", field);
    expect(meant()).to.have.length(switched);
    press("c");
    await until(() => all("log").length === 0);
    one("button", "More").click();
    await until(() => all("dialog", "More").length === 1);
    press("m", one("button", "Close"));
    expect(meant()).to.have.length(switched);
    one("button", "Close").click();
    element.remove();
    press("m");
    expect(meant()).to.have.length(switched);
    expect(one.bind(undefined, "button", "Mute")).to.throw();
  });

  it("names the keys on the buttons", async () => {
    await show();
    for (const [name, keys] of [
      ["Mute", "M Space"],
      ["Camera off", "V"],
      ["Chat", "C"],
    ])
      expect(one("button", name).getAttribute("aria-keyshortcuts")).to.equal(keys);
  });

  it("fits on the smallest phone, with all its buttons, in whatever language", async () => {
    await setViewport({ width: 320, height: 568 });
    try {
      for (const tag of ["en", "de", "es", "fr", "zh"] as const) {
        await speak(tag);
        await show({ media: { ...media, canShare: true } });
        const buttons = all("button");
        expect(buttons).to.have.length(6);
        for (const button of buttons) {
          const { left, right, width, height } = button.getBoundingClientRect();
          expect(left, tag).to.be.at.least(0);
          expect(right, tag).to.be.at.most(320);
          expect(Math.min(width, height), tag).to.be.at.least(44);
          expect(button.scrollWidth, `${tag} ${button.innerText}`).to.be.at.most(button.clientWidth);
        }
        fixtureCleanup();
      }
    } finally {
      await speak("en");
    }
  });

  it("says what is wrong with camera or microphone", async () => {
    expect(textOf(await show({ media: { ...media, problem: "No camera." } }))).to.contain("No camera.");
  });

  it("opens the chat on a phone when asked to, and counts what came meanwhile", async () => {
    const element = await show();
    const button = one("button", "Chat");
    expect(all("log")).to.have.length(0);
    element.state = talking([line("them", "Hi"), line("me", "Hello"), line("them", "There?")], 2);
    await element.updateComplete;
    expect(textOf(element)).to.contain("2 new messages");
    expect(button.getAttribute("aria-expanded")).to.equal("false");

    button.click();
    await until(() => all("log", "Chat").length === 1);
    expect(button.getAttribute("aria-expanded")).to.equal("true");
    expect(textOf(element)).not.to.contain("new messages");
    const field = one("textbox", "Message");
    await until(() => (field.getRootNode() as ShadowRoot).activeElement === field);

    // It was said that this is read.
    element.state = talking([line("them", "Hi"), line("me", "Hello"), line("them", "There?")]);
    one("button", "Close").click();
    await until(() => all("log").length === 0);
    await until(() => element.shadowRoot?.activeElement === button);
    expect(textOf(element)).not.to.contain("new message");
    element.state = talking([line("them", "Bye")], 1);
    await element.updateComplete;
    expect(textOf(element)).to.contain("1 new message");
  });

  it("has the chat open on a laptop", async () => {
    await asLaptop();
    await show();
    one("log", "Chat");
    one("textbox", "Message");
  });

  it("is accessible in both schemes, on phone and laptop, in every state", async () => {
    const local = picture();
    const remote = picture();
    const quality = { grade: "poor", cause: "loss", loss: 0.2 } as const;
    const state = talking([line("me", "Hello"), line("them", "Hi")]);
    const states: Partial<EarshotCall>[] = [
      { media: { ...media, local, remote, canShare: true, canFlip: true }, quality: { grade: "good", loss: 0 } },
      {
        call: { ...connected, reconnecting: Date.now() },
        media: { ...media, muted: true, unheard: true, problem: "No camera was found." },
        theirs: { muted: true, cameraOff: true, sharing: false },
        quality,
        state,
      },
      { media: { ...media, local, remote, theirScreen: picture() }, state },
      { media: { ...media, local, remote, canShare: true, ownScreen: picture() }, quality },
    ];
    for (const size of [asPhone, asLaptop]) {
      await size();
      for (const more of states) {
        const element = await show(more);
        await accessibleInBothSchemes(element);
        element.remove();
      }
    }
  });
});
