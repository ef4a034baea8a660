import { describe, expect, it } from "vitest";
import { isStranded, moveOf, type Whereabouts } from "./moved.ts";

const OLD = "https://192.168.1.20:3000";
const NEW = "https://192.168.1.31:3000";
const THIRD = "https://10.0.0.5:3000";
const NAME = "https://laptop.local:3000";
const own = "192.168.1.20:3000";

const move = (more: Partial<Whereabouts>) =>
  moveOf({ own, addresses: [OLD, THIRD, NAME], stranded: false, connection: "online", inCall: false, ...more });

describe("isStranded", () => {
  it("once the server takes this page's address from its list, until it is there again", () => {
    expect(isStranded(own, [OLD], [OLD, NEW], false)).toBe(false);
    expect(isStranded(own, [OLD, NEW], [NEW], false)).toBe(true);
    expect(isStranded(own, [NEW], [NEW, NAME], true)).toBe(true);
    expect(isStranded(own, [NEW], [NEW, OLD], true)).toBe(false);
  });

  it("holds for names, too, and compares as browsers write", () => {
    expect(isStranded("laptop.local:3000", [OLD, NAME], [OLD], false)).toBe(true);
    expect(isStranded("laptop.local:3000", [OLD, NAME], [NEW, NAME], false)).toBe(false);
    expect(isStranded("192.168.1.20", ["https://192.168.1.20:443/"], ["https://192.168.1.20:443"], false)).toBe(false);
  });

  it("is not, at an address that the server never knew of: a forwarded port, another name", () => {
    expect(isStranded("laptop.lan:3000", [OLD], [NEW], false)).toBe(false);
  });
});

describe("moveOf", () => {
  it("offers the server's addresses at once when this one is certain to be gone, the best first", () => {
    const expected = { certain: true, addresses: [NEW, NAME] };
    for (const connection of ["online", "connecting", "offline", "unreachable"] as const)
      expect(move({ stranded: true, addresses: [NEW, NAME], connection })).toEqual(expected);
  });

  it("guesses when the server is not reachable, with the name first, which stays", () => {
    expect(move({ connection: "unreachable" })).toEqual({ certain: false, addresses: [NAME, THIRD] });
    expect(move({ connection: "unreachable", own: "laptop.local:3000" })).toEqual({
      certain: false,
      addresses: [OLD, THIRD],
    });
  });

  it.each(["online", "connecting", "offline", "refused", "replaced"] as const)(
    "guesses nothing while %s",
    (connection) => expect(move({ connection })).toBeUndefined(),
  );

  it("offers nothing in a call, which goes on", () => {
    expect(move({ stranded: true, addresses: [NEW], inCall: true })).toBeUndefined();
    expect(move({ connection: "unreachable", inCall: true })).toBeUndefined();
  });

  it("offers nothing where there is nothing else", () => {
    expect(move({ connection: "unreachable", addresses: [OLD] })).toBeUndefined();
    expect(move({ connection: "unreachable", addresses: ["https://127.0.0.1:3000"] })).toBeUndefined();
    expect(move({ stranded: true, addresses: [] })).toBeUndefined();
    expect(move({ stranded: true, addresses: ["javascript:alert(1)"] })).toBeUndefined();
  });

  it("knows that the laptop's own page has no address to lose", () => {
    for (const host of ["127.0.0.1:3000", "localhost:3000", "[::1]:3000"])
      expect(move({ own: host, connection: "unreachable" })).toBeUndefined();
  });

  it("offers three at most", () => {
    const many = [1, 2, 3, 4, 5].map((n) => `https://10.0.0.${n}:3000`);
    expect(move({ stranded: true, addresses: many })?.addresses).toEqual(many.slice(0, 3));
    expect(move({ connection: "unreachable", addresses: [...many, NAME] })?.addresses).toEqual([
      NAME,
      ...many.slice(0, 2),
    ]);
  });
});
