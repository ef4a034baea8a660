// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { sendKeys, setViewport } from "@web/test-runner-commands";
import type { Transfer } from "../talk-state.ts";
import { speakOfTalk } from "../words/talk/current.ts";
import "./transfer.ts";
import { all, asLaptop, asPhone, dress, accessibleInBothSchemes, listen, one, transfer } from "./testing.ts";
import { until } from "../testing/until.ts";

const [photo, ...rest] = transfer().files;

describe("earshot-enlarged", () => {
  let url = "";
  before(dress);
  before(speakOfTalk);
  before(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 900 });
    canvas.getContext("2d")?.fillRect(0, 0, 1600, 900);
    url = URL.createObjectURL(await new Promise<Blob>((resolve) => canvas.toBlob((blob) => blob && resolve(blob))));
  });
  after(() => URL.revokeObjectURL(url));
  beforeEach(asPhone);

  async function show(more: Partial<Transfer> = {}) {
    const name = `${"a very long name ".repeat(8)}.jpg`;
    if (!photo) throw new Error("no photo");
    const files = [{ ...photo, name, whole: true, url, thumbnail: url }, ...rest];
    const state = transfer({ phase: "over", outcome: "done", files, ...more });
    await fixture(html`<earshot-transfer .transfer=${state} name="Ada"></earshot-transfer>`);
    const opener = all("button", `Show ${name} large`)[0];
    if (!opener) throw new Error("nothing to open it with");
    opener.focus();
    await sendKeys({ press: "Enter" });
    await until(() => all("dialog", name).length === 1);
    const focused = () => (opener.getRootNode() as ShadowRoot).activeElement === opener;
    return { name, opener, focused };
  }

  it("covers everything with the picture, which is whole on the screen", async () => {
    const { name } = await show();
    const dialog = one("dialog", name);
    expect(dialog.matches(":modal")).to.equal(true);
    const picture = one("img", name, HTMLImageElement);
    await until(() => picture.naturalWidth === 1600);
    for (const [width, height] of [
      [360, 740],
      [740, 360],
      [3840, 2160],
    ] as const) {
      await setViewport({ width, height });
      const box = picture.getBoundingClientRect();
      expect(box.left, `${width}`).to.be.at.least(0);
      expect(box.right, `${width}`).to.be.at.most(width);
      expect(box.bottom, `${width}`).to.be.at.most(height);
      expect(dialog.scrollWidth, `${width}`).to.be.at.most(width);
    }
  });

  it("is put away with Escape, its button or a tap, and the focus goes back to where it was", async () => {
    const ways = [
      () => sendKeys({ press: "Escape" }),
      async () => one("button", "Close").click(),
      async () => all("img").at(-1)?.click(),
    ];
    for (const putAway of ways) {
      const { name, focused, opener } = await show();
      expect(focused()).to.equal(false);
      await putAway();
      await until(() => all("dialog", name).length === 0);
      expect(focused()).to.equal(true);
      (opener.getRootNode() as ShadowRoot).host.remove();
    }
  });

  it("saves what came, and not what is the user's own", async () => {
    const said = listen();
    const { name, opener } = await show();
    const dialog = one("dialog", name);
    dialog.querySelector<HTMLElement>(`[aria-label="Save ${name}"]`)?.click();
    expect(said).to.deep.equal([{ type: "save-files", mid: "t1", file: 0 }]);
    (opener.getRootNode() as ShadowRoot).host.remove();
    const own = await show({ direction: "outgoing" });
    expect(one("dialog", own.name).querySelectorAll("button")).to.have.length(1);
  });

  it("is accessible on phone and laptop, in both schemes", async () => {
    const { name } = await show();
    const dialog = one("dialog", name);
    for (const size of [asPhone, asLaptop]) {
      await size();
      await accessibleInBothSchemes((dialog.getRootNode() as ShadowRoot).host);
    }
  });
});
