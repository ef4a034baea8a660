/** A call goes on whatever the network does for a moment, and without a server. */
import { beforeAll, describe, expect, it } from "vitest";
import { framesGoOn } from "../e2e/person.ts";
import { paced } from "../e2e/wait.ts";
import { connect, hangUp, inCall, lab, recovered } from "./lab.ts";
import type { Phone } from "./phone.ts";

/** After a change of address, in milliseconds: 2 s of these pass before Chromium itself knows of the new one. */
const MOVED_WITHIN = paced(4_000);

const { phone, stage } = lab();
let ann: Phone;
let bob: Phone;
beforeAll(async () => {
  [ann, bob] = await Promise.all([phone("Ann"), phone("Bob")]);
});

/** They are in a call: in that of the test before, if it went well. */
async function talking(): Promise<void> {
  if (await ann.person.inCallWith("Bob").isVisible()) await inCall(ann, bob);
  else await connect(ann, bob);
}

describe("a call goes on", () => {
  async function through(cut: Phone, seconds: number): Promise<void> {
    await talking();
    cut.host.cut();
    await Promise.all([ann.reconnecting(seconds), bob.reconnecting(seconds)]);
    await recovered(cut.host.mend(), ann, bob);
    expect(await ann.person.page.getByText("Reconnecting…").count()).toBe(0);
  }
  it("after the caller's network was gone for 5 s", { tags: "core" }, () => through(ann, 5));
  it("after the callee's network was gone for 12 s", () => through(bob, 12));
  it("after the caller's network was gone for 12 s", () => through(ann, 12));

  it("at another address", async () => {
    await talking();
    await recovered(await ann.host.move(), ann, bob, MOVED_WITHIN);
  });

  it("when a phone roams: it has two addresses for a moment, then the other one", async () => {
    await talking();
    await recovered(await bob.host.move(1_000), ann, bob, MOVED_WITHIN);
  });

  it("when a phone slept for a moment", async () => {
    await talking();
    bob.signal("SIGSTOP");
    await ann.reconnecting(5);
    const since = Date.now();
    bob.signal("SIGCONT");
    await recovered(since, ann, bob);
  });

  it("without a server, through a cut of 5 s, until somebody hangs up", async () => {
    await talking();
    await stage.server.stop("SIGKILL");
    await Promise.all([ann, bob].map(({ person }) => framesGoOn(person)));
    bob.host.cut();
    await Promise.all([ann.reconnecting(5), bob.reconnecting(5)]);
    await recovered(bob.host.mend(), ann, bob);
    await hangUp(ann, bob);
    await stage.server.start();
  });
});
