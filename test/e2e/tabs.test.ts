import { describe, it } from "vitest";
import { stage } from "./earshot.ts";
import { framesGoOn } from "./person.ts";

const { server, join, pair } = stage();

describe("a second tab of one browser", () => {
  it(
    "says that Earshot is open elsewhere; its user takes over, and gives it back by closing it",
    { tags: "core" },
    async () => {
      const [ann, bob] = await pair();
      await bob.button("Call Ann").waitFor();
      const second = await ann.anotherTab(server);
      await second.page.getByText("Earshot is open in another tab").waitFor();
      await ann.button("Call Bob").waitFor();

      await second.button("Use here").click();
      await second.button("Call Bob").waitFor();
      await ann.button("Use here").waitFor();
      await bob.button("Call Ann").click();
      await second.prompt("Bob").waitFor();
      await bob.button("Cancel").click();

      await second.page.close();
      await ann.button("Call Bob").waitFor();
    },
  );

  it("takes over by itself from a tab that nobody looks at", async () => {
    const ann = await join("Ann", {
      prepare: () => {
        Object.defineProperty(document, "visibilityState", { get: () => sessionStorage.getItem("seen") ?? "visible" });
      },
    });
    await ann.page.evaluate(() => {
      sessionStorage.setItem("seen", "hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    });
    const second = await ann.anotherTab(server);
    await second.button("Settings").waitFor();
    await ann.button("Use here").waitFor();
  });

  it("does not disturb a call in the first, unless its user says so: then that ends, and the other reads why", async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.accept(ann);
    const second = await ann.anotherTab(server);
    await second.button("Use here").waitFor();
    await framesGoOn(ann);
    await framesGoOn(bob);
    await second.button("Use here").click();
    await bob.status("Ann moved to another device").waitFor();
    await ann.status("Continued elsewhere").waitFor();
    await second.button("Call Bob").click();
    await bob.prompt("Ann").waitFor();
  });

  it("lets the first take its own call back before it goes on", async () => {
    const [ann, bob] = await pair();
    await ann.call("Bob");
    await bob.prompt("Ann").waitFor();
    const second = await ann.anotherTab(server);
    await second.button("Use here").click();
    await bob.status("Ann moved to another device").waitFor();
    await second.button("Call Bob").waitFor();
  });

  it("rings on with a call that the first was asked about", async () => {
    const [ann, bob] = await pair();
    await bob.call("Ann");
    await ann.prompt("Bob").waitFor();
    const second = await ann.anotherTab(server);
    await second.button("Use here").click();
    await second.accept(bob);
    await framesGoOn(second);
    await framesGoOn(bob);
  });
});
