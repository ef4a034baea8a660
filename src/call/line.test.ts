import { describe, expect, it } from "vitest";
import type { SignalMessage } from "../protocol/messages.ts";
import { type CallEvent, type Effect, type Ended, idle, type Party } from "./call.ts";
import { advance, KEPT, type Line } from "./line.ts";

const ann: Party = { id: "ann", name: "Ann", legacy: false };
const bob: Party = { id: "bob", name: "Bob", legacy: false };

const over = (more: Partial<Ended> = {}): Ended => ({
  call: "c1",
  peer: ann,
  direction: "incoming",
  reason: "cancelled",
  by: "them",
  answered: false,
  ...more,
});
const quiet = (...past: Ended[]): Line => ({ call: idle, past });
const say = (from: Party, type: string, call: string, more: object = {}): CallEvent => ({
  type: "received",
  from,
  message: { type, data: { source: from.id, call, ...more } } as SignalMessage,
});
const ring = (from: Party, call: string): CallEvent => say(from, "offer", call, { type: "offer", sdp: "o" });
const dial = (call: string, peer = bob): CallEvent => ({ type: "dial", call, peer, video: true });

/** The line after these, and what was said meanwhile. */
function after(line: Line, ...events: CallEvent[]): { line: Line; said: string[] } {
  const said: string[] = [];
  for (const event of events) {
    const [next, ...effects] = advance(line, event);
    line = next;
    said.push(...effects.flatMap(words));
  }
  return { line, said };
}

function words(effect: Effect): string[] {
  if (effect.do !== "send") return [];
  const { type, data } = effect.message;
  return [`${type}${"reason" in data ? ` ${String(data.reason)}` : ""} ${data.call} to ${data.target}`];
}

const reasons = ({ past }: Line): string[] => past.map(({ call, reason, by }) => `${call} ${reason} by ${by}`);

describe("calls that are over", () => {
  it("are kept, the latest first, and no more than can be needed", () => {
    const events = Array.from({ length: KEPT + 5 }, (_, n) => [
      ring(ann, `c${n}`),
      { type: "hang-up" } as const,
    ]).flat();
    const { line } = after(quiet(), ...events);
    expect(line.past).toHaveLength(KEPT);
    expect(line.past[0]?.call).toBe(`c${KEPT + 4}`);
  });

  it("are said again after a reconnect, the earliest first, before the call that is on", () => {
    const said = { by: "us" } as const;
    const line = quiet(over({ call: "c2", ...said }), over({ call: "c1", reason: "declined", ...said }));
    expect(after(line, ring(bob, "c3"), { type: "relisted" }).said).toEqual([
      "ringing c3 to bob",
      "reject declined c1 to ann",
      "hangup cancelled c2 to ann",
      "ringing c3 to bob",
    ]);
  });

  it("are said again by whoever was told, too: a better word may have been lost", () => {
    expect(after(quiet(over()), { type: "relisted" }).said).toEqual(["hangup cancelled c1 to ann"]);
    expect(after(quiet(over({ reason: "declined", by: "us" })), say(ann, "hangup", "c1")).said).toEqual([
      "reject declined c1 to ann",
    ]);
  });

  it("are not said again where nobody said anything, nor to a client of the old protocol", () => {
    const gone = over({ reason: "gone" });
    const old = over({ call: "c2", peer: { ...ann, legacy: true }, by: "us" });
    expect(after(quiet(gone, old), { type: "relisted" }).said).toEqual([]);
  });

  it.each(["ringing", "accept", "description"])("%s about one of them is answered, also in the next call", (type) => {
    const line = quiet(over({ peer: bob, direction: "outgoing", by: "us" }));
    expect(after(line, ring(ann, "c2"), say(bob, type, "c1")).said).toContain("hangup cancelled c1 to bob");
    const declined = quiet(over({ peer: bob, direction: "outgoing", reason: "declined" }));
    expect(after(declined, say(bob, type, "c1")).said).toEqual(["hangup lost c1 to bob"]);
  });

  it("an offer of one of them is answered, also in the next call, and does not ring", () => {
    const line = quiet(over({ reason: "declined", by: "us" }));
    const { line: next, said } = after(line, ring(bob, "c2"), ring(ann, "c1"));
    expect(said).toEqual(["ringing c2 to bob", "reject declined c1 to ann"]);
    expect(next.call).toMatchObject({ phase: "ringing", call: "c2" });
  });

  it("a goodbye about one of them does not end the next call, but brings its better reason", () => {
    const line = quiet(over({ reason: "no-answer", by: "us" }));
    const { line: next, said } = after(line, ring(ann, "c2"), say(ann, "hangup", "c1", { reason: "cancelled" }));
    expect(next.call).toMatchObject({ phase: "ringing", call: "c2" });
    expect(reasons(next)).toEqual(["c1 cancelled by them"]);
    expect(said).toEqual(["ringing c2 to ann"]);
  });

  it("a worse reason than ours is answered with ours", () => {
    const line = quiet(over({ by: "us" }));
    const { line: next, said } = after(line, say(ann, "hangup", "c1", { reason: "no-answer" }));
    expect(said).toEqual(["hangup cancelled c1 to ann"]);
    expect(next).toBe(line);
  });

  it("are those with this person: nobody else has a say", () => {
    const line = quiet(over({ reason: "no-answer", by: "us" }));
    expect(after(line, say(bob, "hangup", "c1", { reason: "cancelled" })).line).toBe(line);
  });
});

