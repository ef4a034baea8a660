/**
 * Random schedules of some people who call each other while sockets die, pages are reloaded, paths fail and the server
 * restarts. Whatever happens, when all is quiet again the rules below hold. A failure prints its seed:
 * `MODEL_SEED=n MODEL_SCHEDULES=1` repeats it.
 */
import { describe, expect, it } from "vitest";
import type { Call } from "../../src/call/call.ts";
import { Broken, type Phone } from "./phone.ts";
import { Random } from "./random.ts";
import { World } from "./world.ts";

const SCHEDULES = Number(process.env["MODEL_SCHEDULES"] ?? 20_000);
const SEED = Number(process.env["MODEL_SEED"] ?? 1);
/** One schedule takes half a millisecond; a busy machine may need more (milliseconds). */
const TIMEOUT = 60_000 + 20 * SCHEDULES;
const PEOPLE = ["ann", "bob", "cem"];
/** Something happens for this long; then all that was broken is mended, and everything may run out (milliseconds). */
const BUSY = 60_000;
const QUIET = 200_000;

/** Reasons that one side may have for itself: it could not hear the other. */
const ALONE = new Set(["lost", "gone"]);

function live(world: World, phone: Phone, callId: () => string): void {
  const { random } = world;
  const { call } = phone;
  const other = random.pick(world.phones.filter(({ id }) => id !== phone.id));
  const dice = random.next();
  if (dice < 0.03) {
    phone.unload();
    world.clock.after(random.between(100, 3_000), () => phone.load());
  } else if (dice < 0.05) {
    // A crash: nobody is told, but the system closes the socket.
    world.cut(phone);
    phone.load();
  } else if (dice < 0.09) {
    world.cut(phone);
  } else if (dice < 0.1) {
    world.startServer();
  } else if (dice < 0.13) {
    world.block(phone.id, other.id, random.chance(0.5));
  } else if (call.phase === "idle") {
    if (dice < 0.6) phone.dispatch({ type: "dial", call: callId(), peer: phone.partyOf(other.id), video: true });
  } else if (call.phase === "ringing") {
    if (dice < 0.7) phone.dispatch({ type: "accept", video: random.chance(0.5) });
    else if (dice < 0.85) phone.dispatch({ type: "hang-up" });
  } else if (dice > 0.8) {
    phone.dispatch({ type: "hang-up" });
  }
}

function run(seed: number): World {
  const random = new Random(seed);
  const world = new World(random, PEOPLE);
  let calls = 0;
  // Ids in no order, as nanoid's are: the lower one wins when two people dial each other.
  const callId = (): string => `${random.between(1_000, 9_999)}-${calls++}`;
  for (const phone of world.phones) {
    const act = (): void => {
      if (world.clock.now >= BUSY) return;
      live(world, phone, callId);
      world.clock.after(random.chance(0.3) ? random.between(0, 400) : random.between(400, 12_000), act);
    };
    world.clock.after(random.between(0, 2_000), act);
  }
  world.clock.runUntil(BUSY);
  // Mending takes from the set: go through a copy.
  const pairs = [...world.blocked].map((pair) => pair.split(" ") as [string, string]);
  for (const [a, b] of pairs) world.block(a, b, false);
  world.clock.runUntil(BUSY + QUIET);
  return world;
}

function inCall(call: Call): call is Exclude<Call, { phase: "idle" }> {
  return call.phase !== "idle";
}

function movedOn({ call }: Phone, callId: string): boolean {
  return call.phase !== "idle" || call.ended?.call !== callId;
}

function check(world: World): void {
  for (const phone of world.phones) {
    const { call, link, mediaOpen, id } = phone;
    if (inCall(call) && call.phase !== "connected") throw new Broken(`${id} is ${call.phase} for ever (${call.call})`);
    if (link ? !inCall(call) || link.call !== call.call : inCall(call))
      throw new Broken(`${id} is ${call.phase}, link: ${link?.call}`);
    if (mediaOpen && !inCall(call)) throw new Broken(`${id} has camera and microphone open without a call`);
    if (inCall(call)) {
      const other = world.phone(call.peer.id).call;
      if (!inCall(other) || other.call !== call.call) throw new Broken(`${id} is in ${call.call} alone`);
    }
    for (const [callId, ending] of phone.endings) {
      const theirs = world.phone(ending.peer.id).endings.get(callId);
      if (!theirs || theirs.reason === ending.reason) continue;
      if (ALONE.has(ending.reason) || ALONE.has(theirs.reason)) continue;
      // Whoever is in the next call already cannot be told any more: both ended this one at a moment, or a word was lost.
      const tooLate = movedOn(phone, callId) || movedOn(world.phone(ending.peer.id), callId);
      if (tooLate && (world.lost.has(callId) || (ending.by === "us" && theirs.by === "us"))) continue;
      throw new Broken(`${callId}: ${id} says ${ending.reason}, ${ending.peer.id} says ${theirs.reason}`);
    }
  }
}

describe("calls between several people", () => {
  it(
    `end well in ${SCHEDULES} random schedules from seed ${SEED}`,
    () => {
      const reasons = new Map<string, number>();
      for (let seed = SEED; seed < SEED + SCHEDULES; seed++) {
        try {
          const world = run(seed);
          check(world);
          for (const { endings } of world.phones) {
            for (const { reason } of endings.values()) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
          }
        } catch (error) {
          throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
        }
      }
      // The schedules are worth nothing if they never get anywhere.
      if (SCHEDULES >= 1_000) {
        expect([...reasons.keys()].sort()).toEqual(
          ["busy", "cancelled", "declined", "failed", "gone", "hung-up", "lost", "no-answer"].sort(),
        );
      }
    },
    TIMEOUT,
  );

  it("connect without a prompt when two dial each other before either hears of it", () => {
    for (let seed = 1; seed <= 2_000; seed++) {
      const random = new Random(seed);
      const world = new World(random, ["ann", "bob"]);
      const [ann, bob] = world.phones as [Phone, Phone];
      world.clock.runUntil(1_000);
      const ids = random.chance(0.5) ? ["1", "2"] : ["2", "1"];
      ann.dispatch({ type: "dial", call: ids[0] as string, peer: ann.partyOf("bob"), video: true });
      // Before any offer can arrive: it takes two ways of at least 1 ms.
      world.clock.after(random.between(0, 1), () =>
        bob.dispatch({ type: "dial", call: ids[1] as string, peer: bob.partyOf("ann"), video: true }),
      );
      world.clock.runUntil(10_000);
      const state = `seed ${seed}: ${ann.call.phase}/${bob.call.phase}`;
      expect(state).toBe(`seed ${seed}: connected/connected`);
      expect(inCall(ann.call) && inCall(bob.call) && ann.call.call === bob.call.call).toBe(true);
      expect(ann.prompts.size + bob.prompts.size).toBe(0);
    }
  });
});
