// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotCall } from "./call.ts";
import "./call.ts";
import type { EarshotPictures } from "./pictures.ts";
import {
  all,
  asLaptop,
  asPhone,
  choices,
  connected,
  dress,
  accessibleInBothSchemes,
  listen,
  media,
  one,
  online,
  picture,
} from "./testing.ts";
import { until } from "../testing/until.ts";

describe("the menu of a call", () => {
  before(dress);
  beforeEach(asPhone);

  async function show() {
    const speakers = [
      { id: "built-in", label: "Built-in" },
      { id: "headset", label: "Headset" },
    ];
    const shown = { ...media, ...choices, speakers, speakerId: "built-in", local: picture(), remote: picture() };
    const call = await fixture<EarshotCall>(
      html`<earshot-call
        .call=${connected}
        .media=${shown}
        .theirs=${{ muted: false, cameraOff: false }}
        .state=${online}
      ></earshot-call>`,
    );
    await until(
      "no picture comes",
      () => call.shadowRoot?.querySelector<EarshotPictures>("earshot-pictures")?.pictured,
    );
    one("button", "More").focus();
    one("button", "More").click();
    await until(() => all("dialog", "More").length === 1);
    return call;
  }

  it("chooses camera, microphone and speaker without leaving the call", async () => {
    const said = listen();
    await show();
    for (const [label, id] of [
      ["Camera", "back"],
      ["Microphone", "built-in"],
      ["Speaker", "headset"],
    ] as const) {
      const select = one("combobox", label, HTMLSelectElement);
      select.value = id;
      select.dispatchEvent(new Event("change"));
    }
    expect(said).to.deep.equal([
      { type: "choose", cameraId: "back" },
      { type: "choose", microphoneId: "built-in" },
      { type: "choose", speakerId: "headset" },
    ]);
  });

  it("closes by Esc, and the focus is where it was", async () => {
    const call = await show();
    await sendKeys({ press: "Escape" });
    await until(() => all("dialog").length === 0);
    expect(call.shadowRoot?.activeElement === one("button", "More")).to.equal(true);
  });

  it("closes by a tap beside it, and not by one on it", async () => {
    await show();
    const dialog = one("dialog", "More");
    const { left, top } = dialog.getBoundingClientRect();
    dialog.dispatchEvent(new MouseEvent("click", { clientX: left + 5, clientY: top + 5 }));
    expect(all("dialog", "More")).to.have.length(1);
    dialog.dispatchEvent(new MouseEvent("click", { clientX: left + 5, clientY: top - 5 }));
    await until(() => all("dialog").length === 0);
  });

  it("fills the screen with the page, and says so where the browser does not allow it", async () => {
    const root = document.documentElement;
    let asked = 0;
    root.requestFullscreen = () => {
      asked++;
      return asked === 1 ? Promise.reject(new TypeError("no gesture")) : Promise.resolve();
    };
    try {
      const call = await show();
      one("button", "Full screen").click();
      await until(() => call.shadowRoot?.textContent.includes("The browser did not allow full screen."));
      expect(all("dialog")).to.have.length(0);
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", bubbles: true, cancelable: true }));
      await until(() => !call.shadowRoot?.textContent.includes("The browser did not allow full screen."));
      expect(asked).to.equal(2);
    } finally {
      Reflect.deleteProperty(root, "requestFullscreen");
    }
  });

  it("shows their picture in a small window, and says so where that fails", async () => {
    const { requestPictureInPicture } = HTMLVideoElement.prototype;
    const exit = document.exitPictureInPicture;
    const shown: string[] = [];
    let left = 0;
    HTMLVideoElement.prototype.requestPictureInPicture = function (this: HTMLVideoElement) {
      shown.push(this.getAttribute("aria-label") ?? "");
      if (shown.length === 1) return Promise.reject(new DOMException("no", "NotAllowedError"));
      return Promise.resolve({} as PictureInPictureWindow);
    };
    document.exitPictureInPicture = () => {
      left++;
      return Promise.resolve();
    };
    try {
      const call = await show();
      one("button", "Picture in picture").click();
      await until(() => call.shadowRoot?.textContent.includes("The small window could not be opened."));
      one("button", "More").click();
      await until(() => all("button", "Picture in picture").length === 1);
      one("button", "Picture in picture").click();
      await until(() => !call.shadowRoot?.textContent.includes("The small window could not be opened."));
      expect(shown).to.deep.equal(["Ada", "Ada"]);
      one("button", "More").click();
      await until(() => all("button", "Leave picture in picture").length === 1);
      // It goes with the call.
      call.remove();
      expect(left).to.equal(1);
    } finally {
      HTMLVideoElement.prototype.requestPictureInPicture = requestPictureInPicture;
      document.exitPictureInPicture = exit;
    }
  });

  it("asks for the list of keys, where there may be a keyboard", async () => {
    const { matchMedia } = window;
    let hover = false;
    window.matchMedia = (query) => {
      const list = matchMedia.call(window, query);
      return query === "(any-hover: hover)" ? ({ matches: hover } as MediaQueryList) : list;
    };
    try {
      let asked = 0;
      document.addEventListener("shortcuts", () => asked++, { once: true });
      const call = await show();
      expect(all("button", "Keyboard shortcuts")).to.have.length(0);
      hover = true;
      call.requestUpdate();
      await until(() => all("button", "Keyboard shortcuts").length === 1);
      one("button", "Keyboard shortcuts").click();
      expect(asked).to.equal(1);
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it("is accessible in both schemes, on phone and laptop", async () => {
    for (const size of [asPhone, asLaptop]) {
      await size();
      const call = await show();
      await accessibleInBothSchemes(call);
      call.remove();
    }
  });
});
