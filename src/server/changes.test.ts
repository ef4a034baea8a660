import { expect, it } from "vitest";
import { Changes } from "./changes.ts";

it("are told once", () => {
  const changes = new Changes();
  expect(changes.any).toBe(false);
  changes.add("ann");
  changes.add("ann");
  changes.remove("bob", "Bob");
  expect([changes.any, changes.has("ann"), changes.has("bob")]).toEqual([true, true, false]);
  expect(changes.take()).toEqual({ here: ["ann"], gone: new Map([["bob", "Bob"]]), back: [] });
  expect(changes.any).toBe(false);
  expect(changes.take()).toEqual({ here: [], gone: new Map(), back: [] });
});

it("of who came and left are that they are gone, since somebody may know them", () => {
  const changes = new Changes();
  changes.add("ann");
  changes.remove("ann", "Ann");
  expect(changes.take()).toEqual({ here: [], gone: new Map([["ann", "Ann"]]), back: [] });
});

it("of who left and came back are both, one after the other", () => {
  const changes = new Changes();
  changes.remove("ann", "Ann");
  changes.add("ann");
  changes.add("bob");
  expect(changes.take()).toEqual({ here: ["bob"], gone: new Map([["ann", "Ann"]]), back: ["ann"] });
});
