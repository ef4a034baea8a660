// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { Quality } from "../quality.ts";
import type { EarshotCall } from "./call.ts";
import "./call.ts";
import type { EarshotPictures } from "./pictures.ts";
import { all, asPhone, connected, dress, listen, media, one, online, picture, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const theirs = { muted: false, cameraOff: false };

describe("the pictures of a call", () => {
  let local: MediaStream;
  let remote: MediaStream;
  before(dress);
  beforeEach(async () => {
    await asPhone();
    [local, remote] = [picture(), picture()];
  });

  async function show(more: Partial<EarshotCall> = {}) {
    const state = { media: { ...media, local, remote }, theirs, quality: undefined as Quality | undefined, ...more };
    const call = await fixture<EarshotCall>(
      html`<earshot-call
        .call=${connected}
        .media=${state.media}
        .theirs=${state.theirs}
        .quality=${state.quality}
        .state=${online}
      ></earshot-call>`,
    );
    const pictures = call.shadowRoot?.querySelector("earshot-pictures") as EarshotPictures;
    if (state.media.remote && !state.theirs.cameraOff) await until("no picture comes", () => pictures.pictured);
    await pictures.updateComplete;
    return { call, pictures };
  }

  const view = (pictures: EarshotPictures, who: string) =>
    pictures.shadowRoot?.querySelector(`.view.${who}`) as HTMLElement;
  const isLarge = (pictures: EarshotPictures, who: string) => view(pictures, who).classList.contains("large");
  const fitOf = (video: HTMLVideoElement | undefined) => video && getComputedStyle(video).objectFit;
  /** Once it has come to rest. */
  async function settled(tile: HTMLElement): Promise<DOMRect> {
    await until(() => tile.classList.contains("placed"));
    await new Promise(requestAnimationFrame);
    await Promise.all(tile.getAnimations().map(({ finished }) => finished));
    return tile.getBoundingClientRect();
  }
  const overlap = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function pointer(type: string, target: Element, x: number, y: number): void {
    target.dispatchEvent(
      new PointerEvent(type, { bubbles: true, composed: true, isPrimary: true, pointerId: 1, clientX: x, clientY: y }),
    );
  }
  function drag(tile: HTMLElement, dx: number, dy: number): void {
    const { x, y, width, height } = tile.getBoundingClientRect();
    const [left, top] = [x + width / 2, y + height / 2];
    // There is no such pointer, which could be captured.
    tile.setPointerCapture = () => undefined;
    const button = tile.querySelector(".swap") as Element;
    pointer("pointerdown", button, left, top);
    for (const part of [0.1, 0.5, 1]) pointer("pointermove", button, left + dx * part, top + dy * part);
    pointer("pointerup", button, left + dx, top + dy);
  }

  it("change places at a tap, without starting anew", async () => {
    const { pictures } = await show();
    const videos = ["them", "you"].map((who) =>
      view(pictures, who).firstElementChild?.shadowRoot?.querySelector("video"),
    );
    let restarts = 0;
    for (const video of videos) video?.addEventListener("emptied", () => restarts++);
    expect(isLarge(pictures, "them")).to.equal(true);
    one("button", "Show yourself large").click();
    await pictures.updateComplete;
    expect(isLarge(pictures, "you")).to.equal(true);
    expect(isLarge(pictures, "them")).to.equal(false);
    // The focus stays with the small picture.
    const back = one("button", "Show Ada large");
    await until(() => pictures.shadowRoot?.activeElement === back);
    back.click();
    await pictures.updateComplete;
    expect(isLarge(pictures, "them")).to.equal(true);
    const now = ["them", "you"].map((who) => view(pictures, who).firstElementChild?.shadowRoot?.querySelector("video"));
    expect(now.every((video, n) => video === videos[n])).to.equal(true);
    expect(restarts).to.equal(0);
  });

  it("are dragged to any corner, and are not swapped by that", async () => {
    const { pictures } = await show();
    const tile = view(pictures, "you");
    const stage = pictures.getBoundingClientRect();
    const start = await settled(tile);
    expect(stage.right - start.right).to.be.lessThan(20);
    expect(start.top).to.be.lessThan(20);
    drag(tile, -200, 450);
    (tile.querySelector(".swap") as HTMLElement).click();
    const low = await settled(tile);
    expect(low.left).to.be.lessThan(20);
    expect(low.top).to.be.greaterThan(stage.height / 2);
    drag(tile, 5, 5);
    const still = await settled(tile);
    expect([still.x, still.y]).to.deep.equal([low.x, low.y]);
    expect(isLarge(pictures, "them")).to.equal(true);
  });

  it("are moved by the arrow keys, and never over the controls or the name", async () => {
    for (const [width, height] of [
      [360, 740],
      [740, 360],
      [1280, 800],
      [320, 480],
    ] as const) {
      await setViewport({ width, height });
      const { call, pictures } = await show({ quality: { grade: "poor", cause: "loss", loss: 0.2 } });
      const tile = view(pictures, "you");
      const swap = tile.querySelector(".swap") as HTMLElement;
      const solid = [...(call.shadowRoot?.querySelectorAll(".about, .controls") ?? [])];
      const seen = new Set<string>();
      for (const key of ["ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight"]) {
        swap.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
        await pictures.updateComplete;
        const box = await settled(tile);
        seen.add(`${Math.round(box.x)} ${Math.round(box.y)}`);
        for (const other of solid)
          expect(overlap(box, other.getBoundingClientRect()), `${width}x${height} ${key} ${other.className}`).to.equal(
            false,
          );
        expect(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height).to.equal(true);
      }
      expect(seen.size).to.equal(4);
      call.remove();
    }
  });

  it("fill the screen or are shown as a whole, by a double tap", async () => {
    const { call, pictures } = await show();
    const large = view(pictures, "them");
    expect(fitOf(pictures.video)).to.equal("cover");
    large.click();
    large.click();
    await until(() => fitOf(pictures.video) === "contain");
    large.click();
    large.click();
    await until(() => fitOf(pictures.video) === "cover");
    one("button", "More").click();
    await until(() => all("button", "Show the whole picture").length === 1);
    one("button", "Show the whole picture").click();
    await until(() => fitOf(pictures.video) === "contain");
    call.remove();
  });

  it("show a screen that is shared large and whole, and their face beside one's own", async () => {
    const { call, pictures } = await show();
    const theirScreen = picture(640, 360);
    call.media = { ...media, local, remote, theirScreen };
    await until(() => view(pictures, "screen") && isLarge(pictures, "screen"));
    const video = one("button", "Show Ada large")
      .closest(".view")
      ?.querySelector("earshot-remote")
      ?.shadowRoot?.querySelector("video");
    expect(video?.getAttribute("aria-label")).to.equal("Ada");
    expect(pictures.video?.getAttribute("aria-label")).to.equal("Ada's screen");
    expect(fitOf(pictures.video)).to.equal("contain");
    const boxes = await Promise.all(["them", "you"].map((who) => settled(view(pictures, who))));
    expect(overlap(boxes[0] as DOMRect, boxes[1] as DOMRect)).to.equal(false);
    one("button", "Show Ada large").click();
    await pictures.updateComplete;
    expect(isLarge(pictures, "them")).to.equal(true);
    one("button", "Show Ada's screen large").click();
    await pictures.updateComplete;
    expect(isLarge(pictures, "screen")).to.equal(true);
    call.media = { ...media, local, remote };
    await until(() => isLarge(pictures, "them"));
    expect(all("button", "Show yourself large")).to.have.length(1);
  });

  it("are none in a voice call: an avatar, and no camera that is off", async () => {
    const { call, pictures } = await show({
      media: { ...media, local, remote, cameraOff: true },
      theirs: { muted: false, cameraOff: true, sharing: false },
    });
    expect(all("button", "Show yourself large")).to.have.length(0);
    expect(pictures.shadowRoot?.querySelector("earshot-self")).to.equal(null);
    expect(textOf(call)).not.to.contain("Camera is off");
    one("button", "Camera on");
    call.media = { ...media, local, remote };
    await until(() => all("button", "Show yourself large").length === 1);
    expect(textOf(call)).to.contain("Camera is off");
  });

  it("turn to the other camera where there are two", async () => {
    const said = listen();
    await show();
    expect(all("button", "Flip camera")).to.have.length(0);
    const { call } = await show({ media: { ...media, local, remote, canFlip: true } });
    one("button", "Flip camera").click();
    expect(said).to.deep.equal([{ type: "flip" }]);
    call.media = { ...call.media, cameraOff: true };
    await until(() => all("button", "Flip camera").length === 0);
  });

  it("sound by the chosen speaker, and say so where that fails, without falling silent", async () => {
    const { setSinkId } = HTMLMediaElement.prototype;
    const used: string[] = [];
    HTMLMediaElement.prototype.setSinkId = async (id: string) => {
      used.push(id);
      if (id === "broken") throw new DOMException("gone", "NotFoundError");
    };
    try {
      const speakers = ["a", "broken"].map((id) => ({ id, label: id }));
      const { call } = await show();
      call.media = { ...call.media, speakers, speakerId: "a" };
      await until(() => used.length === 1);
      call.media = { ...call.media, speakerId: "broken" };
      await until(() => textOf(call).includes("That speaker could not be used"));
      // By the system's own, in place of none.
      expect(used).to.deep.equal(["a", "broken", ""]);
      call.media = { ...call.media, speakerId: "a" };
      await until(() => !textOf(call).includes("That speaker could not be used"));
      // One that is not there any more is not tried.
      call.media = { ...call.media, speakers: [] };
      await until(() => used.length === 5);
      expect(used.at(-1)).to.equal("");
    } finally {
      HTMLMediaElement.prototype.setSinkId = setSinkId;
    }
  });
});
