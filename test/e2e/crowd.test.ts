/** Many people, and people whom one does not want to hear of. */
import { describe, expect, it } from "vitest";
import { Client } from "../helpers/signaling.ts";
import { stage } from "./earshot.ts";
import { until } from "./wait.ts";

const { server, join, pair } = stage();

/** Somebody without a page, who is listed. */
async function enter(name: string): Promise<Client> {
  const client = new Client(server.port);
  const { id, token } = (await client.next("ready")) as { id?: string; token?: string };
  client.say("identify", { id, token, name, protocol: 1 });
  await client.next("peers");
  return client;
}

describe("a crowd", () => {
  it("can be searched, also by keys, and whoever comes in meanwhile is found", async () => {
    const ann = await join("Ann");
    const box = ann.page.getByRole("searchbox", { name: "Search people" });
    const names = ["Émile", "Zoë", ...Array.from({ length: 23 }, (_, n) => `Guest ${n}`)];
    const guests: Client[] = [];
    for (const name of names) guests.push(await enter(name));
    await ann.page.getByRole("heading", { name: "25 people nearby" }).waitFor();
    await box.waitFor();

    await ann.page.keyboard.press("/");
    await ann.page.keyboard.type("emi");
    await ann.status("1 person found").waitFor();
    expect(await ann.list.getByRole("listitem").count()).toBe(1);
    await ann.button("Call Émile").waitFor();
    guests.push(await enter("Emilia"));
    await ann.button("Call Emilia").waitFor();
    await ann.status("2 people found").waitFor();
    await ann.page.keyboard.type("q");
    await ann.status("Nobody here is called “emiq”").waitFor();
    // Who leaves does not take the search along.
    for (const guest of guests.splice(4)) guest.socket.close(1000);
    await ann.page.getByRole("heading", { name: "4 people nearby" }).waitFor();
    expect(await box.inputValue()).toBe("emiq");
    await ann.page.keyboard.press("Escape");
    expect(await box.inputValue()).toBe("");
    await until(
      "the four who are left",
      () => ann.list.getByRole("listitem").count(),
      (count) => count === 4,
    );
    for (const guest of guests) guest.socket.close(1000);
  });
});

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

  it("reads in the end what everybody reads whose call is not answered", async () => {
    const [ann, bob] = await pair();
    await bob.want({ type: "block", person: { id: await ann.page.evaluate(ownId), name: "Ann" } });
    await bob.list.getByText("Blocked").waitFor();
    // Ann's patience is 45 s.
    await ann.page.clock.install();
    await ann.call("Bob");
    await ann.page.getByRole("dialog", { name: "Calling Bob" }).getByText("Ringing…").waitFor();
    await ann.page.clock.fastForward("00:46");
    await ann.status("Bob didn't answer").waitFor();
    await bob.button("Recent calls").click();
    await bob.page.getByRole("dialog").getByText("No calls yet").waitFor();
  });

  it("can be somebody who has never called, by way of the settings; a call that is on goes on", async () => {
    const [ann, bob] = await pair();
    await bob.button("Settings").click();
    await bob.button("Block somebody who is here").click();
    await bob.button("Block Ann").click();
    const list = bob.page.getByRole("list", { name: "Blocked people" });
    await list.getByRole("button", { name: "Unblock Ann" }).waitFor();
    await bob.page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await ann.call("Bob");
    await ann.page.getByRole("dialog", { name: "Calling Bob" }).getByText("Ringing…").waitFor();
    expect(await bob.page.getByRole("dialog").count()).toBe(0);
    await ann.button("Cancel").click();
    await bob.button("Unblock Ann").click();

    await ann.call("Bob");
    await bob.accept(ann);
    await bob.want({ type: "block", person: { id: await ann.page.evaluate(ownId), name: "Ann" } });
    await bob.status("Ann is blocked").waitFor();
    await ann.button("Hang up").click();
    await bob.status("Ann hung up").waitFor();
  });
});

function ownId(): string {
  return (JSON.parse(localStorage.getItem("earshot") ?? "{}") as { id?: string }).id ?? "";
}
