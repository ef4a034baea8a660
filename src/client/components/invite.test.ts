// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { aTimeout, expect, fixture, html } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import type { EarshotInvite } from "./invite.ts";
import "./invite.ts";
import { scan } from "./scan.ts";
import { all, asPhone, dress, accessibleInBothSchemes, one, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const ADDRESSES = ["https://192.168.1.23:3000", "https://10.0.0.5:3000", "https://laptop.local:3000"];

/** What the browser can do here, for one test. */
function browser(can: { [K in "canShare" | "share" | "clipboard"]?: unknown }): void {
  for (const [name, value] of Object.entries(can))
    Object.defineProperty(navigator, name, { value, configurable: true });
}

describe("earshot-invite", () => {
  before(dress);
  beforeEach(asPhone);
  afterEach(() => {
    // Those of its prototype are back then.
    for (const name of ["canShare", "share", "clipboard"] as const) delete (navigator as Partial<Navigator>)[name];
  });

  async function show(addresses: readonly string[] = ADDRESSES) {
    const element = await fixture<EarshotInvite>(html`<earshot-invite .addresses=${addresses}></earshot-invite>`);
    const closed: Event[] = [];
    element.addEventListener("close", (event) => closed.push(event));
    const code = async () => {
      const drawing = element.shadowRoot?.querySelector("earshot-qr")?.shadowRoot?.querySelector("svg");
      return drawing ? scan(drawing) : undefined;
    };
    return { element, closed, code };
  }

  it("shows the best address: to scan without TLS, and to read out", async () => {
    const { element, code } = await show();
    expect(one("dialog", "Invite").matches(":modal")).to.equal(true);
    await until(async () => (await code()) === "http://192.168.1.23:3000");
    expect(textOf(element)).to.contain("192.168.1.23:3000").and.not.to.contain("https");
  });

  it("has the others one tap deeper, and shows the one that is chosen", async () => {
    const { element, code } = await show();
    expect(all("button", "10.0.0.5:3000")).to.have.length(0);
    element.shadowRoot?.querySelector("summary")?.click();
    await until(() => all("button", "laptop.local:3000").length === 1);
    expect(one("button", "192.168.1.23:3000").getAttribute("aria-pressed")).to.equal("true");
    one("button", "laptop.local:3000").click();
    await until(async () => (await code()) === "http://laptop.local:3000");
    expect(one("button", "192.168.1.23:3000").getAttribute("aria-pressed")).to.equal("false");
    // The server moves meanwhile.
    element.addresses = ["https://10.1.1.1:3000"];
    await until(async () => (await code()) === "http://10.1.1.1:3000");
    expect(element.shadowRoot?.querySelector("details")).to.equal(null);
  });

  it("shares it where the browser can, and is silent if the user thinks better of it", async () => {
    const shared: ShareData[] = [];
    let fails: DOMException | undefined;
    browser({
      canShare: () => true,
      share(data: ShareData) {
        shared.push(data);
        return fails ? Promise.reject(fails) : Promise.resolve();
      },
    });
    await show();
    one("button", "Share").click();
    expect(shared[0]?.url).to.equal("http://192.168.1.23:3000");
    expect(shared[0]?.title).to.equal("Earshot");
    expect(shared[0]?.text).to.contain("same Wi-Fi");
    fails = new DOMException("no", "AbortError");
    one("button", "Share").click();
    await until(() => shared.length === 2);
    expect(textOf(one("status"))).to.equal("");
    // A second tap, while the browser still shows where to share.
    fails = new DOMException("no", "InvalidStateError");
    one("button", "Share").click();
    await until(() => shared.length === 3);
    await aTimeout(0);
    expect(textOf(one("status"))).to.equal("");
    fails = new DOMException("no", "NotAllowedError");
    one("button", "Share").click();
    await until(() => textOf(one("status")).startsWith("Sharing did not work here."));
  });

  it("copies it where the browser can, and says what came of it", async () => {
    const written: string[] = [];
    let works = true;
    browser({
      clipboard: {
        writeText(text: string) {
          written.push(text);
          return works ? Promise.resolve() : Promise.reject(new DOMException("no", "NotAllowedError"));
        },
      },
    });
    const { element } = await show();
    one("button", "Copy").click();
    await until(() => textOf(one("status")) === "Copied");
    expect(written).to.deep.equal(["http://192.168.1.23:3000"]);
    // The server moves meanwhile: what is shown now is not what was copied.
    element.addresses = ["https://10.1.1.1:3000"];
    await element.updateComplete;
    expect(textOf(one("status"))).to.equal("");
    works = false;
    one("button", "Copy").click();
    await until(() => textOf(one("status")).startsWith("It could not be copied"));
  });

  it("takes a browser at its word that cannot share such a thing, and one that cannot say", async () => {
    browser({ share: () => Promise.resolve(), canShare: () => false });
    const unable = await show();
    expect(all("button", "Share")).to.have.length(0);
    unable.element.remove();
    browser({ share: () => Promise.resolve(), canShare: undefined });
    await show();
    one("button", "Share");
  });

  it("offers neither where the browser has neither", async () => {
    browser({ canShare: undefined, share: undefined, clipboard: undefined });
    await show();
    expect(all("button", "Share")).to.have.length(0);
    expect(all("button", "Copy")).to.have.length(0);
  });

  it("says so where no other device can come in", async () => {
    const { element } = await show([]);
    expect(textOf(element)).to.contain("No other device can open Earshot at the moment");
    expect(element.shadowRoot?.querySelector("earshot-qr")).to.equal(null);
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

  it("fits on a narrow phone, and is accessible in both schemes", async () => {
    browser({ share: () => Promise.resolve(), canShare: () => true, clipboard: {} });
    const { element, code } = await show([...ADDRESSES, `https://${"w".repeat(63)}.local:65535`]);
    await until(code);
    element.shadowRoot?.querySelector("summary")?.click();
    await until(() => all("list", "Addresses").length === 1);
    await accessibleInBothSchemes(element);
    expect(document.documentElement.scrollWidth).to.equal(360);
    const dialog = one("dialog", "Invite");
    expect(dialog.scrollWidth).to.equal(dialog.clientWidth);
  });
});
