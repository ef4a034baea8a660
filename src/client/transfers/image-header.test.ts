import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHeader } from "./image-header.ts";

/** Text stands for its bytes. */
function bytes(...parts: (string | number | number[])[]): Uint8Array {
  const all = parts.flatMap((part) => (typeof part === "string" ? [...part].map((sign) => sign.charCodeAt(0)) : part));
  return new Uint8Array(all);
}
const zeros = (count: number): number[] => Array<number>(count).fill(0);

const PNG = bytes(0x89, "PNG\r\n\u001a\n", [0, 0, 0, 13], "IHDR", [0, 0, 1, 0], [0, 0, 0, 16]);
const APP1 = [0xff, 0xe1, 0, 6, 1, 2, 3, 4];
const SOF2 = [0xff, 0xc2, 0, 17, 8, 0, 16, 1, 0, 3];

describe("readHeader", () => {
  it.each([
    ["png", PNG],
    ["gif", bytes("GIF89a", [0, 1], [16, 0])],
    ["webp", bytes("RIFF", zeros(4), "WEBPVP8X", zeros(8), [255, 0, 0], [15, 0, 0])],
    ["webp", bytes("RIFF", zeros(4), "WEBPVP8 ", zeros(10), [0, 1], [16, 0])],
    ["webp", bytes("RIFF", zeros(4), "WEBPVP8L", zeros(5), [255, 0xc0, 3, 0])],
    ["jpeg", bytes([0xff, 0xd8], APP1, [0xff], SOF2, zeros(8))],
    ["avif", bytes(zeros(4), "ftypavif", zeros(8), "ispe", zeros(4), [0, 0, 1, 0], [0, 0, 0, 16])],
  ])("tells a %s of 256 by 16 by its first bytes", (kind, image) =>
    expect(readHeader(image)).toEqual({ kind, pixels: 256 * 16 }),
  );

  it("tells a JPEG and an AVIF whose size stands further behind", () => {
    expect(readHeader(bytes([0xff, 0xd8], [0xff, 0xe1, 0xff, 0xff], zeros(20)))).toEqual({ kind: "jpeg" });
    expect(readHeader(bytes(zeros(4), "ftypavif", zeros(30)))).toEqual({ kind: "avif" });
  });

  it.each([
    ["svg", bytes("<svg xmlns='http://www.w3.org/2000/svg'>")],
    ["html", bytes("<!doctype html><script>")],
    ["pdf", bytes("%PDF-1.7 and more of it")],
    ["nothing", bytes()],
    ["half a png", PNG.subarray(0, 18)],
  ])("takes %s for no image", (_, other) => expect(readHeader(other)).toBeUndefined());

  it("never throws, and ends, whatever comes", () => {
    const starts = fc.constantFrom(
      PNG,
      bytes([0xff, 0xd8]),
      bytes("RIFF", zeros(4), "WEBP"),
      bytes(zeros(4), "ftypavif"),
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 60 }), (start, rest) => {
        readHeader(new Uint8Array([...start, ...rest]));
      }),
    );
  });
});
