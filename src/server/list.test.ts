import { describe, expect, it } from "vitest";
import { List } from "./list.ts";

function listOf(count: number) {
  const names = new Map<string, string>();
  let written = 0;
  const list = new List((id) => {
    written++;
    return { id, name: names.get(id) ?? id };
  });
  for (let n = 0; n < count; n++) list.put(`p${n}`);
  const read = (id: string) =>
    list.for(id).map((text) => JSON.parse(`[${text.toString()}]`) as { id: string; name: string }[]);
  return { list, names, read, written: () => written };
}
const ids = (pieces: { id: string }[][]): string[] => pieces.flat().map(({ id }) => id);

describe("the list", () => {
  it("is of all others, in pieces of at most 100", () => {
    const { read } = listOf(250);
    expect(read("nobody").map(({ length }) => length)).toEqual([100, 100, 50]);
    expect(ids(read("p120"))).toEqual([...Array(250).keys()].filter((n) => n !== 120).map((n) => `p${n}`));
  });

  it("is one empty piece where there is nobody else", () => {
    expect(listOf(0).read("p0")).toEqual([[]]);
    expect(listOf(1).read("p0")).toEqual([[]]);
    expect(ids(listOf(101).read("p100"))).toHaveLength(100);
  });

  it("tells of everybody as they are by now", () => {
    const { list, names, read } = listOf(3);
    read("p0");
    names.set("p2", "Cem");
    list.put("p2");
    list.delete("p1");
    expect(read("p0")).toEqual([[{ id: "p2", name: "Cem" }]]);
  });

  it("writes only the pieces in which somebody has changed", () => {
    const { list, read, written } = listOf(1_000);
    read("nobody");
    const before = written();
    list.put("p500");
    list.put("new");
    read("nobody");
    // The piece of p500, and the new person's own.
    expect(written() - before).toBe(101);
    read("nobody");
    expect(written() - before).toBe(101);
  });

  it("has no more pieces than it needs after a crowd has gone", () => {
    const { list, read } = listOf(10_000);
    for (let n = 0; n < 10_000; n++) if (n % 100 !== 0) list.delete(`p${n}`);
    expect(ids(read("nobody"))).toEqual([...Array(100).keys()].map((n) => `p${n * 100}`));
    expect(read("nobody").length).toBeLessThan(8);
    for (let n = 0; n < 100; n++) list.delete(`p${n * 100}`);
    expect(read("nobody")).toEqual([[]]);
  });
});
