import { describe, expect, it } from "vitest";
import { applyPeers, byName, type People } from "./people.ts";

const peer = (id: string, name = id) => ({ id, name });
const apply = (people: People, data: object) => applyPeers(people, { peers: [], gone: [], ...data });
const ids = (people: People) => [...people.keys()];

describe("the people who are here", () => {
  const some = apply(new Map(), { peers: [peer("ann"), peer("bob")] });

  it("change one by one", () => {
    const next = apply(some, { peers: [peer("bob", "Robert"), peer("cem")], gone: ["ann", "nobody"] });
    expect([...next.values()]).toEqual([peer("bob", "Robert"), peer("cem")]);
    expect(ids(some)).toEqual(["ann", "bob"]);
  });

  it("are replaced by a full list, never doubled", () => {
    expect(ids(apply(some, { full: true, peers: [peer("bob"), peer("dan")] }))).toEqual(["bob", "dan"]);
    expect(ids(apply(some, { full: true }))).toEqual([]);
  });

  it("come in chunks, of which only the first replaces", () => {
    const first = apply(some, { full: true, more: true, peers: [peer("cem")] });
    expect(ids(apply(first, { full: false, more: false, peers: [peer("dan")] }))).toEqual(["cem", "dan"]);
  });

  it("are shown by name, each at a place of its own", () => {
    const people = apply(new Map(), {
      peers: [peer("3", "Émile"), peer("2", "Eva"), peer("4", "eva"), peer("1", "Eva")],
    });
    const order = byName(people).map(({ id }) => id);
    expect(order.indexOf("3")).toBe(0);
    expect(order.indexOf("1")).toBeLessThan(order.indexOf("2"));
    const turned = new Map([...people].sort(([a], [b]) => (a < b ? 1 : -1)));
    expect(byName(turned).map(({ id }) => id)).toEqual(order);
  });

  it("are sorted alike, whether one by one or all at once", () => {
    let people: People = new Map();
    let sorted: ReturnType<typeof byName> = [];
    const names = ["Zoë", "ann", "Émile", "Eva", "eva", "Bo", "Øyvind", "bo"];
    const changes = [
      ...names.map((name, n) => ({ peers: [peer(`p${n}`, name)] })),
      { peers: [peer("p5", "Yves"), peer("p8", "Aa"), peer("p9", "Zz")], gone: ["p0"] },
      { peers: [{ ...peer("p3", "Eva"), status: "busy" }] },
      { gone: ["p8", "p9"] },
      { full: true, peers: [peer("p2", "Zora"), peer("p1", "ann")] },
    ];
    for (const change of changes) {
      people = apply(people, change);
      sorted = byName(people, sorted);
      expect(sorted).toEqual(byName(people));
    }
  });
});
