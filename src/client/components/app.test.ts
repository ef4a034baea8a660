// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { Parts } from "../parts.ts";
import type { AppState } from "../state.ts";
import { Store } from "../store.ts";
import type { EarshotApp } from "./app.ts";
import "./app.ts";
import {
  all,
  asPhone,
  calling,
  connected,
  dress,
  accessibleInBothSchemes,
  listen,
  missed,
  one,
  online,
  people,
  ringing,
  textOf,
} from "./testing.ts";
import { until } from "../testing/until.ts";

describe("earshot-app", () => {
  before(dress);
  // As when nobody was in a hurry; app-parts.test.ts is about the others.
  const parts = new Parts({
    welcome: () => import("./welcome.ts"),
    call: () => import("./in-call.ts"),
    sheets: () => import("./sheets.ts"),
    refused: () => import("./refused.ts"),
  });
  before(() => Promise.all([parts.need("call"), parts.need("sheets"), parts.need("welcome")]));
  beforeEach(asPhone);

  async function show(change: Partial<AppState> = {}) {
    const store = new Store<AppState>({ ...online, ...change });
    const element = await fixture<EarshotApp>(html`<earshot-app .store=${store} .parts=${parts}></earshot-app>`);
    const set = async (next: Partial<AppState>) => {
      store.set(next);
      await element.updateComplete;
    };
    return { element, store, set };
  }

  it("shows nothing until it has a state, and then follows it", async () => {
    const element = await fixture<EarshotApp>(html`<earshot-app></earshot-app>`);
    expect(textOf(element)).to.equal("");
    const store = new Store(online);
    element.store = store;
    await element.updateComplete;
    expect(all("listitem")).to.have.length(3);
    store.set({ people: people.slice(0, 1) });
    await until("who has gone has faded", () => all("listitem").length === 1);
  });

  it("asks for the name first, and lets the preview go with it", async () => {
    const said = listen();
    const { set } = await show({ name: undefined });
    one("textbox", "Your name");
    await set({ name: "Grace" });
    expect(all("textbox")).to.have.length(0);
    expect(said.map((intent) => intent.type === "preview" && intent.on)).to.deep.equal([true, false]);
  });

  it("goes with a call from the directory and back to where one was", async () => {
    const { set } = await show();
    const button = one("button", "Call Bo");
    button.focus();
    await set({ call: calling });
    one("dialog", "Calling Ada");
    await set({ call: connected });
    one("region", "Call with Ada");
    expect(all("dialog")).to.have.length(0);
    expect(all("list")).to.have.length(0);
    await set({ call: { phase: "idle" }, notice: "Ada hung up" });
    expect(all("region", "Call with Ada")).to.have.length(0);
    expect((button.getRootNode() as ShadowRoot).activeElement === button).to.equal(true);
    expect(textOf(one("status"))).to.equal("Ada hung up");
  });

  it("asks about a call that comes in", async () => {
    const { set } = await show();
    await set({ call: ringing });
    one("dialog", "Ada is calling");
    await set({ call: { phase: "idle" } });
    expect(all("dialog")).to.have.length(0);
  });

  it("answers crossed calls in the dialog of the one that holds", async () => {
    const { set } = await show({ call: calling });
    await set({ call: { ...calling, direction: "incoming", phase: "connecting" } });
    one("dialog", "Connecting to Ada");
  });

  it("says what is going on, and lets that be dismissed", async () => {
    const said = listen();
    const { set } = await show({ notice: "Ada declined" });
    const before = one("list", "People nearby").getBoundingClientRect().top;
    expect(textOf(one("status"))).to.equal("Ada declined");
    one("button", "Dismiss").click();
    expect(said).to.deep.include({ type: "dismiss-notice" });
    await set({ notice: undefined });
    expect(textOf(one("status"))).to.equal("");
    expect(one("list", "People nearby").getBoundingClientRect().top).to.equal(before);
  });

  it("keeps missed calls beside what else there is to say, until they are dismissed", async () => {
    const said = listen();
    const { element } = await show({ notice: "Ada hung up", recents: [missed("Cy"), missed("Bo", 5)] });
    const status = all("status")
      .map((region) => region.textContent)
      .join(" ");
    expect(status).to.contain("2 missed calls from Bo and Cy").and.to.contain("Ada hung up");
    const [dismiss] = all("button", "Dismiss");
    dismiss?.click();
    expect(said).to.deep.include({ type: "see-missed" });
    await expect(element).to.be.accessible();
  });

  it("says that it looks for the server, but not in a call, which needs none", async () => {
    const { set } = await show({ connection: "offline" });
    expect(textOf(one("status"))).to.contain("Looking for the laptop that runs Earshot…");
    expect(all("listitem")).to.have.length(3);
    await set({ call: connected });
    expect(all("status").map(textOf).join("")).to.equal("");
    await set({ call: { phase: "idle" }, connection: "online" });
    expect(textOf(one("status"))).to.equal("");
  });

  it("gives way to another tab, but not in mid-call", async () => {
    const said = listen();
    const { set } = await show({ connection: "replaced", call: connected });
    one("button", "Hang up");
    await set({ call: { phase: "idle" } });
    one("heading", "Earshot is open in another tab or window");
    one("button", "Use here").click();
    expect(said).to.deep.equal([{ type: "use-here" }]);
  });

  it("opens the settings, and closes them when a call takes the camera", async () => {
    const { element, set } = await show();
    one("button", "Settings").click();
    await element.updateComplete;
    one("dialog", "Settings");
    await set({ call: ringing });
    one("dialog", "Ada is calling");
    await set({ call: { ...calling, direction: "incoming", phase: "preparing" } });
    expect(all("dialog", "Settings")).to.have.length(0);
  });

  it("gives the focus back when the settings close", async () => {
    const { element } = await show();
    const button = one("button", "Settings");
    button.focus();
    button.click();
    await until(() => all("dialog", "Settings").length === 1);
    one("button", "Close").click();
    await until(() => !element.shadowRoot?.querySelector("earshot-settings"));
    expect((button.getRootNode() as ShadowRoot).activeElement === button).to.equal(true);
  });

  it("opens the invitation, with the address by which this page came in first", async () => {
    const { element } = await show({ host: "10.0.0.5:3000" });
    one("button", "Invite").click();
    await element.updateComplete;
    expect(textOf(one("dialog", "Invite")))
      .to.contain("10.0.0.5:3000")
      .and.not.to.contain("192.168.1.23:3000 ");
  });

  it("follows the server to other addresses in an open invitation, leaving out that of its own computer", async () => {
    const { element, set } = await show({ host: "127.0.0.1:3000", addresses: ["https://192.168.1.20:3000"] });
    one("button", "Invite").click();
    await element.updateComplete;
    const invited = () => textOf(one("dialog", "Invite"));
    /** Names the code, as a screen reader does. */
    const code = () => {
      const qr = one("dialog", "Invite").querySelector("earshot-qr");
      return qr?.shadowRoot?.querySelector("svg")?.getAttribute("aria-label");
    };
    expect(invited()).to.contain("192.168.1.20:3000");
    await until(() => code() === "QR code of http://192.168.1.20:3000");
    await set({ addresses: ["https://127.0.0.1:3000", "https://192.168.1.31:3000"] });
    await until(() => code() === "QR code of http://192.168.1.31:3000");
    expect(invited())
      .to.contain("192.168.1.31:3000")
      .and.not.to.contain("192.168.1.20")
      .and.not.to.contain("127.0.0.1");
  });

  it("says so where only the laptop itself can come in", async () => {
    const only = "127.0.0.1:3000";
    const { element } = await show({ host: only, addresses: [`https://${only}`], people: [] });
    expect(textOf(element)).to.contain("No other device can open Earshot at the moment");
  });

  it("says what to do where pages come through and no WebSocket, but not in a call, and goes on when one does", async () => {
    const { element, set } = await show({ connection: "refused" });
    await until(() => all("heading").length === 1);
    expect(all("status").map(textOf).join()).to.contain("live connection");
    expect(all("list", "People nearby")).to.have.length(0);
    await accessibleInBothSchemes(element);
    await set({ call: connected });
    one("region", "Call with Ada");
    await set({ call: { phase: "idle" }, connection: "online" });
    one("list", "People nearby");
  });

  it("is accessible in both schemes", async () => {
    const states: Partial<AppState>[] = [
      {},
      { notice: "Ada hung up", connection: "offline" },
      { connection: "replaced" },
      { people: [], connection: "connecting" },
      { people: [], connection: "unreachable" },
    ];
    for (const change of states) {
      const { element } = await show(change);
      await accessibleInBothSchemes(element);
      element.remove();
    }
  });
});
