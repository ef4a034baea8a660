import { expect, it } from "vitest";
import { codeOf } from "./code.ts";

it("is the same for an id on every device and in every version", () => {
  expect(codeOf("V1StGXR8_Z5jdHi6B-myT")).toBe("LK53");
  expect(codeOf("3kTMd1gGmQ0vYx")).toBe("29FJ");
});

it("has four signs that are not taken for others, and differs from id to id", () => {
  const codes = Array.from({ length: 2_000 }, (_, n) => codeOf(`person-${n}`));
  expect(codes.every((code) => /^[2-9B-DF-HJ-NP-TV-XZ]{4}$/u.test(code))).toBe(true);
  // By the birthday paradox about 3 pairs of 2,000 in 28^4 share one.
  expect(new Set(codes).size).toBeGreaterThan(1_980);
});
