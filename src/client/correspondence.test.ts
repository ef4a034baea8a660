import { beforeEach, describe, expect, it } from "vitest";
import { Correspondence, type TalkPart } from "./correspondence.ts";

let done: string[];
let missed: number;
/** How many more times the part cannot be loaded. */
let unreachable: number;
let correspondence: Correspondence;

const part: TalkPart = {
  arrived: ({ message }) => void done.push(`arrived ${String(message)}`),
  refused: ({ mid }) => void done.push(`refused ${mid}`),
  act: ({ type }) => done.push(type) > 0,
  relisted: () => void done.push("relisted"),
  leave: () => void done.push("left"),
};

beforeEach(() => {
  [done, missed, unreachable] = [[], 0, 0];
  correspondence = new Correspondence(
    () => (unreachable-- > 0 ? Promise.reject(new TypeError("not reachable")) : Promise.resolve(part)),
    () => missed++,
  );
});

describe("what comes before the part", () => {
  it("waits for it, in its order", async () => {
    correspondence.arrived({ message: "one" });
    correspondence.refused({ code: "peer-gone", target: "bob", mid: "m" });
    correspondence.relisted();
    expect(done).toEqual([]);
    await correspondence.need();
    expect(done).toEqual(["arrived one", "refused m", "relisted"]);
    correspondence.arrived({ message: "two" });
    expect(done.at(-1)).toBe("arrived two");
  });

  it("waits until the part can be loaded", async () => {
    unreachable = 1;
    correspondence.arrived({ message: "one" });
    expect(await correspondence.need()).toBe(false);
    expect(done).toEqual([]);
    expect(await correspondence.need()).toBe(true);
    expect(done).toEqual(["arrived one"]);
  });

  it("is not more than a page can hold", async () => {
    unreachable = 1_000;
    for (let n = 0; n < 1_000; n++) correspondence.arrived({ message: n });
    await correspondence.need();
    unreachable = 0;
    await correspondence.need();
    expect(done.length).toBeLessThanOrEqual(200);
  });
});

describe("what the user wants before the part is there", () => {
  it("is done later, but for words, which stay where they were typed", async () => {
    expect(correspondence.act({ type: "send-files", peer: "bob", files: [] })).toBe(true);
    expect(correspondence.act({ type: "say", peer: "bob", text: "Hello" })).toBe(false);
    await correspondence.need();
    await Promise.resolve();
    expect(done).toEqual(["send-files"]);
    expect(correspondence.act({ type: "say", peer: "bob", text: "Hello" })).toBe(true);
    expect(done).toEqual(["send-files", "say"]);
  });

  it("that cannot be loaded is said, and nothing is done", async () => {
    unreachable = 1;
    correspondence.act({ type: "answer-files", mid: "m", accept: true });
    await new Promise((resolve) => setTimeout(resolve));
    expect([done, missed]).toEqual([[], 1]);
  });
});

it("a page that goes away needs no part for it", () => {
  correspondence.leave();
  expect(done).toEqual([]);
});
