/** People whom one does not want to hear of. */
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";

const { pair } = stage();

describe("somebody who is blocked", () => {
  it("hears it ring, while nothing does, until they are unblocked", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await bob.button("Block Ann").click();
    await ann.status("Bob declined").waitFor();
    await bob.status("Ann is blocked").waitFor();
    const sounds = await bob.sounds();

    await ann.call("Bob");
    const calling = ann.page.getByRole("dialog", { name: "Calling Bob" });
    await calling.getByText("Ringing…").waitFor();
    // Bob is not even busy.
    await ann.page.keyboard.press("Escape");
    await calling.waitFor({ state: "detached" });
    await ann.call("Bob");
    await calling.getByText("Ringing…").waitFor();
    expect(await bob.page.getByRole("dialog").count()).toBe(0);
    expect(await bob.sounds()).toBe(sounds);
    expect(await bob.openConnections()).toBe(0);
    await ann.button("Cancel").click();
    await bob.button("Recent calls").click();
    await bob.page.getByRole("dialog").getByText("You declined").waitFor();
    expect(await bob.page.getByRole("dialog").getByText("Missed call").count()).toBe(0);
    await bob.page.keyboard.press("Escape");

    // Also after a reload.
    await bob.page.reload();
    await bob.list.getByText("Blocked").waitFor();
    expect(await bob.button("Call Ann").count()).toBe(0);
    await ann.call("Bob");
    await calling.getByText("Ringing…").waitFor();
    expect(await bob.page.getByRole("dialog").count()).toBe(0);
    await ann.button("Cancel").click();

    await bob.button("Unblock Ann").click();
    await ann.call("Bob");
    await bob.accept(ann);
    await bob.button("Hang up").click();
    await ann.status("Bob hung up").waitFor();
  });
});
