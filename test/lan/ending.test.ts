/** A call that cannot go on ends, with the same reason on both sides. The waits are long: two pairs run beside each other. */
import { expect, it } from "vitest";
import { paced, TEST, WORK } from "../e2e/wait.ts";
import { connect, lab, readsLost, ring } from "./lab.ts";
import type { Phone } from "./phone.ts";

/** From the last sign of life, in milliseconds: 20 s, and what the machine takes. */
const LOST = { earliest: 19_000, latest: 20_000 + paced(3_000) };
/** Tests of a pair are started together, and each waits for its turn. */
const TURNS = 2 * TEST;

const { phone } = lab();
const phones = new Map<string, Promise<Phone>>();
let starting: Promise<unknown> = Promise.resolve();

/** The phone of this person, started when a test needs it for the first time. One after the other: each takes all of a small machine. */
function phoneOf(name: string): Promise<Phone> {
  let found = phones.get(name);
  if (!found) {
    found = starting.then(() => phone(name));
    starting = found.catch(() => undefined);
    phones.set(name, found);
  }
  return found;
}

/** Tests of one pair: one after the other, beside those of other pairs. */
function pair(...names: [string, string]) {
  let before: Promise<unknown> = Promise.resolve();
  return (title: string, run: (one: Phone, other: Phone) => Promise<void>, core = false): void =>
    it.concurrent(title, { timeout: TURNS, ...(core && { tags: "core" }) }, () => {
      const turn = before.then(async () => run(await phoneOf(names[0]), await phoneOf(names[1])));
      before = turn.catch(() => undefined);
      return turn;
    });
}

const annAndBob = pair("Ann", "Bob");
const cemAndDan = pair("Cem", "Dan");

annAndBob("a call is lost on both sides when the path is gone for good", async (ann, bob) => {
  await connect(ann, bob);
  ann.host.cut();
  const since = Date.now();
  try {
    const ends = [ann, bob].map(async (one) => {
      await one.reconnecting(2);
      await readsLost(one, one === ann ? bob : ann);
      return Date.now() - since;
    });
    for (const end of await Promise.all(ends)) {
      console.log(`lost after ${end} ms`);
      expect(end).toBeGreaterThan(LOST.earliest);
      expect(end).toBeLessThan(LOST.latest);
    }
  } finally {
    ann.host.mend();
  }
});

annAndBob(
  "a call is lost when one phone sleeps for longer than 20 s, which reads so when it wakes",
  async (ann, bob) => {
    await connect(ann, bob);
    bob.signal("SIGSTOP");
    const since = Date.now();
    try {
      await readsLost(ann, bob);
      expect(Date.now() - since).toBeLessThan(LOST.latest);
    } finally {
      bob.signal("SIGCONT");
    }
    await readsLost(bob, ann);
  },
);

annAndBob(
  "a call fails on both sides where the network keeps devices apart, and says so",
  async (ann, bob) => {
    for (const { host } of [ann, bob]) host.isolate(true);
    try {
      await ring(ann, bob);
      await bob.person.button("Accept").click();
      await Promise.all([
        ann.person.status(/Couldn't connect to Bob.*keeps devices apart/u).waitFor({ timeout: WORK }),
        bob.person.status(/Couldn't connect to Ann.*keeps devices apart/u).waitFor({ timeout: WORK }),
      ]);
    } finally {
      for (const { host } of [ann, bob]) host.isolate(false);
    }
  },
  true,
);

annAndBob("a call is lost when the caller's phone dies in it", async (ann, bob) => {
  await connect(ann, bob);
  ann.signal("SIGKILL");
  const since = Date.now();
  await readsLost(bob, ann);
  expect(Date.now() - since).toBeLessThan(LOST.latest);
});

// Takes 50 s, in which nothing is sent.
cemAndDan("a ring ends as a missed call when the caller's phone dies", async (cem, dan) => {
  await ring(cem, dan);
  cem.signal("SIGKILL");
  await dan.person.status("Missed call from Cem").waitFor({ timeout: WORK });
});
