import { expect, it } from "vitest";
import { hear, levelOf, silence, type Speech } from "./speech.ts";

/** So loud for so long, in milliseconds. */
function go(speech: Speech, level: number, ms: number): Speech {
  for (let at = 0; at < ms; at += 100) speech = hear(speech, level, 100);
  return speech;
}

it("takes half a second of it for speech, and two seconds without for its end", () => {
  const short = go(silence, 0.1, 400);
  expect(short.speaking).toBe(false);
  const speaking = go(short, 0.1, 100);
  expect(speaking.speaking).toBe(true);
  const pausing = go(speaking, 0, 1_900);
  expect(pausing.speaking).toBe(true);
  expect(go(pausing, 0, 100).speaking).toBe(false);
  // A word starts the two seconds anew.
  expect(go(go(pausing, 0.1, 100), 0, 1_900).speaking).toBe(true);
});

it("hears words with short gaps, but no knocks and no hum", () => {
  let words = silence;
  for (let n = 0; n < 5; n++) words = go(go(words, 0.1, 200), 0, 100);
  expect(words.speaking).toBe(true);
  let knocks = silence;
  for (let n = 0; n < 20; n++) knocks = go(go(knocks, 0.5, 100), 0, 400);
  expect(knocks.speaking).toBe(false);
  expect(go(silence, 0.01, 10_000).speaking).toBe(false);
});

it("measures loudness", () => {
  expect(levelOf(new Float32Array([0.5, -0.5, 0.5, -0.5]))).toBeCloseTo(0.5);
  expect(levelOf(new Float32Array())).toBe(0);
});
