import { describe, expect, it } from "vitest";
import { canSleep, putAway } from "./asleep.ts";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { until } from "./wait.ts";

const { pair } = stage();

const title = (person: Person, expected: string): Promise<string> =>
  until(
    `the title ${expected}`,
    () => person.page.title(),
    (seen) => seen === expected,
  );

/** The rows of the list of recent calls, which is then open. */
async function recents(person: Person): Promise<string[]> {
  await person.button("Recent calls").click();
  return person.page.getByRole("dialog", { name: "Recent calls" }).getByRole("listitem").allInnerTexts();
}

describe("recent calls", () => {
  it(
    "count what was missed in title and icon, over a reload, until it is seen; and call back",
    { tags: "core" },
    async () => {
      const [ann, bob] = await pair();
      const icon = (): Promise<string | undefined> =>
        bob.page.evaluate(() => document.querySelector<HTMLLinkElement>("link[rel=icon]")?.href);
      const plain = await icon();
      await ann.call("Bob");
      await bob.prompt("Ann").waitFor();
      await title(bob, "Ann is calling");
      await ann.button("Cancel").click();
      await title(bob, "(1) Earshot");
      await until("a badge on the icon", icon, (href) => href?.startsWith("data:image/png") ?? false);
      await bob.page.reload();
      await title(bob, "(1) Earshot");
      await bob.status("Missed call from Ann").waitFor();

      const rows = await recents(bob);
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatch(/Ann\s+Missed call/);
      await title(bob, "Earshot");
      expect(await icon()).toBe(plain);
      await bob.button("Ring back Ann").click();
      await ann.accept(bob);
      await framesGoOn(ann);
    },
  );
});

describe("somebody who is away", () => {
  /** Ann calls Bob, whose phone is in a pocket, and reads so. */
  async function callAway(): Promise<[Person, Person]> {
    const [ann, bob] = await pair({}, { prepare: canSleep });
    await putAway(bob);
    await ann.list.getByText("Away").waitFor();
    await ann.call("Bob");
    await ann.page.getByText("Trying to reach Bob…").waitFor();
    return [ann, bob];
  }

  it("can be called: the caller reads so, and it rings at once on return", { tags: "core" }, async () => {
    const [ann, bob] = await callAway();
    await bob.page.reload();
    await ann.page.getByText("Ringing…").waitFor();
    await bob.accept(ann);
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("learns on return who gave up meanwhile, once", async () => {
    const [ann, bob] = await callAway();
    await ann.button("Cancel").click();
    await bob.page.reload();
    await bob.status("Missed call from Ann").waitFor();
    await bob.page.reload();
    await bob.button("Call Ann").waitFor();
    expect(await recents(bob)).toHaveLength(1);
  });
});
