import { describe, expect, it } from "vitest";
import { Gate, gateLimits, mostConnections } from "./gate.ts";

/** How many of so many are let in. */
function admitted(gate: Gate, tries: number, now: number, address = "192.0.2.1"): number {
  return Array.from({ length: tries }, () => gate.admits(address, now)).filter(Boolean).length;
}

describe("the gate", () => {
  it("follows the room there is", () => {
    expect(gateLimits({ perAddress: 64 })).toEqual({ open: 256, pace: { burst: 256, rate: 16 } });
    expect(gateLimits({ perAddress: 1 })).toEqual({ open: 4, pace: { burst: 4, rate: 0.25 } });
    expect(mostConnections({ people: 2_000 })).toBe(5_000);
  });

  it("lets so many be open at once from one address, and no more until one is closed", () => {
    const gate = new Gate({ open: 3, pace: { burst: 100, rate: 100 } });
    expect(admitted(gate, 5, 0)).toBe(3);
    expect(admitted(gate, 5, 0, "192.0.2.2")).toBe(3);
    gate.leaves("192.0.2.1");
    expect(admitted(gate, 5, 0)).toBe(1);
  });

  it("lets so many come at once, then one after the other, also if each leaves at once", () => {
    const gate = new Gate({ open: 10, pace: { burst: 4, rate: 2 } });
    let came = 0;
    for (let now = 0; now <= 10_000; now += 10) {
      if (!gate.admits("192.0.2.1", now)) continue;
      gate.leaves("192.0.2.1");
      came++;
    }
    expect(came).toBe(4 + 20);
  });

  it("what was refused at the most does not count against the pace", () => {
    const gate = new Gate({ open: 1, pace: { burst: 2, rate: 0.001 } });
    expect(admitted(gate, 50, 0)).toBe(1);
    gate.leaves("192.0.2.1");
    expect(admitted(gate, 1, 0)).toBe(1);
  });

  it("remembers nobody for long", () => {
    const gate = new Gate({ open: 10, pace: { burst: 4, rate: 2 } });
    for (let n = 0; n < 1_000; n++) {
      gate.admits(`198.51.100.${n}`, 0);
      gate.leaves(`198.51.100.${n}`);
    }
    expect(gate.size).toEqual({ open: 0, lately: 1_000 });
    gate.admits("192.0.2.1", 5_000);
    expect(gate.size).toEqual({ open: 1, lately: 1 });
  });
});
