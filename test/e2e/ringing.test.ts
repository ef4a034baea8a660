/** What rings, sounds and is shown when somebody is called, and what is not. */
import { describe, expect, it } from "vitest";
import { canSleep, putAway } from "./asleep.ts";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { join } = stage();

const sounding = (person: Person, count: number): Promise<number> =>
  until(
    `${count} sounds at ${person.name}`,
    () => person.sounding(),
    (now) => now === count,
  );

async function callByVoice(caller: Person, callee: Person): Promise<void> {
  await caller.want({ type: "dial", peer: await caller.idOf(callee.name), video: false });
}

/** In the page: no sound before a touch, as browsers have it; whatever a test tool does to a page counts as one there. */
function untouched(): void {
  const Native = AudioContext;
  let touched = false;
  addEventListener("pointerdown", () => (touched = true), true);
  window.AudioContext = class extends Native {
    constructor() {
      super();
      void this.suspend();
    }
    override resume(): Promise<void> {
      return touched ? super.resume() : new Promise(() => undefined);
    }
  };
}

const dialogs = (person: Person): Promise<number> => person.page.getByRole("dialog").count();

describe("do not disturb", () => {
  it("rings nowhere: the caller reads that they are busy, the callee of a missed call; until it is over", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob");
    await bob.want({ type: "prefer", wish: { doNotDisturb: true } });
    await ann.list.getByText("Do not disturb").waitFor();
    await ann.call("Bob");
    await ann.status("Bob is busy").waitFor();
    await bob.status("Missed call from Ann").waitFor();
    expect(await dialogs(bob)).toBe(0);
    expect(await bob.sounds()).toBe(0);
    await bob.want({ type: "prefer", wish: { doNotDisturb: false } });
    await ann.list.getByText("Available").waitFor();
    await ann.call("Bob");
    await bob.accept(ann);
  });

  it("is for others: whoever wants it calls, and is busy in that call", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob");
    await bob.want({ type: "prefer", wish: { doNotDisturb: true } });
    await ann.list.getByText("Do not disturb").waitFor();
    await bob.call("Ann");
    await ann.accept(bob);
    await framesGoOn(bob);
    const cem = await join("Cem");
    await cem.list.getByText("In a call").first().waitFor();
    expect(await cem.list.getByText("Do not disturb").count()).toBe(0);
    await bob.button("Hang up").click();
    await cem.list.getByText("Do not disturb").waitFor();
  });

  it("stops what rings at that moment, and refuses what was waiting for their return", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob", { prepare: canSleep });
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await bob.want({ type: "prefer", wish: { doNotDisturb: true } });
    await ann.status("Bob is busy").waitFor();
    await bob.prompt("Ann").waitFor({ state: "detached" });
    await putAway(bob);
    await ann.list.getByText("Away").waitFor();
    await ann.call("Bob");
    await ann.page.getByText("Trying to reach Bob…").waitFor();
    await bob.page.reload();
    await ann.status("Bob is busy").waitFor();
    await bob.status("2 missed calls from Ann").waitFor();
    expect(await dialogs(bob)).toBe(0);
  });
});

describe("a voice call", () => {
  it("opens no camera on either side; one can be switched on later", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob");
    await callByVoice(ann, bob);
    await bob.prompt("Ann").getByText("Incoming voice call").waitFor();
    expect(await bob.button("Accept without video").count()).toBe(0);
    await bob.accept(ann);
    await framesGoOn(ann, ["audio"]);
    await framesGoOn(bob, ["audio"]);
    for (const person of [ann, bob]) {
      const kinds = await person.page.evaluate(() =>
        window.probe.tracks.filter(({ readyState }) => readyState === "live").map(({ kind }) => kind),
      );
      expect(kinds).toEqual(["audio"]);
    }
    await bob.button("Camera on").click();
    await framesGoOn(ann);
    expect((await bob.received()).video).toBe(0);
  });
});

describe("the ring", () => {
  it("sounds on both sides, stops where it is silenced, and goes on for the caller", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob");
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await sounding(bob, 1);
    await sounding(ann, 1);
    await bob.button("Silence").click();
    await sounding(bob, 0);
    await bob.prompt("Ann").getByText("Silenced").waitFor();
    await sounding(ann, 1);
    await bob.accept(ann);
    await sounding(ann, 0);
    await ann.button("Hang up").click();
    await bob.status("Ann hung up").waitFor();
    // The next one rings again.
    await ann.call("Bob");
    await sounding(bob, 1);
    await bob.button("Decline").click();
    await sounding(bob, 0);
  });

  it("is not heard by who wants silence or no volume, but seen", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob");
    for (const wish of [{ silent: true }, { silent: false, ringVolume: 0 }]) {
      await bob.want({ type: "prefer", wish });
      await ann.call("Bob");
      await bob.prompt("Ann").waitFor();
      await sounding(ann, 1);
      expect(await bob.sounds()).toBe(0);
      await ann.button("Cancel").click();
      await bob.prompt("Ann").waitFor({ state: "detached" });
    }
    await bob.want({ type: "prefer", wish: { ringVolume: 0.5 } });
    await bob.want({ type: "test-ring" });
    await sounding(bob, 1);
    await sounding(bob, 0);
  });

  it("says what it waits for where the browser plays nothing yet, and is heard from the first touch on", async () => {
    const ann = await join("Ann");
    const bob = await join("Bob", { prepare: untouched });
    await bob.page.reload();
    await ann.call("Bob");
    await bob.prompt("Ann").getByText("Tap anywhere for sound").waitFor();
    expect(await bob.sounds()).toBe(0);
    await bob.prompt("Ann").getByRole("heading", { name: "Ann" }).click();
    await sounding(bob, 1);
    await bob.prompt("Ann").getByText("Tap anywhere for sound").waitFor({ state: "detached" });
    await bob.button("Decline").click();
  });
});
