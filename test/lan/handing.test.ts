/** A file goes on from where it was, whatever the network does meanwhile. */
import { beforeAll, expect, it } from "vitest";
import { handLarge, take, transfer } from "../e2e/handing.ts";
import { REACTION, WORK } from "../e2e/wait.ts";
import { lab } from "./lab.ts";
import type { Phone } from "./phone.ts";

/** In megabytes: enough to be in the midst of it for a while. */
const LARGE = 60;

const { phone } = lab();
let ann: Phone;
let bob: Phone;
beforeAll(async () => {
  [ann, bob] = await Promise.all([phone("Ann"), phone("Bob")]);
});

it.each(["sender", "receiver"])("after the path was cut for 8 s at half, at the %s", async (who) => {
  await ann.person.idOf("Bob");
  await handLarge(ann.person, "Bob", `cut at the ${who}.bin`, LARGE);
  await take(bob.person, "Ann");
  await transfer(bob.person, "at half", ({ moved, total }) => moved > total / 2, WORK);
  const { host } = who === "sender" ? ann : bob;
  host.cut();
  const cutAt = Date.now();
  for (const one of [ann, bob])
    await transfer(one.person, "without a path", ({ phase }) => phase === "waiting", REACTION);
  const { moved } = await transfer(bob.person, "without a path", () => true);
  await bob.person.page.waitForTimeout(Math.max(0, 8_000 - (Date.now() - cutAt)));
  const since = host.mend();
  await transfer(bob.person, "on its way again", (now) => now.moved > moved);
  console.log(`${who}: the file went on ${Date.now() - since} ms after the path was back`);
  const there = await transfer(bob.person, "done", ({ outcome }) => outcome === "done", WORK);
  // What was there has not been sent again: nothing is counted twice, and nothing began anew.
  expect(there.moved).toBe(there.total);
  await transfer(ann.person, "done", ({ outcome }) => outcome === "done");
});

it("when the receiver gets another address in the midst of it", async () => {
  await handLarge(ann.person, "Bob", "moved.bin", LARGE);
  await take(bob.person, "Ann");
  await transfer(bob.person, "on its way", ({ moved, total }) => moved > total / 4, WORK);
  await bob.host.move();
  const { moved } = await transfer(bob.person, "there", () => true);
  await transfer(bob.person, "on its way again", (now) => now.moved > moved + 2 ** 20, WORK);
  await transfer(bob.person, "done", ({ outcome }) => outcome === "done", WORK);
});
