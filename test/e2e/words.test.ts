/** Words between two people, in a call and without one. */
import { describe, expect, it } from "vitest";
import { canSleep, putAway } from "./asleep.ts";
import { stage } from "./earshot.ts";
import { close, log, open, reads, title, write } from "./writing.ts";

const { pair } = stage();

describe("a text", () => {
  it("goes to who is here, is counted until it is read, and is answered", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await open(ann, "Bob");
    await write(ann, "Supper is ready.\nBring the bread?");
    await bob.button("Write to Ann, 1 unread").waitFor();
    await title(bob, "(1) Earshot");
    await reads(ann, /Supper is ready.*Delivered/u);
    await write(ann, "And a knife");
    await bob.button("Write to Ann, 2 unread").waitFor();
    await title(bob, "(2) Earshot");

    await open(bob, "Ann", 2);
    await reads(bob, /Supper is ready.*And a knife/u);
    expect(await log(bob).getByText("Supper is ready.").innerText()).toContain("ready.\nBring");
    await title(bob, "Earshot");
    await write(bob, "On my way");
    // Whoever looks at it has read it.
    await reads(ann, /And a knife.*On my way/u);
    await reads(bob, /On my way.*Delivered/u);
    await title(ann, "Earshot");

    await close(bob, "Ann");
    await bob.button("Write to Ann").waitFor();
    await write(ann, "Thank you");
    await bob.button("Write to Ann, 1 unread").waitFor();
  });
});

describe("a text to somebody who is away", () => {
  it("waits for them, and is there when they return", { tags: "core" }, async () => {
    const [ann, bob] = await pair({}, { prepare: canSleep });
    await putAway(bob);
    await ann.list.getByText("Away").waitFor();
    await open(ann, "Bob");
    await write(ann, "First");
    await write(ann, "Second");
    await reads(ann, /First.*Second.*(Sending|Kept for Bob)/u);
    expect(await log(ann).ariaSnapshot()).not.toMatch(/Delivered|Not delivered/u);
    // A reload wakes the phone.
    await bob.page.reload();
    await reads(ann, /First.*Second.*Delivered/u);
    await title(bob, "(2) Earshot");
    await open(bob, "Ann", 2);
    await reads(bob, /First.*Second/u);
    // Once.
    expect((await log(bob).ariaSnapshot()).match(/First/gu)).toHaveLength(1);
  });
});
