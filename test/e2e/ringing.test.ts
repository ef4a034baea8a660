/** What rings and is shown when somebody is called, and what is not. */
import { describe, expect, it } from "vitest";
import { canSleep, putAway } from "./asleep.ts";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";

const { join } = stage();

async function callByVoice(caller: Person, callee: Person): Promise<void> {
  await caller.want({ type: "dial", peer: await caller.idOf(callee.name), video: false });
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
