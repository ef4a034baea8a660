/** Two people dial each other, at any interval and over lines of any slowness. Exactly one call comes of it. */
import { describe, expect, it } from "vitest";
import { REACTION, TEST } from "../../scripts/timeouts.mjs";
import { Random } from "./random.ts";
import { World } from "./world.ts";

const SCHEDULES = Number(process.env["MODEL_SCHEDULES"] ?? 100_000) / 20;
const SEED = Number(process.env["MODEL_SEED"] ?? 1);
/** By then both are listed, and long after both have dialled (milliseconds). */
const LISTED = 21_000;
const DONE = LISTED + 35_000;

/** What comes of it, if all is well. */
const GOOD = "connected/connected, 1 call";

/**
 * What comes of two people who dial each other. If they do not want to be disturbed, what comes before they have dialled is refused:
 * then there was nothing to cross.
 */
function cross(seed: number, undisturbed = false): string | undefined {
  const random = new Random(seed);
  const world = new World(random, ["ann", "bob"]);
  for (const person of undisturbed ? world.people : []) person.doNotDisturb(true);
  const [first, second] = random.chance(0.5) ? world.people : [...world.people].reverse();
  const [one, two] = [first?.pages[0], second?.pages[0]];
  if (!first || !second || !one || !two) throw new Error("nobody is there");
  world.clock.runUntil(LISTED);
  world.dial(one, second);
  // What rings on the screen is answered by dialling; nothing else may ask.
  let rang = "";
  let refused = false;
  world.clock.after(random.between(0, random.pick([0, 50, 500, 5_000])), () => {
    rang = two.call.phase === "ringing" ? two.call.call : "";
    refused = second.recents.length > 0;
    world.dial(two, first);
  });
  world.clock.runUntil(DONE);
  if (refused) return undefined;
  const calls = new Set([one, two].map(({ call }) => (call.phase === "idle" ? "none" : call.call)));
  const ended = world.people.flatMap(({ recents }) => recents.map(({ ended }) => `, ended: ${ended.reason}`));
  const asked = world.prompts.join() === rang ? "" : `, asked about ${world.prompts.join()}`;
  return `${one.call.phase}/${two.call.phase}, ${calls.size} call${asked}${ended.join("")}`;
}

describe("two people who dial each other", () => {
  it(
    `are connected by one call, which asks nobody, in ${SCHEDULES} random schedules from seed ${SEED}`,
    () => {
      for (let seed = SEED; seed < SEED + SCHEDULES; seed++) {
        const outcome = cross(seed);
        if (outcome !== GOOD) expect(`seed ${seed}: ${outcome}`).toBe(`seed ${seed}: ${GOOD}`);
      }
    },
    TEST + (SCHEDULES / 1_000) * REACTION,
  );

  it(
    `are connected also if both do not want to be disturbed, in ${SCHEDULES} random schedules from seed ${SEED}`,
    () => {
      let crossed = 0;
      for (let seed = SEED; seed < SEED + SCHEDULES; seed++) {
        const outcome = cross(seed, true);
        if (outcome === undefined) continue;
        crossed++;
        if (outcome !== GOOD) expect(`seed ${seed}: ${outcome}`).toBe(`seed ${seed}: ${GOOD}`);
      }
      // The schedules are worth nothing if none ever cross.
      if (SCHEDULES >= 50) expect(crossed).toBeGreaterThan(0);
    },
    TEST + (SCHEDULES / 1_000) * REACTION,
  );
});
