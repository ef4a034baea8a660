// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect, fixture } from "@open-wc/testing";
import { LitElement, html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { LevelController } from "../controllers/level.ts";
import { prefer, sound } from "./testing.ts";
import { until } from "../testing/until.ts";

@customElement("test-meter")
class Meter extends LitElement {
  @property({ attribute: false }) stream: MediaStream | undefined;
  renders = 0;

  constructor() {
    super();
    // eslint-disable-next-line no-new -- it adds itself
    new LevelController(this, () => this.stream);
  }

  override render() {
    this.renders++;
    return html``;
  }
}

const levelOf = (meter: Meter): number => Number(meter.style.getPropertyValue("--level"));

describe("a level", () => {
  beforeEach(() => prefer({ reducedMotion: "no-preference" }));

  it("moves with the sound, without rendering, and is 0 again when it is silent", async () => {
    const voice = sound();
    const meter = await fixture<Meter>(html`<test-meter .stream=${voice.stream}></test-meter>`);
    await until("the voice is not shown", () => levelOf(meter) > 0.5);
    voice.volume(0);
    await until("silence is not shown", () => levelOf(meter) === 0);
    voice.volume(0.3);
    await until("the voice is not shown again", () => levelOf(meter) > 0.5);
    expect(meter.renders).to.equal(1);
  });

  it("follows another stream, and none", async () => {
    const [quiet, loud] = [sound(0), sound()];
    const meter = await fixture<Meter>(html`<test-meter .stream=${quiet.stream}></test-meter>`);
    meter.stream = loud.stream;
    await until("the other stream is not shown", () => levelOf(meter) > 0.5);
    meter.stream = undefined;
    await until("no stream is not shown", () => levelOf(meter) === 0);
    meter.stream = new MediaStream();
    await meter.updateComplete;
    expect(levelOf(meter)).to.equal(0);
  });

  it("changes seldom where less motion is wanted", async () => {
    await prefer({ reducedMotion: "reduce" });
    const voice = sound();
    const meter = await fixture<Meter>(html`<test-meter .stream=${voice.stream}></test-meter>`);
    let changes = 0;
    const observer = new MutationObserver(() => changes++);
    observer.observe(meter, { attributeFilter: ["style"] });
    const start = performance.now();
    let volume = 0.3;
    const change = setInterval(() => voice.volume((volume = 0.31 - volume)), 50);
    await until("it does not change", () => changes >= 3);
    clearInterval(change);
    expect(performance.now() - start).to.be.greaterThan(1000);
  });

  it("stops when its host leaves the page, and goes on when it comes back", async () => {
    const { setInterval: set, clearInterval: clear } = window;
    const ticking = new Set<number>();
    window.setInterval = ((tick: () => void, ms: number) => {
      const id = set(tick, ms);
      ticking.add(id);
      return id;
    }) as typeof window.setInterval;
    window.clearInterval = ((id: number) => {
      ticking.delete(id);
      clear(id);
    }) as typeof window.clearInterval;
    try {
      const meter = await fixture<Meter>(html`<test-meter .stream=${sound().stream}></test-meter>`);
      await until(() => levelOf(meter) > 0.5);
      const parent = meter.parentElement as HTMLElement;
      meter.remove();
      expect(levelOf(meter)).to.equal(0);
      expect(ticking.size).to.equal(0);
      parent.append(meter);
      await until("it did not come back", () => levelOf(meter) > 0.5);
    } finally {
      Object.assign(window, { setInterval: set, clearInterval: clear });
    }
  });
});
