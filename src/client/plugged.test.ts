import { expect, it } from "vitest";
import { pluggedIn } from "./plugged.ts";

const built = { id: "built-in", label: "Built-in microphone" };
const headset = { id: "headset", label: "Headset" };
const preferred = { id: "default", label: "Default - Headset" };

it("finds what is new", () => {
  expect(pluggedIn([built], [built, headset])).toBe(headset);
  expect(pluggedIn([built], [preferred, headset, built])).toBe(headset);
});

it("finds nothing where nothing is new, or nothing was known", () => {
  expect(pluggedIn([built, headset], [built])).toBeUndefined();
  expect(pluggedIn([built], [built])).toBeUndefined();
  expect(pluggedIn([], [built, headset])).toBeUndefined();
  expect(pluggedIn([built], [preferred, built])).toBeUndefined();
});
