/** What is no TLS, no HTTP, and no upgrade; and ends in every way, in the middle of every step. */
import * as fc from "fast-check";
import { afterAll, beforeAll, it } from "vitest";
import { type End, Line } from "./line.ts";
import { handshakes, records, requests } from "./noise.ts";
import { holds, runs } from "./seed.ts";
import { Target } from "./target.ts";
import { Witnesses } from "./witnesses.ts";

/** Connections at once. */
const BATCH = 10;

let target: Target;
beforeAll(async () => {
  target = await Target.start();
});
afterAll(() => target.stop());

/** How far a connection has come when the noise begins. */
type Stage = "connected" | "shaken" | "below" | "upgraded";

async function attempt({ stage, bytes, end }: { stage: Stage; bytes: Buffer; end: End }): Promise<void> {
  const line = new Line(target.port);
  if (stage !== "connected") await line.secure();
  if (stage === "upgraded") await line.upgrade();
  if (stage === "below") line.raw.write(bytes);
  else line.write(bytes);
  // What is said is to be heard before it ends.
  if (end === "rst") await new Promise((resolve) => line.raw.write(Buffer.alloc(0), resolve));
  await line.end(end);
}

const end = fc.constantFrom<End>("leave", "rst");
const one = fc.oneof(
  { weight: 4, arbitrary: fc.record({ stage: fc.constant<Stage>("connected"), bytes: handshakes, end }) },
  { weight: 3, arbitrary: fc.record({ stage: fc.constant<Stage>("connected"), bytes: requests, end }) },
  { weight: 4, arbitrary: fc.record({ stage: fc.constant<Stage>("shaken"), bytes: requests, end }) },
  { weight: 1, arbitrary: fc.record({ stage: fc.constantFrom<Stage>("below", "upgraded"), bytes: records, end }) },
);

async function fuzz(witnesses: Witnesses, numRuns: number, part: number): Promise<void> {
  let batches = 0;
  const property = fc.asyncProperty(fc.array(one, { minLength: BATCH, maxLength: BATCH }), async (cases) => {
    await Promise.all(cases.map(attempt));
    if (++batches % 10 === 0) await witnesses.call();
  });
  await holds("Bytes", property, numRuns, part);
  witnesses.leave();
}

it("no nonsense instead of TLS, HTTP or an upgrade breaks more than its own connection, and nothing is left of it", async () => {
  const witnesses = new Witnesses(target.port);
  await target.growsNot(runs(0.125, BATCH), (numRuns, part) => fuzz(witnesses, numRuns, part));
});
