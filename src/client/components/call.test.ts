// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html, waitUntil } from "@open-wc/testing";
import type { LitElement } from "lit";
import type { EarshotCall } from "./call.ts";
import "./call.ts";
import {
  all,
  asLaptop,
  asPhone,
  connected,
  dress,
  inBothSchemes,
  listen,
  media,
  one,
  picture,
  textOf,
} from "./testing.ts";

const theirs = { muted: false, cameraOff: false, sharing: false };
const line = (from: "me" | "them", text: string) => ({ from, text, at: 0 });

describe("earshot-call", () => {
  before(dress);
  beforeEach(asPhone);

  const show = (more: Partial<EarshotCall> = {}) => {
    const { call, media: shown, theirs: other, chat } = { call: connected, media, theirs, chat: [], ...more };
    return fixture<EarshotCall>(
      html`<earshot-call .call=${call} .media=${shown} .theirs=${other} .chat=${chat}></earshot-call>`,
    );
  };
  const remoteOf = (element: EarshotCall) => element.shadowRoot?.querySelector("earshot-remote")?.shadowRoot;

  it("shows the other and the user", async () => {
    const [local, remote] = [picture(), picture()];
    const element = await show({ media: { ...media, local, remote } });
    one("region", "Call with Ada");
    expect(element.shadowRoot?.activeElement === one("region")).to.equal(true);
    const theirVideo = remoteOf(element)?.querySelector("video");
    expect(theirVideo?.getAttribute("aria-label")).to.equal("Ada");
    expect(theirVideo?.srcObject === remote).to.equal(true);
    expect(theirVideo?.muted).to.equal(false);
    await waitUntil(() => theirVideo && !theirVideo.className.includes("unshown"));
    const own = element.shadowRoot?.querySelector("earshot-self")?.shadowRoot?.querySelector("video");
    expect(own?.getAttribute("aria-label")).to.equal("You");
    expect(own?.muted).to.equal(true);
  });

  it("lets go of both pictures when it ends, and holds them again should it come back", async () => {
    const [local, remote] = [picture(), picture()];
    const element = await show({ media: { ...media, local, remote } });
    const self = element.shadowRoot?.querySelector("earshot-self")?.shadowRoot;
    const videos = [remoteOf(element)?.querySelector("video"), self?.querySelector("video")];
    const shown = () => videos.map((video) => video?.srcObject);
    expect(shown()).to.deep.equal([remote, local]);
    const parent = element.parentElement as HTMLElement;
    element.remove();
    expect(shown()).to.deep.equal([null, null]);
    // An emptied video says so, which renders once more what has left the page.
    const parts = [...(element.shadowRoot?.querySelectorAll<LitElement>("earshot-remote, earshot-self") ?? [])];
    for (const part of parts) part.requestUpdate();
    await Promise.all(parts.map(({ updateComplete }) => updateComplete));
    expect(shown()).to.deep.equal([null, null]);
    parent.append(element);
    expect(shown()).to.deep.equal([remote, local]);
  });

  it("does not start the pictures anew when something else changes", async () => {
    const element = await show({ media: { ...media, local: picture(), remote: picture() } });
    const video = remoteOf(element)?.querySelector("video");
    await waitUntil(() => (video?.currentTime ?? 0) > 0);
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
    const element = await show({
      media: { ...media, remote: picture() },
      theirs: { muted: true, cameraOff: true, sharing: false },
    });
    expect(textOf(element)).to.contain("Camera is off").and.to.contain("Ada is muted");
    element.theirs = theirs;
    await element.updateComplete;
    expect(textOf(element)).not.to.contain("Camera is off").and.not.to.contain("muted");
    expect(textOf(await show())).to.contain("Camera is off");
  });

  it("offers a tap where the browser refuses to make a sound by itself", async () => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = () => Promise.reject(new DOMException("no gesture yet", "NotAllowedError"));
    try {
      await show({ media: { ...media, remote: picture() } });
      await waitUntil(() => all("button", "Tap to hear Ada").length === 1);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
    one("button", "Tap to hear Ada").click();
    await waitUntil(() => all("button", "Tap to hear Ada").length === 0);
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
      expect(ticking.size).to.equal(1);
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

  it("says what is wrong with camera or microphone", async () => {
    expect(textOf(await show({ media: { ...media, problem: "No camera." } }))).to.contain("No camera.");
  });

  it("opens the chat on a phone when asked to, and counts what came meanwhile", async () => {
    const element = await show();
    const button = one("button", "Chat");
    expect(all("log")).to.have.length(0);
    element.chat = [line("them", "Hi"), line("me", "Hello"), line("them", "There?")];
    await element.updateComplete;
    expect(textOf(element)).to.contain("2 new messages");
    expect(button.getAttribute("aria-expanded")).to.equal("false");

    button.click();
    await waitUntil(() => all("log", "Chat").length === 1);
    expect(button.getAttribute("aria-expanded")).to.equal("true");
    expect(textOf(element)).not.to.contain("new messages");
    const field = one("textbox", "Message");
    await waitUntil(() => (field.getRootNode() as ShadowRoot).activeElement === field);

    one("button", "Close").click();
    await waitUntil(() => all("log").length === 0);
    await waitUntil(() => element.shadowRoot?.activeElement === button);
    expect(textOf(element)).not.to.contain("new message");
    element.chat = [...element.chat, line("them", "Bye")];
    await element.updateComplete;
    expect(textOf(element)).to.contain("1 new message");
  });

  it("has the chat open on a laptop", async () => {
    await asLaptop();
    await show();
    one("log", "Chat");
    one("textbox", "Message");
  });

  it("is accessible in both schemes, on phone and laptop", async () => {
    const more = {
      call: { ...connected, reconnecting: Date.now() },
      media: { ...media, muted: true, problem: "No camera was found." },
      theirs: { muted: true, cameraOff: true, sharing: false },
      chat: [line("me", "Hello"), line("them", "Hi")],
    };
    for (const size of [asPhone, asLaptop]) {
      await size();
      const element = await show(more);
      await inBothSchemes(() => expect(element).to.be.accessible() as unknown as Promise<void>);
      element.remove();
    }
  });
});
