import { expect, it } from "vitest";
import { inCallWith, peer, settled, TestPage } from "../../../test/helpers/talk.ts";
import { Clock } from "../../../test/model/clock.ts";
import { Random } from "../../../test/model/random.ts";

const SCHEDULES = 100;
/** How long two people write, in milliseconds, and how long it may take until all has come: less than the server keeps it. */
const WRITE = 60_000;
const REST = 240_000;

/** Two people who write to each other, by ways on which much is lost, comes twice, late, and in another order. */
class Pair {
  readonly random: Random;
  readonly time = new Clock();
  readonly pages: Record<"ada" | "bo", TestPage>;
  readonly written: Record<"ada" | "bo", string[]> = { ada: [], bo: [] };
  bad = true;

  constructor(seed: number) {
    this.random = new Random(seed);
    this.pages = { ada: new TestPage("ada", { time: this.time }), bo: new TestPage("bo", { time: this.time }) };
  }

  /** Whatever one says is carried to the other, or not. */
  carry(): void {
    const { ada, bo } = this.pages;
    for (const [from, to] of [
      [ada, bo],
      [bo, ada],
    ] as const)
      for (const { way, message } of from.said.splice(0)) {
        const id = from === ada ? "ada" : "bo";
        const name = id.toUpperCase();
        const { random } = this;
        const times = this.bad ? random.pick([0, 0, 1, 1, 2]) : 1;
        for (let n = 0; n < times; n++)
          this.time.after(this.bad ? random.within(random.delay()) : 1, () =>
            to.talking.arrived(
              way === "channel"
                ? { from: { id, name, legacy: false }, message }
                : { message: { ...message, data: { ...(message.data as object), source: id } } },
            ),
          );
      }
  }

  happen(): void {
    const { random } = this;
    const id = random.pick(["ada", "bo"] as const);
    const [page, other] = id === "ada" ? [this.pages.ada, "bo"] : [this.pages.bo, "ada"];
    const dice = random.next();
    if (dice < 0.5) {
      const text = `${id} ${this.written[id].length}`;
      this.written[id].push(text);
      page.talking.act({ type: "say", peer: other, text });
    } else if (dice < 0.6) page.talking.relisted();
    else if (dice < 0.7) page.online = !page.online;
    else if (dice < 0.8) page.turn(!page.visible);
    else if (dice < 0.85) page.talking.act({ type: "reading", peer: other, on: random.chance(0.5) });
    else if (dice < 0.95) this.call(random.chance(0.5));
    else page.store.set({ people: [peer(other, { status: random.chance(0.5) ? "away" : "available" })] });
  }

  call(on: boolean): void {
    for (const [page, other] of [
      [this.pages.ada, "bo"],
      [this.pages.bo, "ada"],
    ] as const) {
      page.channel = on;
      page.store.set({ call: on ? inCallWith(other) : { phase: "idle" } });
    }
  }

  pass(ms: number): void {
    const end = this.time.now + ms;
    while (this.time.now < end) {
      this.time.runUntil(Math.min(end, this.time.now + 50));
      this.carry();
    }
  }
}

it(`ends with each text shown once, in order, and delivered, in ${SCHEDULES} schedules`, async () => {
  for (let seed = 1; seed <= SCHEDULES; seed++) {
    const pair = new Pair(seed);
    await settled();
    while (pair.time.now < 1_000_000 + WRITE) {
      if (pair.random.chance(0.3)) pair.happen();
      pair.carry();
      pair.pass(pair.random.between(1, 800));
    }
    // From now on the ways are good, and lists come now and then.
    pair.bad = false;
    for (let waited = 0; waited < REST; waited += 30_000) {
      for (const page of Object.values(pair.pages)) {
        page.online = true;
        page.talking.relisted();
      }
      pair.pass(30_000);
    }
    await settled();
    for (const [id, other] of [
      ["ada", "bo"],
      ["bo", "ada"],
    ] as const) {
      const page = pair.pages[id];
      const lines = page.lines(other).filter(({ from }) => from === "them");
      const shown = lines.map((line) => (line.kind === "text" ? line.text : ""));
      expect(shown, `seed ${seed}`).toEqual(pair.written[other]);
      const mine = page.lines(other).filter(({ from }) => from === "me");
      expect(
        mine.map((line) => line.kind === "text" && line.delivery),
        `seed ${seed}`,
      ).toEqual(pair.written[id].map(() => "delivered"));
    }
    expect(pair.written.ada.length + pair.written.bo.length, `seed ${seed}`).toBeGreaterThan(5);
  }
});
