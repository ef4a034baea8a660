import { afterEach, expect, it } from "vitest";
import { describe, numbersOf } from "./connection.ts";
import type { Quality } from "./quality.ts";
import { speak } from "./words/current.ts";

const quality: Quality = {
  grade: "good",
  roundTrip: 12.4,
  loss: 0.0123,
  jitter: 3.21,
  received: { width: 1280, height: 720, framesPerSecond: 29.7, bitrate: 2_430_000, codec: "VP8" },
  sent: { width: 640, height: 360, framesPerSecond: 15, bitrate: 350_000 },
};

// The document is told of the language.
globalThis.document ??= { documentElement: {} } as Document;
afterEach(() => speak("en"));

it("is a sentence that names what holds it back", async () => {
  expect(describe({ grade: "good" })).toBe("Good connection");
  expect(describe({ grade: "good", cause: "cpu" })).toBe("Good connection");
  expect(describe({ grade: "poor", cause: "loss" })).toBe("Weak connection: the network loses packets");
  expect(describe({ grade: "fair" })).toBe("Fair connection");
  await speak("fr");
  expect(describe({ grade: "poor", cause: "cpu" })).toBe("Connexion faible\u00a0: cet appareil est surchargé");
});

it("is told in numbers, as the language writes them", async () => {
  expect(numbersOf(quality).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    "Round trip: 12 ms",
    "Jitter: 3.2 ms",
    "Lost packets: 1.2%",
    "Their picture: 1280 × 720, 30 frames/s, 2.4 Mb/s, VP8",
    "Your picture: 640 × 360, 15 frames/s, 350 kb/s",
  ]);
  await speak("de");
  expect(numbersOf(quality).find(({ name }) => name === "Verlorene Pakete")?.value).toMatch(/^1,2\s%$/u);
});

it("leaves out what was not measured, and says where there is no picture", () => {
  expect(numbersOf({ grade: "good", loss: 0 }).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    "Lost packets: 0%",
    "Their picture: None",
    "Your picture: None",
  ]);
});
