import { describe, expect, it } from "vitest";
import { adapt, type Adaptation, usual } from "./adaptation.ts";
import type { Strain } from "./quality.ts";

const good: Strain = { grade: "good", available: 20_000_000 };
const fair: Strain = { grade: "fair" };
const poor: Strain = { grade: "poor" };

const after = (from: Adaptation, ...strains: Strain[]): Adaptation => strains.reduce(adapt, from);
const times = (n: number, strain: Strain): Strain[] => Array.from({ length: n }, () => strain);

describe("the lines of a face", () => {
  it("go down only where the path is bad for long, step by step, and never to nothing", () => {
    expect(after(usual, poor, poor).fit).toBe(720);
    expect(after(usual, poor, poor, fair, poor, poor).fit).toBe(720);
    expect(after(usual, ...times(3, poor)).fit).toBe(540);
    expect(after(usual, ...times(5, poor)).fit).toBe(540);
    expect(after(usual, ...times(6, poor)).fit).toBe(360);
    expect(after(usual, ...times(99, poor)).fit).toBe(180);
  });

  it("come back when it is well for long", () => {
    const low = after(usual, ...times(9, poor));
    expect(low.fit).toBe(180);
    expect(after(low, ...times(4, good)).fit).toBe(180);
    expect(after(low, ...times(5, good)).fit).toBe(360);
    expect(after(low, ...times(15, good)).fit).toBe(720);
    expect(after(low, ...times(4, good), fair, ...times(4, good)).fit).toBe(180);
  });

  it("are more than usual only where camera, encoder and path have room", () => {
    expect(after(usual, ...times(5, good)).fit).toBe(1080);
    expect(after(usual, ...times(50, good)).fit).toBe(1080);
    expect(after(usual, ...times(50, { ...good, available: 3_000_000 })).fit).toBe(720);
    expect(after(usual, ...times(50, { ...good, limit: "cpu" })).fit).toBe(720);
    // Firefox does not tell what the path can take.
    expect(after(usual, ...times(5, { grade: "good" })).fit).toBe(1080);
    const sharp = after(usual, ...times(5, good));
    expect(after(sharp, ...times(3, { ...good, limit: "cpu" })).fit).toBe(720);
    expect(after(sharp, ...times(3, fair)).fit).toBe(720);
  });

  it("do not flap: each step up that was in vain makes the next one wait twice as long", () => {
    let now = usual;
    const changes: number[] = [];
    for (let n = 0; n < 400; n++) {
      const next = adapt(now, now.fit > 720 ? { ...good, limit: "cpu" } : good);
      if (next.fit > now.fit) changes.push(n);
      now = next;
    }
    const waits = changes.slice(1).map((at, index) => at - (changes[index] ?? 0));
    expect(waits.slice(0, 4)).toEqual([13, 23, 43, 43]);
  });
});
