import { expect, it } from "vitest";
import { type Label, PIECE } from "../../protocol/handing.ts";
import type { FilesLink } from "./files-link.ts";
import { Outlet } from "./outlet.ts";

const GIB = 2 ** 30;
const MIB = 2 ** 20;

/** A file of any size, which gives its own offsets: nothing of it is anywhere. */
function vast(size: number, asked: [number, number][]): File {
  const slice = (start: number, end: number) => {
    asked.push([start, end]);
    return { arrayBuffer: () => Promise.resolve(new ArrayBuffer(Math.min(end, size) - start)) };
  };
  return { size, slice } as unknown as File;
}

/** A path that takes everything at once. */
function path(): { link: FilesLink; sent: (Label | number)[] } {
  const sent: (Label | number)[] = [];
  const link = {
    messageSize: 256 * 1024,
    waiting: 0,
    mark: () => undefined,
    send: (data: Label | Uint8Array) => sent.push(data instanceof Uint8Array ? data.byteLength : data),
  } as unknown as FilesLink;
  return { link, sent };
}

function outlet(files: readonly File[]): Outlet {
  return new Outlet({ files, load: () => "free", unreadable: () => expect.fail("it can be read") });
}

it("sends what lies beyond 4 GiB from where it is wanted", async () => {
  const asked: [number, number][] = [];
  const { link, sent } = path();
  const sends = outlet([vast(5 * GIB + MIB + 3, asked), vast(2, [])]);
  sends.want(link, 0, (5 * GIB) / PIECE);
  await expect.poll(() => sent.length).toBe(10);
  expect(sent.slice(0, 6)).toEqual([{ file: 0, at: 5 * GIB }, ...Array.from({ length: 4 }, () => 256 * 1024), 3]);
  expect(sent[6]).toMatchObject({ file: 0, digest: expect.stringMatching(/^[0-9a-f]{64}$/u) });
  expect(sent.slice(7, 9)).toEqual([{ file: 1, at: 0 }, 2]);
  expect(asked.slice(0, 2)).toEqual([
    [5 * GIB, 5 * GIB + MIB],
    [5 * GIB + MIB, 5 * GIB + MIB + 3],
  ]);
  expect([sends.moved(0), sends.moved(1)]).toEqual([5 * GIB + MIB + 3, 2]);
});

it("is no further ahead of what is kept than the window, also beyond 4 GiB", async () => {
  const { link, sent } = path();
  const sends = outlet([vast(9 * GIB, [])]);
  const bytes = (): number => sent.reduce<number>((sum, one) => sum + (typeof one === "number" ? one : 0), 0);
  sends.want(link, 0, (6 * GIB) / PIECE);
  await expect.poll(bytes).toBe(16 * MIB);
  sends.got(0, 6 * GIB + 2 * MIB);
  await expect.poll(bytes).toBe(18 * MIB);
  expect(sends.moved(0)).toBe(6 * GIB + 18 * MIB);
});

it("sends nothing while it is held", async () => {
  const { link, sent } = path();
  const asked: [number, number][] = [];
  const sends = outlet([vast(3, asked)]);
  sends.hold(true);
  sends.want(link, 0, 0);
  await expect.poll(() => sent).toEqual([{ file: 0, at: 0 }]);
  // Whatever wakes it.
  sends.drained();
  sends.got(0, 0);
  await new Promise((resolve) => setTimeout(resolve));
  expect(sent).toEqual([{ file: 0, at: 0 }]);
  sends.hold(false);
  await expect.poll(() => sent[1]).toBe(3);
});
