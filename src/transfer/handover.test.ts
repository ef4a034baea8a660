import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Delivered, FilesMessage } from "../protocol/talk.ts";
import type { Effect, HandoverEvent } from "./event.ts";

import { begun, type Handover, LIMITS, reduce, timeouts, timerKey } from "./handover.ts";

const files = [{ name: "a.txt", type: "text/plain", size: 10 }];
const sender = (more: Partial<Handover> = {}): Handover => ({
  ...begun({ mid: "m", peer: "bob", direction: "outgoing", files, presence: "here" }),
  ...more,
});
const receiver = (more: Partial<Handover> = {}): Handover => ({
  ...begun({ mid: "m", peer: "ann", direction: "incoming", files, presence: "here" }),
  ...more,
});
const hear = (message: FilesMessage | Delivered): HandoverEvent => ({ type: "received", message });
const wants = (attempt?: number): HandoverEvent =>
  hear({ type: "files-answer", data: { mid: "m", accept: true, ...(attempt !== undefined && { attempt }) } });
const ends = (reason: "cancelled" | "done" | "left" | "corrupt"): HandoverEvent =>
  hear({ type: "files-end", data: { mid: "m", reason } });
const offer = { type: "offer", sdp: "v=0" } as const;
const links = (attempt: number): HandoverEvent =>
  hear({ type: "files-link", data: { mid: "m", attempt, description: offer } });

/** In short, what must be done. */
const brief = (effect: Effect): string => {
  switch (effect.do) {
    case "post": {
      const { type, data } = effect.message;
      const more = "reason" in data ? ` ${String(data.reason)}` : "attempt" in data ? ` ${String(data.attempt)}` : "";
      return `post ${type}${more}`;
    }
    case "connect":
      return `connect ${effect.attempt}`;
    case "close":
      return effect.tell ? `close ${effect.tell}` : "close";
    case "over":
      return `over ${effect.outcome}`;
    default:
      return effect.do;
  }
};

function after(handover: Handover, ...events: HandoverEvent[]): { now: Handover; done: string[] } {
  const done: string[] = [];
  for (const event of events) {
    const [next, ...effects] = reduce(handover, event);
    handover = next;
    done.push(...effects.map(brief));
  }
  return { now: handover, done };
}

