/** A call that cannot go on ends, with the same reason on both sides. The waits are long: cases run beside each other. */
import { beforeAll, describe, it } from "vitest";
import { connect, lab, readsLost, ring } from "./lab.ts";
import type { Phone } from "./phone.ts";

/** From the last sign of life, in milliseconds: 20 s, and what a busy machine takes. */
const LOST = { earliest: 19_000, latest: 22_500 };
/** Of a connection that is not made: 15 s after Accept. */
const FAILED_WITHIN = 20_000;
/** The callee stops ringing by itself after 50 s, should the caller not say so after 45. */
const RINGS_FOR = 55_000;

const { phone } = lab();
const phones = new Map<string, Phone>();
const the = (name: string): Phone => phones.get(name) as Phone;
beforeAll(async () => {
  const names = ["Ann", "Bob", "Cem", "Dan"];
  await Promise.all(names.map(async (name) => phones.set(name, await phone(name))));
});

describe.concurrent("a call is lost 20 s after the last sign of life", () => {
  it("when the path is gone for good", async ({ expect }) => {
    const [ann, bob] = [the("Ann"), the("Bob")];
    await connect(ann, bob);
    ann.host.cut();
    const since = Date.now();
    const ends = [ann, bob].map(async (one, n) => {
      await one.reconnecting(2);
      await readsLost(one, n === 0 ? bob : ann);
      return Date.now() - since;
    });
    for (const end of await Promise.all(ends)) {
      expect(end).toBeGreaterThan(LOST.earliest);
      expect(end).toBeLessThan(LOST.latest);
    }
    ann.host.mend();
  });

  it("when one phone sleeps, which reads so when it wakes", async ({ expect }) => {
    const [cem, dan] = [the("Cem"), the("Dan")];
    await connect(cem, dan);
    dan.signal("SIGSTOP");
    const since = Date.now();
    await readsLost(cem, dan);
    expect(Date.now() - since).toBeLessThan(LOST.latest);
    dan.signal("SIGCONT");
    await readsLost(dan, cem);
  });
});

describe.concurrent("a call ends", () => {
  /** Ann and Bob are kept apart, until this is called. */
  let join = (): void => undefined;
  const joined = new Promise<void>((resolve) => (join = resolve));

  it("before it began, on both sides, where the network keeps devices apart, and says so", async () => {
    const [ann, bob] = [the("Ann"), the("Bob")];
    for (const { host } of [ann, bob]) host.isolate(true);
    await ring(ann, bob);
    await bob.person.button("Accept").click();
    await Promise.all([
      ann.person.status(/Couldn't connect to Bob.*keeps devices apart/u).waitFor({ timeout: FAILED_WITHIN }),
      bob.person.status(/Couldn't connect to Ann.*keeps devices apart/u).waitFor({ timeout: FAILED_WITHIN }),
    ]).finally(() => {
      for (const { host } of [ann, bob]) host.isolate(false);
      join();
    });
  });

  it("as lost when one phone dies in it", async ({ expect }) => {
    await joined;
    const [ann, bob] = [the("Ann"), the("Bob")];
    await connect(ann, bob);
    bob.signal("SIGKILL");
    const since = Date.now();
    await readsLost(ann, bob);
    expect(Date.now() - since).toBeLessThan(LOST.latest);
  });

  it("as a missed call when the caller's phone dies while it rings", async () => {
    const [cem, dan] = [the("Cem"), the("Dan")];
    await ring(cem, dan);
    cem.signal("SIGKILL");
    await dan.person.status("Missed call from Cem").waitFor({ timeout: RINGS_FOR });
  });
});
