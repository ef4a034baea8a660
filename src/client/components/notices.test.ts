// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { AppState } from "../state.ts";
import type { EarshotNotices } from "./notices.ts";
import "./notices.ts";
import "./trouble.ts";
import {
  all,
  asPhone,
  connected,
  dress,
  accessibleInBothSchemes,
  listen,
  missed,
  one,
  online,
  textOf,
} from "./testing.ts";

describe("earshot-notices", () => {
  before(dress);

  const show = (state: Partial<AppState>) =>
    fixture<EarshotNotices>(html`<earshot-notices .state=${{ ...online, ...state }}></earshot-notices>`);

  it("offers to ring back whoever called, if they are here", async () => {
    const said = listen();
    const element = await show({ recents: [missed("Ada"), missed("Ada", 2)] });
    expect(textOf(one("status"))).to.contain("2 missed calls from Ada");
    one("button", "Ring back Ada").click();
    expect(said).to.deep.equal([{ type: "dial", peer: "ada", video: true }]);
    await accessibleInBothSchemes(element);
  });

  it("offers nothing where several called, or where they have gone", async () => {
    for (const recents of [[missed("Ada"), missed("Bo")], [missed("Zoe")]]) {
      const element = await show({ recents });
      expect(all("button").map(textOf).join()).not.to.contain("Ring back");
      element.remove();
    }
  });

  it("tells in a call only of calls that were missed in it", async () => {
    const call = { ...connected, since: Date.now() - 120_000 };
    await show({ call, recents: [missed("Cy", 1), missed("Ada", 5)] });
    expect(textOf(one("status"))).to.equal("Missed call from Cy");
  });

  const links = () =>
    all("link").map((link) => {
      const { href, target, rel } = link as HTMLAnchorElement;
      return [href, target, rel].filter(Boolean).join(" ");
    });

  it("says after a while that the laptop is not reachable, what to check, and where else it may be", async () => {
    const element = await show({
      connection: "unreachable",
      addresses: ["https://192.168.1.23:3000", "https://10.0.0.5:3000", "https://laptop.local:3000"],
    });
    expect(textOf(one("status")))
      .to.contain("The laptop that runs Earshot is not reachable.")
      .and.to.contain("on the same Wi-Fi")
      .and.to.contain("Earshot running on it?")
      .and.to.contain("Is it at another address now? Try laptop.local:3000 or 10.0.0.5:3000");
    // The page that waits must not be lost: the laptop may merely be off.
    expect(links()).to.deep.equal([
      "https://laptop.local:3000/ _blank noopener",
      "https://10.0.0.5:3000/ _blank noopener",
      "http://192.168.1.23:3000/ _blank noopener",
    ]);
    await accessibleInBothSchemes(element);
  });

  it("offers no address where it knows of no other, and asks on the laptop itself only whether Earshot runs", async () => {
    const element = await show({ connection: "unreachable", addresses: ["https://192.168.1.23:3000"] });
    expect(textOf(element)).not.to.contain("another address");
    element.remove();
    await show({ connection: "unreachable", host: "127.0.0.1:3000" });
    expect(textOf(one("status")))
      .to.contain("is Earshot still running on it?")
      .and.not.to.contain("Wi-Fi");
    expect(links()).to.deep.equal([]);
  });

  it("leads to the port of HTTPS without TLS, too", async () => {
    await show({ connection: "unreachable", host: "192.168.1.23", addresses: ["https://192.168.1.23:443"] });
    expect(links()).to.deep.equal(["http://192.168.1.23:443/ _blank noopener"]);
  });

  it("can be read to its end where the page is enlarged", async () => {
    await setViewport({ width: 320, height: 256 });
    const recents = [missed("Ada"), missed("Bo")];
    const element = await show({
      recents,
      connection: "unreachable",
      addresses: ["https://10.0.0.5:3000", "https://laptop.local:3000"],
    });
    await Promise.all(element.shadowRoot?.getAnimations().map(({ finished }) => finished) ?? []);
    const notices = element.shadowRoot?.querySelector(".notices");
    expect(notices?.getBoundingClientRect().top).to.be.at.least(0);
    notices?.scrollTo(0, 0);
    expect(notices?.firstElementChild?.getBoundingClientRect().top).to.be.at.least(0);
    notices?.scrollTo(0, notices.scrollHeight);
    expect(notices?.lastElementChild?.getBoundingClientRect().bottom).to.be.at.most(256);
    await asPhone();
  });

  it("leads to the new address at once when this one is gone for certain, but not in a call", async () => {
    const moved = { stranded: true, addresses: ["https://10.0.0.5:3000", "https://laptop.local:3000"] };
    const element = await show({ ...moved, connection: "online" });
    expect(textOf(one("status")))
      .to.contain("has another address now")
      .and.to.contain("your name once more");
    expect(links()).to.deep.equal(["https://10.0.0.5:3000/", "https://laptop.local:3000/"]);
    await accessibleInBothSchemes(element);
    element.state = { ...element.state, call: connected };
    await element.updateComplete;
    expect(textOf(one("status"))).to.equal("");
  });
});
