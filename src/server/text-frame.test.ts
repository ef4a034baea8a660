import type { Writable } from "node:stream";
import { expect, it } from "vitest";
import * as ws from "ws";
import { textFrame } from "./text-frame.ts";

/** What reads frames in ws; its types leave it out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable };

/** What a client reads in it. */
function read(frame: Buffer): string {
  let heard: string | undefined;
  const receiver = new Receiver({ isServer: false });
  receiver.on("message", (data: Buffer, isBinary: boolean) => {
    if (!isBinary) heard = data.toString();
  });
  receiver.write(frame);
  return heard ?? "nothing";
}

it.each([0, 1, 125, 126, 127, 65_535, 65_536, 100_000])("is read as it was written, with %i bytes", (length) => {
  const text = "x".repeat(length);
  expect(read(textFrame(Buffer.from(text)))).toBe(text);
});

it("is of all its parts, in UTF-8", () => {
  expect(read(textFrame(Buffer.from("Grüße "), Buffer.from("aus 北京"), Buffer.from("!")))).toBe("Grüße aus 北京!");
});