describe("the sender", () => {
  it("offers until somebody sees it, less and less often", () => {
    const { now, done } = after(sender(), { type: "begin" }, { type: "timeout", timer: "again" });
    expect(done).toEqual(["post files", "post files"]);
    expect(timeouts(now)).toEqual({ again: 2 * LIMITS.again });
    expect(timeouts(sender({ tries: 20 }))).toEqual({ again: LIMITS.longestAgain });
    expect(timeouts(after(now, hear({ type: "delivered", data: { mid: "m" } })).now)).toEqual({});
  });

  it("offers again to whoever comes back, until there is an answer", () => {
    const shown = sender({ shown: true });
    expect(after(shown, { type: "relisted" }).done).toEqual(["post files"]);
    const { done } = after(shown, { type: "presence", presence: "away" }, { type: "presence", presence: "here" });
    expect(done).toEqual(["post files"]);
    expect(after(shown, wants(), { type: "relisted" }).done).toEqual([]);
  });

  it("connects at once when it is wanted, then after 1, 2, 4, 5, 5 s", () => {
    let { now } = after(sender(), wants());
    const waits: (number | undefined)[] = [];
    for (let n = 1; n <= 6; n++) {
      waits.push(timeouts(now).try);
      const tried = after(now, { type: "timeout", timer: "try" }, { type: "timeout", timer: "attempt" });
      expect(tried.done).toContain(`connect ${n}`);
      now = tried.now;
    }
    expect(waits).toEqual([0, 1_000, 2_000, 4_000, 5_000, 5_000]);
  });

  it("tries at once after a path that was good, not after one that was not", () => {
    const open = after(sender(), wants(), { type: "timeout", timer: "try" }, { type: "opened", attempt: 1 }).now;
    expect(open.phase).toBe("moving");
    expect(timeouts(after(open, { type: "lost", attempt: 1 }).now)).toEqual({ try: 1_000 });
    const steady = after(open, { type: "timeout", timer: "steady" }).now;
    expect(timeouts(after(steady, { type: "lost", attempt: 1 }).now)).toEqual({ try: 0 });
  });

  it("takes the receiver's word that a path is lost, if it is about this one", () => {
    const open = sender({ phase: "moving", attempt: 3 });
    expect(after(open, wants(2)).now).toBe(open);
    const { now, done } = after(open, wants(3));
    expect([now.phase, done]).toEqual(["waiting", ["close"]]);
  });

  it("says again what was said about a connection that the receiver does not know of", () => {
    expect(after(sender({ phase: "waiting", attempt: 3, trying: true }), wants(2)).done).toEqual(["repeat"]);
  });

  it("does not try while the other is away, and gives up when nobody was there for a minute", () => {
    const waiting = sender({ phase: "waiting", attempt: 1 });
    expect(timeouts({ ...waiting, presence: "away" })).toEqual({});
    expect(timeouts({ ...waiting, presence: "gone" })).toEqual({ gone: LIMITS.gone });
    const gone = after({ ...waiting, presence: "gone" }, { type: "timeout", timer: "gone" });
    expect(gone.done).toEqual(["close", "over gone"]);
    expect(timeouts(sender({ phase: "moving", presence: "gone" }))).toEqual({});
  });

  it("tries again at once when there is a way again", () => {
    const waiting = sender({ phase: "waiting", attempt: 4, tries: 9, presence: "away" });
    expect(timeouts(waiting)).toEqual({});
    expect(timeouts(after(waiting, { type: "presence", presence: "here" }).now)).toEqual({ try: 0 });
  });

  it("waits the minute through, whatever is said meanwhile", () => {
    const gone = sender({ presence: "gone" });
    expect(timerKey(gone, "gone")).toBe(timerKey({ ...gone, tries: 4, attempt: 2, phase: "waiting" }, "gone"));
  });

  it("makes another connection when the network is another", () => {
    const waiting = sender({ phase: "waiting", attempt: 2, trying: true, tries: 3 });
    expect(after(waiting, { type: "network" }).done).toEqual(["close", "connect 3"]);
  });

  it("answers nothing about earlier connections", () => {
    const waiting = sender({ phase: "waiting", attempt: 2, trying: true });
    expect(after(waiting, links(1), { type: "opened", attempt: 1 }, { type: "lost", attempt: 1 }).now).toBe(waiting);
    expect(after(waiting, links(2)).done).toEqual(["signal"]);
    expect(after(waiting, links(3)).done).toEqual([]);
  });
});

describe("the receiver", () => {
  it("opens nothing before the user accepts", () => {
    const { now, done } = after(receiver(), links(1), wants());
    expect([now.phase, done]).toEqual(["offered", []]);
    expect(after(now, { type: "accept" }).done).toEqual(["post files-answer"]);
  });

  it("takes the newest connection, and drops the one before", () => {
    const waiting = receiver({ phase: "waiting" });
    const { now, done } = after(waiting, links(1), { type: "opened", attempt: 1 }, links(2), links(1));
    expect(done).toEqual(["close", "connect 1", "signal", "say", "close", "connect 2", "signal"]);
    expect(now).toMatchObject({ phase: "waiting", attempt: 2, trying: true });
  });

  it("asks for a path when it has lost one, and again if none comes", () => {
    const moving = receiver({ phase: "moving", attempt: 2 });
    const { now, done } = after(moving, { type: "lost", attempt: 2 }, { type: "timeout", timer: "ask" });
    expect(done).toEqual(["close", "post files-answer 2", "post files-answer 2"]);
    expect(timeouts(now)).toEqual({ ask: LIMITS.ask });
  });

  it("says no with its reason, again if it is asked again", () => {
    const { now, done } = after(receiver(), { type: "refuse", reason: "too-many" });
    expect(done).toEqual(["post files-answer too-many", "close", "over too-many"]);
    expect(after(now, hear({ type: "files", data: { mid: "m", files } })).done).toEqual(["post files-answer too-many"]);
  });

  it("does not believe a sender that it is done", () => {
    expect(after(receiver({ phase: "moving" }), ends("done")).now.outcome).toBe("cancelled");
  });
});

