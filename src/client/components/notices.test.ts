// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import type { AppState } from "../state.ts";
import type { EarshotNotices } from "./notices.ts";
import "./notices.ts";
import { all, connected, dress, inBothSchemes, listen, missed, one, online, textOf } from "./testing.ts";

describe("earshot-notices", () => {
  before(dress);

  const show = (state: Partial<AppState>) =>
    fixture<EarshotNotices>(html`<earshot-notices .state=${{ ...online, ...state }}></earshot-notices>`);

  it("offers to ring back whoever called, if they are here", async () => {
    const said = listen();
    const element = await show({ recents: [missed("Ada"), missed("Ada", 2)] });
    expect(textOf(one("status"))).to.contain("2 missed calls from Ada");
    one("button", "Ring back Ada").click();
    expect(said).to.deep.equal([{ type: "dial", peer: "ada" }]);
    await inBothSchemes(async () => {
      await expect(element).to.be.accessible();
    });
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
});
