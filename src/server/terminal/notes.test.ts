import { expect, it } from "vitest";
import { makeAuthority, signLeaf } from "../certificate/authority.ts";
import { privateConstraints } from "../certificate/constraints.ts";
import { notesOn } from "./notes.ts";

const plain = { wslAddress: undefined, port: 3000, chosen: false };
const authority = await makeAuthority("laptop", privateConstraints("laptop"), new Date());
const trusted = { cert: authority.cert, vouching: "local" } as const;
const pair = await signLeaf(authority, ["localhost"], new Date());

it("has nothing to say where all is well", () => {
  expect(notesOn({ pair, authority: trusted, warning: undefined }, plain)).toEqual([]);
});

it("tells how to get rid of a certificate that nobody can trust, unless it was chosen", () => {
  const lines = notesOn({ pair, authority: undefined, warning: "It has expired." }, plain);
  expect(lines[0]).toBe("It has expired.");
  expect(lines.join(" ")).toMatch(/delete key\.pem and cert\.pem/);
  expect(notesOn({ pair, authority: undefined, warning: undefined }, { ...plain, chosen: true })).toEqual([]);
});

it("tells how phones get into WSL", () => {
  const lines = notesOn({ pair, authority: trusted, warning: undefined }, { ...plain, wslAddress: "172.20.0.2" });
  expect(lines.join("\n")).toContain("connectaddress=172.20.0.2");
});
