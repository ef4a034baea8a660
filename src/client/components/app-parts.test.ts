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
  listen,
  media,
  one,
  online,
  picture,
  ringing,
  textOf,
} from "./testing.ts";
import { until } from "../testing/until.ts";

/** Whether the parts come, and when; these tests are about a page that has nothing but the directory at first. */
function setUp() {
  let settle: { come(): void; fail(): void } | undefined;
  let idle: (() => void) | undefined;
  const part = (load: () => Promise<unknown>) => () =>
    new Promise<unknown>((resolve, reject) => {
      settle = { come: () => resolve(load()), fail: () => reject(new TypeError("Failed to fetch")) };
    });
  const parts = new Parts(
    {
      welcome: part(() => import("./welcome.ts")),
      call: part(() => import("./in-call.ts")),
      talk: part(() => import("./in-talk.ts")),
      sheets: part(() => import("./sheets.ts")),
      refused: part(() => import("./refused.ts")),
      search: part(() => import("./people-search.ts")),
    },
    () => new Promise<void>((resolve) => (idle = resolve)),
  );
  return {
    parts,
    come: () => settle?.come(),
    fail: () => settle?.fail(),
    idle: () => idle?.(),
    asked: () => settle !== undefined,
  };
}

describe("earshot-app, before its parts have come", () => {
  before(dress);
  beforeEach(asPhone);

  async function show(change: Partial<AppState> = {}) {
    const page = setUp();
    const store = new Store<AppState>({ ...online, ...change });
    const element = await fixture<EarshotApp>(html`<earshot-app .store=${store} .parts=${page.parts}></earshot-app>`);
    const set = async (next: Partial<AppState>) => {
      store.set(next);
      await element.updateComplete;
    };
    return { element, set, ...page };
  }

  it("shows the directory, asks for them when there is time, and not in vain while there is no server", async () => {
    const { set, idle, asked } = await show({ connection: "offline" });
    one("list", "People nearby");
    idle();
    await Promise.resolve();
    expect(asked()).to.equal(false);
    await set({ connection: "online" });
    idle();
    await until(asked);
  });

  it("asks for the name as soon as it can, and says so where it cannot", async () => {
    const { element, come } = await show({ name: undefined });
    come();
    await until("the question", () => all("textbox", "Your name").length === 1);
    element.remove();
    const other = await show({ name: undefined });
    other.fail();
    await until("a word", () => textOf(other.element).includes("could not be loaded"));
    await expect(other.element).to.be.accessible();
  });

  it("dials at once, and what is dialled can be given up", async () => {
    const said = listen();
    const { set } = await show();
    await set({ call: calling });
    one("dialog", "Calling Ada");
    one("button", "Cancel").click();
    expect(said).to.deep.include({ type: "hang-up" });
  });

  it("rings at once", async () => {
    const { set } = await show();
    await set({ call: ringing });
    one("dialog", "Ada is calling");
    one("button", "Accept");
  });

  it("keeps the dialog of a call that is connected, in which the other is heard, until the view comes", async () => {
    const { element, set, come } = await show();
    await set({ call: calling });
    const before = element.shadowRoot?.querySelector("earshot-incoming");
    const button = one("button", "Cancel");
    const remote = picture();
    await set({ call: connected, media: { ...media, remote } });
    expect(element.shadowRoot?.querySelector("earshot-incoming") === before).to.equal(true);
    expect(one("button", "Cancel") === button).to.equal(true);
    expect(textOf(one("dialog", "Calling Ada"))).to.contain("Connecting…");
    expect(element.shadowRoot?.querySelector("audio")?.srcObject === remote).to.equal(true);
    come();
    await until("the view", () => all("region", "Call with Ada").length === 1);
    expect(all("dialog")).to.have.length(0);
    expect(element.shadowRoot?.querySelector("audio")).to.equal(null);
    await until("the view has the focus", () => element.shadowRoot?.activeElement?.localName === "earshot-call");
  });

  it("goes on with a call whose view does not come, says so, and tries again once the server is back", async () => {
    const { element, set, come, fail } = await show();
    const said = listen();
    await set({ call: { ...calling, direction: "incoming", phase: "connecting" } });
    fail();
    await set({ call: { ...connected, direction: "incoming" } });
    await until(() => all("dialog", "Connecting to Ada").length === 1);
    fail();
    await until(() => textOf(one("dialog")).includes("could not be loaded"));
    await expect(element).to.be.accessible();
    one("button", "Hang up").click();
    expect(said).to.deep.include({ type: "hang-up" });
    await set({ connection: "offline" });
    await set({ connection: "online" });
    come();
    await until("the view", () => all("region", "Call with Ada").length === 1);
  });

  it("asks for the search once there are many people, who are listed meanwhile", async () => {
    const { set, asked, come } = await show();
    expect(asked()).to.equal(false);
    await set({ people: Array.from({ length: 25 }, (_, n) => ({ id: `p${n}`, name: `Guest ${n}` })) });
    expect(asked()).to.equal(true);
    one("heading", "25 people nearby");
    come();
    await until("the search", () => all("searchbox", "Search people").length === 1);
  });

  it("opens a sheet as soon as it has come, with the focus where it belongs", async () => {
    const { come } = await show();
    const button = one("button", "Settings");
    button.focus();
    button.click();
    expect(all("dialog")).to.have.length(0);
    come();
    await until("the settings", () => all("dialog", "Settings").length === 1);
    one("button", "Close").click();
    await until(() => all("dialog").length === 0);
    expect((button.getRootNode() as ShadowRoot).activeElement === button).to.equal(true);
  });

  it("says so where a sheet does not come, and tries again when it is wanted again", async () => {
    const { come, fail } = await show();
    const said = listen();
    one("button", "Invite").click();
    fail();
    await until(() => said.length === 1);
    expect(said).to.deep.equal([{ type: "not-loaded" }]);
    one("button", "Invite").click();
    come();
    await until("the code", () => all("dialog", "Invite").length === 1);
  });
});
