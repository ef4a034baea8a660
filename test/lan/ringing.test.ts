/** A call that rings connects, whatever happens meanwhile. */
import { beforeAll, describe, expect, it } from "vitest";
import { hangUp, inCall, lab, ring } from "./lab.ts";
import type { Phone } from "./phone.ts";

const GLARES = 20;
const { phone, stage } = lab();
let ann: Phone;
let bob: Phone;
beforeAll(async () => {
  [ann, bob] = await Promise.all([phone("Ann"), phone("Bob")]);
});

const calling = () => ann.person.page.getByRole("dialog", { name: "Calling Bob" });

describe("a call", () => {
  it("is accepted after the server was killed and came back", async () => {
    await ring(ann, bob);
    await stage.server.stop("SIGKILL");
    await stage.server.start();
    await bob.person.button("Accept").click();
    await inCall(ann, bob);
    await hangUp(ann, bob);
  });

  it("rings when the callee's phone wakes, and not before", async () => {
    bob.signal("SIGSTOP");
    await ann.person.call("Bob");
    await calling().getByText("Trying to reach Bob…").waitFor();
    expect(await calling().getByText("Ringing…").count()).toBe(0);
    bob.signal("SIGCONT");
    await bob.person.prompt("Ann").waitFor();
    await calling().getByText("Ringing…").waitFor();
    await bob.person.button("Accept").click();
    await inCall(ann, bob);
    await hangUp(bob, ann);
  });

  it("rings on when the callee's phone slept while it rang", async () => {
    await ring(ann, bob);
    bob.signal("SIGSTOP");
    await ann.person.page.waitForTimeout(4_000);
    bob.signal("SIGCONT");
    await bob.person.button("Accept").click();
    await inCall(ann, bob);
    await hangUp(ann, bob);
  });
});

describe("dialling each other", () => {
  /** At one moment of the clock, not when the test's messages happen to reach the two pages. */
  const dialAt = async (one: Phone, other: Phone, moment: number): Promise<void> =>
    one.person
      .button(`Call ${other.name}`)
      .evaluate((button: HTMLElement, at) => void setTimeout(() => button.click(), at - Date.now()), moment);

  it.each(Array.from({ length: GLARES }, (_, n) => Math.round((n * 300) / (GLARES - 1))))(
    "%i ms apart connects in one call",
    async (gap) => {
      const moment = Date.now() + 400;
      await Promise.all([dialAt(ann, bob, moment), dialAt(bob, ann, moment + gap)]);
      await inCall(ann, bob);
      for (const { person } of [ann, bob]) expect(await person.openConnections()).toBe(1);
      await hangUp(ann, bob);
      for (const { person } of [ann, bob]) expect(await person.openConnections()).toBe(0);
    },
  );
});
