// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture, html } from "@open-wc/testing";
import { resetMouse, sendMouse, setViewport } from "@web/test-runner-commands";
import type { Peer } from "../../protocol/messages.ts";
import type { EarshotDirectory } from "./directory.ts";
import "./directory.ts";
import { all, asLaptop, asPhone, dress, listen, one, people, prefer } from "./testing.ts";
import { until } from "../testing/until.ts";

const zoe: Peer = { id: "zoe", name: "Zoë" };
const aa: Peer = { id: "aa", name: "Aa" };
const crowd = (many: number): Peer[] =>
  Array.from({ length: many }, (_, index) => ({ id: `p${index}`, name: `Person ${String(index).padStart(3, "0")}` }));

describe("people who come and go in earshot-directory", () => {
  before(dress);
  beforeEach(async () => {
    await prefer({ reducedMotion: "no-preference" });
    await asPhone();
    await resetMouse();
  });
  afterEach(() => scrollTo(0, 0));

  const show = (some: readonly Peer[]) =>
    fixture<EarshotDirectory>(
      html`<earshot-directory name="Grace" connection="online" .people=${some}></earshot-directory>`,
    );
  const names = () => all("listitem").map((row) => row.querySelector("b")?.textContent);
  const topOf = (name: string) => one("button", `Call ${name}`).closest("li")?.getBoundingClientRect().top ?? NaN;
  const middleOf = (name: string): [number, number] => {
    const { left, top, width, height } = one("button", `Call ${name}`).getBoundingClientRect();
    return [Math.round(left + width / 2), Math.round(top + height / 2)];
  };
  const still = () =>
    until(() => all("listitem").every((row) => row.getAnimations().every(({ playState }) => playState !== "running")));

  for (const [device, size] of [
    ["a phone", asPhone],
    ["a laptop", asLaptop],
  ] as const)
    it(`does not move the row under the pointer on ${device}, and sorts when the pointer has left`, async () => {
      await size();
      const element = await show([...people, zoe]);
      const before = topOf("Bo");
      await sendMouse({ type: "move", position: middleOf("Bo") });
      element.people = [aa, ...people, zoe];
      await element.updateComplete;
      expect(topOf("Bo")).to.equal(before);
      expect(names()).to.deep.equal(["Ada", "Bo", "Cy", "Zoë", "Aa"]);
      // Who leaves keeps a place, too, and cannot be called any more.
      element.people = [aa, ...people.slice(1), zoe];
      await element.updateComplete;
      expect(topOf("Bo")).to.equal(before);
      const [ada] = all("listitem");
      expect(ada?.ariaHidden).to.equal("true");
      expect([...(ada?.querySelectorAll("button") ?? [])].every(({ disabled }) => disabled)).to.equal(true);

      await sendMouse({ type: "move", position: [2, 2] });
      await until(() => names().join() === "Aa,Bo,Cy,Zoë");
    });

  it("keeps what is looked at where it is when somebody comes in above", async () => {
    const many = crowd(40);
    const element = await show(many);
    scrollTo(0, 1000);
    const before = topOf("Person 020");
    element.people = [aa, ...many];
    // Whoever scrolls is about to tap: at first, nobody comes in between.
    await until("sorted", () => element.shadowRoot?.querySelector("li b")?.textContent === "Aa");
    await still();
    expect(topOf("Person 020")).to.be.closeTo(before, 1);
    expect(scrollY).to.be.greaterThan(1000);
  });

  it("lets who leaves fade, then closes the gap by gliding", async () => {
    const element = await show(people);
    element.people = people.slice(1);
    await element.updateComplete;
    const ada = all("listitem")[0];
    expect(ada?.ariaHidden).to.equal("true");
    await until(() => all("listitem").length === 2);
    const row = all("listitem")[0];
    const [effect] = row?.getAnimations().map((animation) => animation.effect) ?? [];
    const [from] = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
    expect(from?.["transform"]).to.match(/^translate\(0px, 7\d/u);
  });

  it("takes no tap on a row that is on its way, since it was meant for another", async () => {
    const said = listen();
    const element = await show(people);
    element.people = [aa, ...people];
    await element.updateComplete;
    const tap = () => one("button", "Call Bo").dispatchEvent(new MouseEvent("click", { detail: 1 }));
    tap();
    expect(said).to.deep.equal([]);
    await still();
    tap();
    expect(said).to.deep.equal([{ type: "dial", peer: "bo", video: true }]);
  });

  it("moves nothing where less motion is wanted", async () => {
    await prefer({ reducedMotion: "reduce" });
    const element = await show(people);
    element.people = [aa, ...people];
    await element.updateComplete;
    expect(names()[0]).to.equal("Aa");
    expect(all("listitem").flatMap((row) => row.getAnimations())).to.have.length(0);
  });

  it("has room for two hundred, and none of them is wider than the screen", async () => {
    await prefer({ reducedMotion: "reduce" });
    const element = await show(crowd(200));
    const rows = () => element.shadowRoot?.querySelectorAll("li").length;
    await until("all of them", () => rows() === 200);
    for (const [width, height] of [
      [320, 568],
      [740, 360],
      [1280, 800],
      [3840, 2160],
    ] as const) {
      await setViewport({ width, height });
      expect(document.documentElement.scrollWidth, `at ${width}`).to.equal(width);
    }
  });
});
