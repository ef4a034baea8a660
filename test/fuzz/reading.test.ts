/** Reading frames, and stamping them, without a network: many cases for little. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFrame } from "../../src/server/frame.ts";
import { stamp, stampBytes } from "../../src/server/stamp.ts";
import { weigh } from "../../src/server/weight.ts";
import { said } from "./said.ts";
import { Pairs, scan } from "./scan.ts";
import { parameters, runs } from "./seed.ts";

const text = said.map((one) => Buffer.from(one.text));
const bytes = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)) },
  {
    weight: 2,
    arbitrary: fc.tuple(text, fc.nat(), fc.nat(255)).map(([frame, at, byte]) => {
      frame[at % Math.max(1, frame.length)] = byte;
      return frame;
    }),
  },
);

describe("any bytes", () => {
  it("are read without an exception, and weighed", () => {
    const isFrame = ({ kind }: ReturnType<typeof readFrame>) => ["known", "other", "ignored", "refused"].includes(kind);
    fc.assert(
      fc.property(
        bytes,
        fc.boolean(),
        (frame, binary) => isFrame(readFrame(frame, binary)) && weigh(frame) >= frame.length,
      ),
      parameters("Reading", runs(1)) as fc.Parameters<[Buffer, boolean]>,
    );
  });

  it("are stamped so that every reader finds one source in them, and all else as it was", () => {
    let stamped = 0;
    fc.assert(
      fc.property(bytes, (frame) => {
        const read = readFrame(frame, false);
        if (!("json" in read)) return;
        const parts = stampBytes(frame, read.json, "ann");
        if (parts === undefined) return;
        const written = Buffer.concat(parts).toString();
        stamped++;
        expect(JSON.parse(written)).toEqual(stamp(read.json as Parameters<typeof stamp>[0], "ann"));
        const outside = scan(written) as Pairs;
        expect(outside.all.map(([key]) => key)).toEqual(["type", "data"]);
        const [inside] = outside.of("data");
        expect(inside instanceof Pairs && inside.of("source")).toEqual(["ann"]);
      }),
      parameters("Stamping", runs(1), 1) as fc.Parameters<[Buffer]>,
    );
    // Else it would have shown nothing.
    expect(stamped).toBeGreaterThan(runs(1) / 50);
  });
});
