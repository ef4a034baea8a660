/** Frames written by hand, on connections that end in every way. */
import * as fc from "fast-check";
import { afterAll, beforeAll, it } from "vitest";
import { type End, Line } from "./line.ts";
import { holds, runs } from "./seed.ts";
import { Target } from "./target.ts";
import { type Wire, wire } from "./wire.ts";
import { Witnesses } from "./witnesses.ts";

/** Connections at once. */
const BATCH = 10;

let target: Target;
beforeAll(async () => {
  target = await Target.start();
});
afterAll(() => target.stop());

/** Say this in so many pieces, and end. What is broken the server has to end. */
async function attempt({ bytes, broken }: Wire, pieces: number, end: End): Promise<void> {
  const line = new Line(target.port);
  await line.secure();
  if (!(await line.upgrade())) throw new Error("No upgrade");
  const size = Math.max(1, Math.ceil(bytes.length / pieces));
  for (let at = 0; at < bytes.length; at += size) line.write(bytes.subarray(at, at + size));
  await line.end(broken ? "server" : end);
}

async function fuzz(witnesses: Witnesses, numRuns: number, part: number): Promise<void> {
  let batches = 0;
  const one = fc.record({ wire, pieces: fc.constantFrom(1, 1, 2, 7), end: fc.constantFrom<End>("fin", "rst") });
  const batch = fc.array(one, { minLength: BATCH, maxLength: BATCH });
  const property = fc.asyncProperty(batch, async (cases) => {
    await Promise.all(cases.map(({ wire, pieces, end }) => attempt(wire, pieces, end)));
    if (++batches % 10 === 0) await witnesses.call();
  });
  await holds("Frames", property, numRuns, part);
  witnesses.leave();
}

it("no frame breaks more than its own connection, and nothing is left of it", async () => {
  const witnesses = new Witnesses(target.port);
  await target.growsNot(runs(0.175, BATCH), (numRuns, part) => fuzz(witnesses, numRuns, part));
});
