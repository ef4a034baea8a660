import { expect, it } from "vitest";
import { found } from "./finding.ts";

const people = ["Ahmed Khalil", "Amélie", "Björn Strauß", "Łukasz", "Øyvind", "王小明", "علي", "Zoë Ahmedova"].map(
  (name) => ({ id: name, name }),
);
const names = (query: string) => found(people, query).map(({ name }) => name);

it.each([
  ["ahm", "Ahmed Khalil, Zoë Ahmedova"],
  ["KHALIL ahmed", "Ahmed Khalil"],
  ["amelie", "Amélie"],
  ["AMÉL", "Amélie"],
  ["ame\u0301lie", "Amélie"],
  ["bjorn strauss", "Björn Strauß"],
  ["strauß", "Björn Strauß"],
  ["lukasz", "Łukasz"],
  ["oyvind", "Øyvind"],
  ["ø", "Björn Strauß, Øyvind, Zoë Ahmedova"],
  ["小明", "王小明"],
  ["علي", "علي"],
  ["ａｍｅ", "Amélie"],
  ["zoe ahmed", "Zoë Ahmedova"],
  ["zoe ahmed x", ""],
])("finds for %s: %s", (query, expected) => {
  expect(names(query).join(", ")).toBe(expected);
});

it("finds everybody, the very same list, where nothing is typed", () => {
  expect(found(people, "")).toBe(people);
  expect(found(people, "  ")).toBe(people);
});
