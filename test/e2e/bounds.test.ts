/** What people read when the server lets them no further, and who could be taken for whom. */
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";

describe("a server without room", () => {
  const { visit, pair } = stage({ MAX_PEERS: "2" });

  it("says so to the next, who comes in when somebody leaves; a call goes on meanwhile", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.accept(ann);

    const cem = await visit("Cem");
    await cem.page.getByRole("textbox", { name: "Your name" }).fill("Cem");
    await cem.button("Join").click();
    await cem.page.getByRole("heading", { name: "Earshot is full at the moment" }).waitFor();
    await ann.inCallWith("Bob").waitFor();
    await ann.button("Hang up").click();
    await bob.status("Ann hung up").waitFor();

    await bob.page.close();
    await ann.button("Call Bob").waitFor({ state: "detached" });
    await cem.button("Try now").click();
    await cem.button("Call Ann").waitFor();
    await ann.button("Call Cem").waitFor();
  });
});

describe("names that look alike", () => {
  const { join, pair } = stage();

  it("are marked with a code for everyone, also for those who have them, as long as both are here", async () => {
    const [ann, bob] = await pair();
    // With a Cyrillic А.
    const other = await join("\u0410NN");
    const mark = bob.list.getByText(/Similar name, code \w+/u);
    await mark.nth(1).waitFor();
    const codes = (await mark.allTextContents()).map((text) => /code (\w+)/u.exec(text)?.[1]);
    expect(new Set(codes).size).toBe(2);
    await ann.page.getByText("Somebody here has a name like yours.").waitFor();
    await other.page.close();
    await mark.first().waitFor({ state: "detached" });
    expect(await bob.button("Call Ann").count()).toBe(1);
  });
});

describe("somebody who is called again and again", () => {
  const { pair } = stage();

  it("is called no more after ten times, and the caller reads so", async () => {
    const [ann, bob] = await pair();
    for (let call = 0; call < 10; call++) {
      await ann.call("Bob");
      await bob.prompt("Ann").waitFor();
      await ann.button("Cancel").click();
      await bob.prompt("Ann").waitFor({ state: "detached" });
    }
    await ann.call("Bob");
    await ann.status("You have called Bob many times. Wait a minute before you call again.").waitFor();
    expect(await bob.prompt("Ann").count()).toBe(0);
  });
});
