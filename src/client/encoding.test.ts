import { expect, it } from "vitest";
import { encodingFor } from "./encoding.ts";

it("sends a face with the usual lines, and more where it may", () => {
  expect(encodingFor("face", 720, 720, true)).toMatchObject({ maxBitrate: 2_500_000, scaleResolutionDownBy: 1 });
  expect(encodingFor("face", 1080, 1080, true)).toMatchObject({ maxBitrate: 4_500_000, scaleResolutionDownBy: 1 });
  expect(encodingFor("face", 1080, 720, true)).toMatchObject({ maxBitrate: 2_500_000, scaleResolutionDownBy: 1.5 });
});

it("never sends a face larger than it is, and does with what is not known yet as with the usual", () => {
  expect(encodingFor("face", 240, 720, true)).toMatchObject({ maxBitrate: 300_000, scaleResolutionDownBy: 1 });
  expect(encodingFor("face", undefined, 720, true)).toMatchObject({ maxBitrate: 2_500_000, scaleResolutionDownBy: 1 });
});

it("puts the voice before all, and keeps a screen sharp", () => {
  expect(encodingFor("voice", undefined, 180, false)).toEqual({
    maxBitrate: 64_000,
    priority: "high",
    networkPriority: "high",
  });
  expect(encodingFor("screen", 1440, 180, true)).toMatchObject({
    active: true,
    scaleResolutionDownBy: 1,
    maxBitrate: 6_000_000,
    degradationPreference: "maintain-resolution",
  });
  expect(encodingFor("screen", 720, 720, false)).toMatchObject({ active: false, maxBitrate: 5_000_000 });
});
