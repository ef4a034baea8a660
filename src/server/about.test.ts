import { expect, it } from "vitest";
import { aboutFrame, aboutOf, midOf } from "./about.ts";

it("tells of a message between two people which it was", () => {
  expect(aboutOf({ type: "text", data: { target: "bob", mid: "m1", call: "c1" } })).toEqual({
    target: "bob",
    mid: "m1",
  });
  expect(aboutFrame(Buffer.from('{"type":"text","data":{"target":"bob","mid":"m1"}}'))).toEqual({
    target: "bob",
    mid: "m1",
  });
  expect(midOf({ mid: "m1" })).toEqual({ mid: "m1" });
});

// An error that is about a call ends it: nothing is said of one here.
it.each<unknown>([
  undefined,
  null,
  5,
  "text",
  [],
  {},
  { data: null },
  { data: "bob" },
  { data: { target: "bob", call: "c1" } },
  { data: { target: "bob", mid: "no id" } },
  { data: { target: "bob", mid: { toString: "m1" } } },
  { data: { target: "x".repeat(65), mid: "m1" } },
  { data: { mid: "m1" } },
])("tells nothing of %j", (json) => {
  expect(aboutOf(json)).toEqual({});
});

it.each(["", "{", "\ufffe"])("tells nothing of a frame that is not JSON: %j", (frame) => {
  expect(aboutFrame(Buffer.from(frame))).toEqual({});
});
