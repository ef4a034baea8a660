import { describe, it } from "vitest";
import { stage } from "./earshot.ts";

const { server, pair } = stage();

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
});