describe("an ending that nobody has said", () => {
  it.each<[string, CallEvent[]]>([
    ["the directory says that the caller left", [ring(ann, "c1"), { type: "peer-gone", peer: "ann" }]],
    ["the caller's page knows of no such call", [ring(ann, "c1"), say(ann, "hangup", "c1", { reason: "lost" })]],
    ["the caller dials anew", [ring(ann, "c1"), ring(ann, "c2"), { type: "peer-gone", peer: "ann" }]],
  ])("gives way to any that is said: %s", (_, events) => {
    const { line } = after(quiet(), ...events);
    expect(reasons(line)).toContain("c1 gone by them");
    expect(reasons(after(line, say(ann, "hangup", "c1", { reason: "no-answer" })).line)).toContain(
      "c1 no-answer by them",
    );
    // Or the call goes on.
    expect(after(line, ring(ann, "c1")).line.call).toMatchObject({ phase: "ringing", call: "c1" });
  });

  it("is not what `lost` means once the user has accepted", () => {
    const { line } = after(
      quiet(),
      ring(ann, "c1"),
      { type: "accept", video: true },
      say(ann, "hangup", "c1", { reason: "lost" }),
    );
    expect(reasons(line)).toEqual(["c1 lost by them"]);
  });
});

describe("a call that another page of this person has ended", () => {
  it("stays as that page ended it, if for a better reason; and they are told", () => {
    const declined = over({ reason: "declined", by: "us" });
    const { line } = after(quiet(), ring(ann, "c1"));
    const { line: next, said } = after({ ...line, past: [declined] }, { type: "timeout", timer: "no-answer" });
    expect(next).toEqual(quiet(declined));
    expect(said).toEqual(["hangup no-answer c1 to ann", "reject declined c1 to ann"]);
  });

  it("is not ended twice for the same reason", () => {
    const busy = over({ call: "c2", peer: bob, reason: "busy", by: "us" });
    const { line } = after(quiet(), ring(ann, "c1"));
    expect(after({ ...line, past: [busy] }, ring(bob, "c2")).line.past).toEqual([busy]);
  });

  it("ends for ours, if that is better", () => {
    const { line } = after(quiet(), dial("c1", ann), { type: "media-ready" });
    const gone = over({ direction: "outgoing", reason: "gone" });
    expect(reasons(after({ ...line, past: [gone] }, { type: "hang-up" }).line)).toEqual(["c1 cancelled by us"]);
  });
});
