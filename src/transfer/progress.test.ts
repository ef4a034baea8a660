import { describe, expect, it } from "vitest";
import { type Course, leftOf, looked, speedOf } from "./progress.ts";
import { listening, look, SILENCE } from "./silence.ts";

describe("the speed", () => {
  const course = (...looks: [at: number, moved: number][]): Course =>
    looks.reduce<Course>((before, [at, moved]) => looked(before, at, moved), []);

  it("cannot be told at first", () => {
    expect(speedOf([])).toBeUndefined();
    expect(speedOf(course([0, 0], [900, 900]))).toBeUndefined();
    expect(leftOf(course([0, 0], [900, 900]), 9)).toBeUndefined();
  });

  it("is that of the last three seconds, and tells what is left", () => {
    const steady = course(
      [0, 0],
      [1_000, 500_000],
      [2_000, 600_000],
      [3_000, 700_000],
      [4_000, 800_000],
      [5_000, 900_000],
    );
    expect(speedOf(steady)).toBe(100_000);
    expect(leftOf(steady, 1_000_000)).toBe(1_000);
    expect(steady.length).toBeLessThanOrEqual(4);
  });

  it("has no time left where nothing moves, and begins anew where something went back", () => {
    expect(leftOf(course([0, 5], [2_000, 5]), 10)).toBeUndefined();
    expect(course([0, 5], [1_000, 9], [2_000, 3])).toEqual([{ at: 2_000, moved: 3 }]);
  });
});

describe("silence", () => {
  it("is judged by the time in which one could listen", () => {
    let ear = listening(0);
    for (let now = 500; now <= 3_000; now += 500) ear = look(ear, now);
    expect(ear.silence).toBe(SILENCE);
    expect(look(look(listening(0), 60_000), 60_500).silence).toBe(500);
  });
});
