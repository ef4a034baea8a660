/** Somebody who is blocked, and who has blocked them. What is kept away is tested in blocked.test.ts, how it is shown with the components. */
// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { all, one } from "./components/testing.ts";
import { pageOf } from "./testing/page-of.ts";
import { accept, FACE, type Person, stage, until } from "./testing/two-people.ts";
import { english } from "./words/english.ts";

const town = stage();

/** Ann, who is in Bob's list. */
async function pair(): Promise<[Person, Person]> {
  const [ann, bob] = [town.join("Ann"), town.join("Bob")];
  await bob.until("Ann in the list", ({ people }) => people.length > 0);
  return [ann, bob];
}

const block = (by: Person, who: Person) => by.want({ type: "block", person: { id: who.id, name: who.name } });
const reads = (person: Person, sentence: string) =>
  person.until(sentence, ({ notice }) => notice?.startsWith(sentence));
/** Ann calls, and hears it ring at Bob's. */
async function callsInVain(ann: Person, bob: Person): Promise<void> {
  await ann.call(bob);
  await ann.until("ringing", ({ call }) => call.phase === "calling" && call.reach === "ringing");
}

describe("somebody who is blocked", () => {
  it("reads in the end what everybody reads whose call is not answered, and leaves no trace", async () => {
    const [ann, bob] = await pair();
    block(bob, ann);
    const { setTimeout } = window;
    // Ann's patience is 45 s: no other timer runs for so long.
    let runOut: (() => void) | undefined;
    window.setTimeout = ((act: () => void, ms?: number) => {
      if (ms === 45_000) runOut = act;
      return setTimeout(act, ms);
    }) as typeof setTimeout;
    try {
      await callsInVain(ann, bob);
    } finally {
      window.setTimeout = setTimeout;
    }
    runOut?.();
    await reads(ann, "Bob didn't answer");
    // Bob has heard by now that the first call is over.
    await callsInVain(ann, bob);
    expect(bob.state.recents).to.deep.equal([]);
    expect(bob.connections).to.deep.equal([]);
    expect(bob.notices).to.deep.equal([english.blocked.done("Ann")]);
  });

  it("can be somebody who has never called, by way of the settings, until they are unblocked in the list", async () => {
    const [ann, bob] = await pair();
    await pageOf(bob);
    const click = async (name: string) => {
      await until(`the button ${name}`, () => all("button", name).length === 1);
      one("button", name).click();
    };
    for (const name of ["Settings", "Block somebody who is here", "Block Ann"]) await click(name);
    await until("the list of who is blocked", () => all("list", "Blocked people").length === 1);
    await until("a way back", () => all("button", "Unblock Ann").length > 0);
    await sendKeys({ press: "Escape" });
    await until("no dialog", () => all("dialog").length === 0);
    await callsInVain(ann, bob);
    expect([bob.phase, all("dialog").length]).to.deep.equal(["idle", 0]);
    ann.want({ type: "hang-up" });
    await click("Unblock Ann");
    await ann.call(bob);
    await bob.rings(ann);
    await until("the question", () => all("dialog", "Ann is calling").length === 1);
  });

  it("stays in a call that is on, whose end is told as any other's", async () => {
    const [ann, bob] = await pair();
    await ann.call(bob);
    await accept(bob, ann);
    block(bob, ann);
    await reads(bob, "Ann is blocked");
    await Promise.all([ann.gets(...FACE), bob.gets(...FACE)]);
    ann.want({ type: "hang-up" });
    await reads(bob, "Ann hung up");
  });
});
