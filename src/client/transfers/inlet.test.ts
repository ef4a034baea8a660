import { expect, it } from "vitest";
import { type ControlMessage, PIECE } from "../../protocol/handing.ts";
import { piecesIn } from "../../transfer/manifest.ts";
import { digestOf, sha256 } from "./digest.ts";
import { Inlet } from "./inlet.ts";
import { MemoryKeeping } from "./keeping-memory.ts";

const KIB = 1024;

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const count = piecesIn(bytes.byteLength);
  const all = Array.from({ length: count }, (_, piece) => sha256(bytes.subarray(piece * PIECE, (piece + 1) * PIECE)));
  return digestOf(await Promise.all(all), count);
}

/** What comes of a file whose bytes come in messages of these sizes, of which the last is as often as it takes. */
async function received(size: number, ...messages: number[]): Promise<{ same: boolean; said: ControlMessage[] }> {
  const bytes = Uint8Array.from({ length: size }, (_, index) => index % 251);
  const said: ControlMessage[] = [];
  const file = await new Promise<File>((whole, failed) => {
    const inlet = new Inlet({
      files: [{ name: "a", type: "", size }],
      keeping: new MemoryKeeping(2 ** 30),
      hold: () => ({ paused: false, n: 0 }),
      load: () => "free",
      say: (message) => said.push(message),
      whole: (_, content) => whole(content),
      finished: () => undefined,
      failed: (reason) => failed(new Error(reason)),
      confused: () => failed(new Error("confused")),
    });
    const send = async (): Promise<void> => {
      await inlet.resume(() => true);
      inlet.label({ file: 0, at: 0 });
      for (let at = 0; at < size;) {
        const next = messages.length > 1 ? messages.shift()! : messages[0]!;
        inlet.bytes(bytes.slice(at, at + next).buffer);
        at += next;
      }
      inlet.label({ file: 0, digest: await digest(bytes) });
    };
    void send();
  });
  const content = new Uint8Array(await file.arrayBuffer());
  return { same: content.length === size && content.every((byte, index) => byte === bytes[index]), said };
}

it.each([
  ["one piece each", [PIECE]],
  ["small ones", [16 * KIB]],
  ["small ones, then such that reach into the next piece", [16 * KIB, PIECE]],
  ["larger ones than a piece", [3 * PIECE + 5]],
  ["as nobody sends them", [1, PIECE - 1, 7, 2 * PIECE, PIECE]],
])("takes messages of any size: %s", async (_, messages) => {
  const { same, said } = await received(5 * PIECE + 100, ...messages);
  expect(same).toBe(true);
  expect(said.filter(({ type }) => type === "want")).toHaveLength(1);
  expect(said.filter(({ type }) => type === "got")).toHaveLength(6);
});