describe("pausing", () => {
  const moving = { phase: "moving", attempt: 1 } as const;
  const held = (paused: boolean, n: number): HandoverEvent => ({ type: "held", hold: { paused, n } });

  it("is shared, and either may resume", () => {
    const paused = after(sender(moving), { type: "hold", paused: true });
    expect(paused.done).toEqual(["say"]);
    expect(paused.now.hold).toEqual({ paused: true, n: 1 });
    expect(after(paused.now, held(false, 2)).now.hold.paused).toBe(false);
  });

  it("is decided by the later word, and between two by the one that pauses", () => {
    const { now } = after(receiver(moving), held(true, 4), held(false, 3), held(false, 4));
    expect(now.hold).toEqual({ paused: true, n: 4 });
    expect(after(now, held(false, 5), held(true, 5)).now.hold).toEqual({ paused: true, n: 5 });
  });

  it("is said when a new path opens", () => {
    const { done } = after(sender({ phase: "waiting", attempt: 1, trying: true }), { type: "opened", attempt: 1 });
    expect(done).toEqual(["say"]);
  });
});

describe("an end", () => {
  it("is told by both ways", () => {
    expect(after(sender({ phase: "moving" }), { type: "cancel" }).done).toEqual([
      "post files-end cancelled",
      "close cancelled",
      "over cancelled",
    ]);
    expect(after(sender(), ends("left")).done).toEqual(["close", "over left"]);
  });

  it("is told again to whoever still believes in it", () => {
    const over = receiver({ phase: "over", outcome: "done" });
    for (const event of [links(4), ends("cancelled"), { type: "relisted" } as const])
      expect(after(over, event).done).toEqual(["post files-end done"]);
    expect(after(sender({ phase: "over", outcome: "gone" }), wants()).done).toEqual(["post files-end unknown"]);
  });

  it("gives way to a better one", () => {
    const { now, done } = after(sender({ phase: "over", outcome: "cancelled" }), ends("done"));
    expect([now.outcome, done]).toEqual(["done", ["over done"]]);
    expect(after(now, ends("done"), ends("cancelled")).now.outcome).toBe("done");
  });
});

/** Two sides, and what is under way between them, which may be lost or late. */
class World {
  readonly sides: Record<"ann" | "bob", Handover>;
  readonly mail: { to: "ann" | "bob"; message: FilesMessage | Delivered }[] = [];
  readonly spoken: { to: "ann" | "bob"; effect: Effect & { do: "say" } }[] = [];
  /** Which connection each of them has. */
  readonly links: Record<"ann" | "bob", number | undefined> = { ann: undefined, bob: undefined };
  readonly told: Record<"ann" | "bob", string[]> = { ann: [], bob: [] };

  /** Bob knows of it. */
  heard = false;

  constructor() {
    this.sides = { ann: sender(), bob: receiver() };
    this.happen("ann", { type: "begin" });
  }

  happen(who: "ann" | "bob", event: HandoverEvent): void {
    const [next, ...effects] = reduce(this.sides[who], event);
    this.sides[who] = next;
    const to = who === "ann" ? "bob" : "ann";
    for (const effect of effects) {
      if (effect.do === "post") this.mail.push({ to, message: effect.message });
      if (effect.do === "say" && this.joined()) this.spoken.push({ to, effect });
      if (effect.do === "over") this.told[who].push(effect.outcome);
      if (effect.do === "close") {
        this.links[who] = undefined;
        this.spoken.length = 0;
      }
      if (effect.do === "connect") this.links[who] = effect.attempt;
      if (effect.do === "repeat" || effect.do === "connect") this.describe(who);
    }
  }

  private describe(who: "ann" | "bob"): void {
    this.happen(who, {
      type: "gathered",
      attempt: this.sides[who].attempt,
      word: { description: { ...offer, type: who === "ann" ? "offer" : "answer" } },
    });
  }

  joined(): boolean {
    return this.links.ann !== undefined && this.links.ann === this.links.bob;
  }

  /** The next that was said arrives, or does not. */
  deliver(arrives: boolean): void {
    const said = this.spoken.shift();
    if (said && arrives) {
      const { message } = said.effect;
      if (message.type === "hold") this.happen(said.to, { type: "held", hold: message.data });
      return;
    }
    const next = this.mail.shift();
    if (!next || !arrives) return;
    if (next.message.type === "files") {
      this.heard = true;
      this.mail.push({ to: "ann", message: { type: "delivered", data: { mid: "m" } } });
    }
    this.happen(next.to, { type: "received", message: next.message });
  }

  open(): void {
    if (!this.joined()) return;
    for (const who of ["ann", "bob"] as const) this.happen(who, { type: "opened", attempt: this.links[who]! });
  }

  lose(who: "ann" | "bob"): void {
    this.happen(who, { type: "lost", attempt: this.sides[who].attempt });
  }

