import { expect, it } from "vitest";
import { alternatives, marked } from "./compose.ts";

it("makes something of what stands between stars, and of nothing else", () => {
  const show = (text: string) => ({ text });
  expect(marked("If so, *this page* may tell.", show)).toEqual(["If so, ", { text: "this page" }, " may tell."]);
  expect(marked("*First* of all", show)).toEqual(["", { text: "First" }, " of all"]);
  expect(marked("Nothing", show)).toEqual(["Nothing"]);
});

it("joins alternatives as they are joined in a sentence", () => {
  const show = (text: string) => ({ text });
  expect(alternatives(["a"], show)).toEqual([{ text: "a" }]);
  expect(alternatives(["a", "b"], show)).toEqual([{ text: "a" }, " or ", { text: "b" }]);
});
