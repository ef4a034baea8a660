import { describe, expect, it } from "vitest";
import type { Peer } from "../protocol/messages.ts";
import { cleared, seated, type Seat } from "./roster.ts";

const people = (...names: string[]): Peer[] => names.map((name) => ({ id: name.toLowerCase(), name }));
const shown = (seats: readonly Seat[]) =>
  seats.map(({ peer, gone }) => (gone ? `(${peer.name})` : peer.name)).join(" ");

describe("seated", () => {
  const before = seated([], people("Ada", "Bo", "Cy"), false);

  it("sorts as the people are sorted", () => {
    expect(shown(before)).toBe("Ada Bo Cy");
    expect(shown(seated(before, people("Aa", "Ada", "Bo", "Cy"), false))).toBe("Aa Ada Bo Cy");
  });

  it("leaves a place to who has gone, beside the neighbours of before", () => {
    expect(shown(seated(before, people("Ada", "Cy"), false))).toBe("Ada (Bo) Cy");
    expect(shown(seated(before, people("Cy"), false))).toBe("(Ada) (Bo) Cy");
    expect(shown(seated(before, people("Bo", "Bu", "Cy"), false))).toBe("(Ada) Bo Bu Cy");
    expect(shown(seated(before, [], false))).toBe("(Ada) (Bo) (Cy)");
  });

  it("moves nobody while it is held; who is new comes last", () => {
    expect(shown(seated(before, people("Aa", "Ada", "Cy"), true))).toBe("Ada (Bo) Cy Aa");
  });

  it("sorts them in, once it is held no more", () => {
    const held = seated(before, people("Aa", "Ada", "Cy"), true);
    expect(shown(seated(cleared(held), people("Aa", "Ada", "Cy"), false))).toBe("Aa Ada Cy");
  });

  it("takes back who returns, as they are now", () => {
    const left = seated(before, people("Ada", "Cy"), true);
    expect(shown(seated(left, [...people("Ada"), { id: "bo", name: "Bob" }, ...people("Cy")], true))).toBe(
      "Ada Bob Cy",
    );
  });
});
