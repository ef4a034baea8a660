/** What people read when the server lets them no further. */
import { describe, it } from "vitest";
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
