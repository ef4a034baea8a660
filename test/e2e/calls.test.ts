import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn, type Person } from "./person.ts";
import { paced, until } from "./wait.ts";

const { pair } = stage();

async function connect(caller: Person, callee: Person, how = "Accept"): Promise<void> {
  await caller.call(callee.name);
  await callee.accept(caller, how);
}

/** After a call: the directory again, no camera open, no connection left. */
async function quiet(person: Person): Promise<void> {
  await person.button("Settings").waitFor();
  await until(
    "no live track",
    () => person.liveTracks(),
    (n) => n === 0,
  );
  expect(await person.openConnections()).toBe(0);
}

describe("a call", () => {
  it("is accepted: both see and hear each other, until one hangs up", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await until(
      "no camera in the directory",
      () => ann.liveTracks(),
      (n) => n === 0,
    );
    await connect(ann, bob);
    await framesGoOn(ann);
    await framesGoOn(bob);
    await bob.button("Hang up").click();
    await ann.status("Bob hung up").waitFor();
    await bob.status("You hung up").waitFor();
    await quiet(ann);
    await quiet(bob);
  });

  it("is declined: the caller reads so, the callee reads nothing", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    await bob.button("Decline").click();
    await ann.status("Bob declined").waitFor();
    await quiet(ann);
    await quiet(bob);
    expect(await bob.page.getByRole("status").filter({ hasText: "Ann" }).count()).toBe(0);
  });

  it("carries text both ways, as text", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    const markup = "<img src=x onerror=alert(1)>\nsecond line";
    for (const [from, to, text] of [
      [ann, bob, "Hello Bob"],
      [bob, ann, "Hello Ann"],
      [ann, bob, markup],
    ] as const) {
      await from.page.getByRole("textbox", { name: "Message" }).fill(text);
      await from.button("Send").click();
      await to.page.getByRole("log", { name: "Chat" }).getByText(text).waitFor();
      await from.page.getByRole("log", { name: "Chat" }).getByText(text).waitFor();
    }
    // The only image of the page is the sign that stands there until the app does.
    expect(await bob.page.locator("img:not(.opening)").count()).toBe(0);
  });

  it("is not hung up by the second half of a double tap on Accept", async () => {
    const [ann, bob] = await pair({}, { size: { width: 375, height: 740 } });
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    const { x, y, width, height } = (await bob.button("Accept").boundingBox())!;
    const [left, top] = [x + width / 2, y + height / 2];
    // Real fingers, which no test tool moves to where a button has gone.
    await bob.page.mouse.click(left, top);
    await bob.page.waitForTimeout(150);
    await bob.page.mouse.click(left, top);
    await ann.inCallWith("Bob").waitFor();
    await framesGoOn(ann);
    await framesGoOn(bob);
  });

  it("ends for the other within a second when a page is closed or reloaded", { tags: "core" }, async () => {
    const [ann, bob] = await pair();
    await connect(ann, bob);
    // By the clock that both pages read, not by when the test's messages reach them.
    await bob.page.evaluate(() => addEventListener("pagehide", () => localStorage.setItem("left", String(Date.now()))));
    await ann.page.evaluate(() => {
      const app = document.querySelector("earshot-app") as unknown as {
        store: { subscribe(read: (state: { call: { phase: string } }) => void): void };
      };
      app.store.subscribe(({ call }) => {
        if (call.phase === "idle") document.documentElement.dataset["ended"] ??= String(Date.now());
      });
    });
    await bob.page.reload();
    await ann.status("The connection to Bob was lost").waitFor();
    const left = await bob.page.evaluate(() => Number(localStorage.getItem("left")));
    const ended = await ann.page.evaluate(() => Number(document.documentElement.dataset["ended"]));
    expect(ended - left).toBeLessThan(paced(1_000));
    await connect(ann, bob);
    await ann.page.close({ runBeforeUnload: false });
    await bob.status("The connection to Ann was lost").waitFor();
    await quiet(bob);
  });
});
