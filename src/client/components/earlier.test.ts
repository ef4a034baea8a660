// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { AppState } from "../state.ts";
import type { Talk, TextLine } from "../talk-state.ts";
import { speakOfTalk } from "../words/talk/current.ts";
import type { EarshotEarlier } from "./earlier.ts";
import "./earlier.ts";
import {
  all,
  asLaptop,
  asPhone,
  dress,
  accessibleInBothSchemes,
  listen,
  one,
  online,
  textOf,
  transfer,
} from "./testing.ts";

const now = Date.now();
const wrote = (from: TextLine["from"], text: string, at = now): TextLine => ({
  kind: "text",
  mid: "m",
  from,
  at,
  text,
});
const talk = (name: string, more: Partial<Talk>): Talk => ({
  id: name.toLowerCase(),
  name,
  unread: 0,
  typing: false,
  trusted: false,
  ...more,
});

const TALKS = [
  talk("Ada", { last: wrote("them", "Ada is here") }),
  talk("Zoe", { last: wrote("them", "Lunch\non  Sunday?"), unread: 2 }),
  talk("Yan", { last: wrote("me", "Thank you", now - 40 * 86_400_000) }),
  talk("Xia", { lines: [{ kind: "files", mid: "f", from: "them", at: now, files: transfer().files }] }),
  talk("Nobody", { lines: [] }),
];

describe("earshot-earlier", () => {
  before(dress);
  before(speakOfTalk);
  beforeEach(asPhone);

  const show = (talks: readonly Talk[] = TALKS, more: Partial<AppState> = {}) =>
    fixture<EarshotEarlier>(html`<earshot-earlier .state=${{ ...online, talks, ...more }}></earshot-earlier>`);

  it("lists those who are not here and said something, with the last of it and when", async () => {
    await show();
    const [zoe, yan, xia, ...more] = all("listitem").map(textOf);
    expect(more).to.deep.equal([]);
    expect(zoe).to.match(/Zoe Lunch on Sunday\? \d+:\d\d.* 2$/);
    expect(yan)
      .to.contain("Yan You: Thank you")
      .and.not.to.match(/\d:\d\d/);
    expect(xia).to.contain("Xia 3 files");
    one("list", "Earlier conversations");
  });

  it("opens one with a tap anywhere on its row, and tells how much of it is new", async () => {
    const said = listen();
    await show();
    const [row] = all("listitem");
    if (!row) throw new Error("no row");
    const { left, top, width, height } = row.getBoundingClientRect();
    const hit = (row.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + height / 2);
    (hit as HTMLElement).click();
    one("button", "Open the conversation with Zoe, 2 unread");
    one("button", "Open the conversation with Yan").click();
    expect(said).to.deep.equal([
      { type: "open-conversation", peer: "zoe" },
      { type: "open-conversation", peer: "yan" },
    ]);
  });

  it("says nothing where there is none, and moves nobody up who comes back", async () => {
    const element = await show([]);
    expect(textOf(element)).to.equal("");
    element.state = { ...online, talks: TALKS, people: [...online.people, { id: "zoe", name: "Zoe", protocol: 1 }] };
    await element.updateComplete;
    expect(all("listitem").map((row) => row.querySelector("b")?.textContent)).to.deep.equal(["Yan", "Xia"]);
  });

  it("cuts what is long, at every width", async () => {
    const long = talk("W".repeat(40), { last: wrote("them", "word ".repeat(400)), unread: 120 });
    const element = await show([long]);
    for (const width of [320, 740, 1280]) {
      await setViewport({ width, height: 700 });
      expect(element.scrollWidth, String(width)).to.be.at.most(element.clientWidth);
      expect(element.getBoundingClientRect().right, String(width)).to.be.at.most(width);
      expect(one("listitem").getBoundingClientRect().height, String(width)).to.be.lessThan(90);
    }
    expect(textOf(one("listitem"))).to.match(/ 99$/);
  });

  it("is accessible on phone and laptop, in both schemes", async () => {
    const element = await show();
    for (const size of [asPhone, asLaptop]) {
      await size();
      await accessibleInBothSchemes(element);
    }
  });
});