  tick(who: "ann" | "bob"): void {
    const [timer] = Object.keys(timeouts(this.sides[who])) as (keyof ReturnType<typeof timeouts>)[];
    if (timer) this.happen(who, { type: "timeout", timer });
  }

  /** Nothing is lost any more. */
  settle(finish: boolean): void {
    for (const who of ["ann", "bob"] as const) {
      this.happen(who, { type: "presence", presence: "here" });
      this.happen(who, { type: "relisted" });
    }
    for (let round = 0; round < 60; round++) {
      while (this.mail.length + this.spoken.length > 0) this.deliver(true);
      this.open();
      if (this.mail.length + this.spoken.length > 0) continue;
      if (this.sides.bob.phase === "offered" && this.heard) this.happen("bob", { type: "accept" });
      if (
        finish &&
        this.sides.bob.phase === "moving" &&
        this.sides.ann.phase === "moving" &&
        !this.sides.bob.hold.paused
      )
        this.happen("bob", { type: "finished" });
      // The slowest wait of each comes last.
      if (!this.joined()) this.tick(round % 2 ? "bob" : "ann");
    }
  }
}

const who = fc.constantFrom("ann", "bob");
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant("deliver"), arrives: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("open") }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("tick"), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("lose"), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("accept") }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("hold"), who, paused: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("relisted"), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("presence"), who, presence: fc.constantFrom("here", "away", "gone") }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("network"), who }) },
);
const ending = fc.record({
  do: fc.constant("end"),
  who,
  event: fc.constantFrom<HandoverEvent>(
    { type: "cancel" },
    { type: "failed", reason: "unreadable" },
    { type: "failed", reason: "corrupt" },
    { type: "finished" },
    { type: "refuse", reason: "declined" },
  ),
});

function play(world: World, steps: readonly Record<string, unknown>[]): void {
  for (const { do: what, who: side, ...more } of steps) {
    const at = side as "ann" | "bob";
    if (what === "deliver") world.deliver(more["arrives"] as boolean);
    else if (what === "open") world.open();
    else if (what === "tick") world.tick(at);
    else if (what === "lose") world.lose(at);
    else if (what === "accept" && world.heard) world.happen("bob", { type: "accept" });
    else if (what === "end") {
      const event = more["event"] as HandoverEvent;
      if (event.type === "finished" ? world.joined() : at === "ann" || world.heard) world.happen(at, event);
    } else if (what !== "accept") world.happen(at, { type: what, ...more } as HandoverEvent);
  }
}

describe("two sides whose words are lost and late", () => {
  it("get everything across in the end, when nobody ends it", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        play(
          world,
          steps.filter((one) => !("presence" in one && one.presence === "gone")),
        );
        world.settle(false);
        expect(world.sides.ann.hold).toEqual(world.sides.bob.hold);
        expect([world.sides.ann.phase, world.sides.bob.phase]).toEqual(["moving", "moving"]);
        if (world.sides.ann.hold.paused) world.happen("ann", { type: "hold", paused: false });
        world.settle(true);
        expect([world.sides.ann.outcome, world.sides.bob.outcome]).toEqual(["done", "done"]);
        expect(world.links).toEqual({ ann: undefined, bob: undefined });
      }),
      { numRuns: 500 },
    );
  });

  it("agree on how it ended, with nothing left open", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 12, arbitrary: step }, { weight: 1, arbitrary: ending }), { maxLength: 60 }),
        (steps) => {
          const world = new World();
          play(world, steps);
          world.settle(true);
          if (world.sides.ann.hold.paused && world.sides.ann.phase !== "over") {
            world.happen("ann", { type: "hold", paused: false });
            world.settle(true);
          }
          const { ann, bob } = world.sides;
          // It may have been over before anybody heard of it.
          if (!world.heard && bob.phase === "offered") {
            expect(ann.phase).toBe("over");
            return;
          }
          expect([ann.phase, bob.phase]).toEqual(["over", "over"]);
          // Who has given up for want of the other may be alone in that.
          const guesses = ["gone", "unknown", "left"];
          if (!guesses.includes(ann.outcome!) && !guesses.includes(bob.outcome!)) {
            expect(ann.outcome).toBe(bob.outcome);
          } else expect([guesses.includes(ann.outcome!), guesses.includes(bob.outcome!)]).toContain(true);
          expect(world.links).toEqual({ ann: undefined, bob: undefined });
          expect([timeouts(ann), timeouts(bob)]).toEqual([{}, {}]);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
