// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { aTimeout, expect, fixture, html } from "@open-wc/testing";
import { guidesOf } from "../../joining/steps.ts";
import { english } from "../../joining/words/english.ts";
import { german } from "../../joining/words/german.ts";
import { speak } from "../words/current.ts";
import type { EarshotRefused } from "./refused.ts";
import "./refused.ts";
import { all, asPhone, dress, accessibleInBothSchemes, one, textOf } from "./testing.ts";
import { until } from "../testing/until.ts";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1";
const ANDROID = "Mozilla/5.0 (Linux; Android 14) Chrome/126.0.0.0 Mobile Safari/537.36";

describe("earshot-refused", () => {
  before(dress);
  const { fetch } = window;
  /** What the laptop answers when it is asked whether it has a certificate to install. */
  let status: number;
  let asked: string[];
  beforeEach(async () => {
    [status, asked] = [200, []];
    window.fetch = (path, { method = "GET" } = {}) => {
      asked.push(`${method} ${path as string}`);
      return status
        ? Promise.resolve(new Response(null, { status }))
        : Promise.reject(new TypeError("Failed to fetch"));
    };
    await asPhone();
  });
  afterEach(() => {
    window.fetch = fetch;
  });

  const { iphone, ...others } = guidesOf(english.guides);

  async function show(userAgent: string): Promise<EarshotRefused> {
    const element = await fixture<EarshotRefused>(
      html`<earshot-refused host="192.168.1.23:3000" .device=${{ userAgent, maxTouchPoints: 5 }}
        ><p>In short</p></earshot-refused
      >`,
    );
    await until(() => all("heading").length === 1);
    return element;
  }

  it("says on an iPhone that it trusts Earshot only halfway, with both halves of what to do", async () => {
    const element = await show(IPHONE);
    one("heading", "Your iPhone trusts Earshot only halfway");
    expect(textOf(one("status"))).to.contain("refuses the live connection");
    const steps = all("listitem").map(textOf);
    expect(steps).to.have.length(iphone.install.length);
    expect(steps.join()).to.match(/Profile Downloaded.*Certificate Trust Settings/);
    expect(one("link", "Download the profile", HTMLAnchorElement).pathname).to.equal("/earshot.mobileconfig");
    expect(textOf(element)).to.contain("goes on by itself");
  });

  it("says it in the user's language, and in the next one when that changes", async () => {
    await speak("de");
    try {
      await show(IPHONE);
      one("heading", german.refused.halfway("iPhone"));
      expect(all("listitem").map(textOf).join()).to.contain("Zertifikatsvertrauenseinstellungen");
    } finally {
      await speak("en");
    }
    await until(() => all("heading", "Your iPhone trusts Earshot only halfway").length === 1);
  });

  it("says elsewhere that something is in between, and keeps the device's guide one tap away", async () => {
    const element = await show(ANDROID);
    one("heading", "Something lets this page through, but not calls");
    expect(textOf(element)).to.contain("VPN").and.to.contain("virus scanner").and.to.contain("192.168.1.23:3000");
    expect(all("link", "Download the certificate")).to.have.length(0);
    element.shadowRoot?.querySelector("summary")?.click();
    await until(() => all("link", "Download the certificate").length === 1);
    // Three hints stand before.
    expect(all("listitem")).to.have.length(3 + others["android-chrome"].install.length);
  });

  it("offers nothing to install that is not there, where the laptop has a certificate of its operator's own", async () => {
    status = 404;
    for (const userAgent of [IPHONE, ANDROID]) {
      const element = await show(userAgent);
      await until(() => !textOf(element).includes("Certificate Trust Settings"));
      expect(asked.splice(0)).to.deep.equal(["HEAD /ca.crt"]);
      expect(element.shadowRoot?.querySelectorAll("a").length).to.equal(0);
      if (userAgent === IPHONE) {
        one("heading", "Your iPhone trusts Earshot only halfway");
        expect(textOf(element)).to.contain("Ask whoever runs Earshot");
      }
      await expect(element).to.be.accessible();
      element.remove();
    }
  });

  it("shows the steps where the laptop does not say whether there is", async () => {
    for (status of [0, 500]) {
      const element = await show(IPHONE);
      await aTimeout(0);
      await element.updateComplete;
      one("link", "Download the profile");
      element.remove();
    }
  });

  it("is accessible in both schemes", async () => {
    for (const userAgent of [IPHONE, ANDROID]) {
      const element = await show(userAgent);
      element.shadowRoot?.querySelector("details")?.setAttribute("open", "");
      await accessibleInBothSchemes(element);
      expect(document.documentElement.scrollWidth).to.equal(360);
      element.remove();
    }
  });
});
