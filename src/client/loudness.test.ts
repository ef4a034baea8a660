import { expect, it } from "vitest";
import { loudness, settle } from "./loudness.ts";

const tone = (amplitude: number) => Float32Array.from({ length: 1024 }, (_, n) => amplitude * Math.sin(n / 5));

it("is nothing in silence, and in the noise of a quiet room", () => {
  expect(loudness(new Float32Array(1024))).toBe(0);
  expect(loudness(tone(0.001))).toBe(0);
});

it("rises with the sound, to 1 at most", () => {
  const levels = [0.005, 0.02, 0.1, 0.2].map((amplitude) => loudness(tone(amplitude)));
  expect(levels).toEqual([...levels].sort((a, b) => a - b));
  expect(levels[2]).toBeGreaterThan(0.6);
  expect(levels[2]).toBeLessThan(0.9);
  expect(loudness(tone(1))).toBe(1);
});

it("is shown at once, and fades to nothing", () => {
  expect(settle(0.1, 0.8)).toBe(0.8);
  let shown = 1;
  for (let n = 0; n < 3; n++) shown = settle(shown, 0);
  expect(shown).toBeGreaterThan(0.2);
  for (let n = 0; n < 12; n++) shown = settle(shown, 0);
  expect(shown).toBe(0);
});
