import { describe, expect, it } from "vitest";
import { type Label, PIECE, WINDOW } from "../protocol/handing.ts";
import { type Intake, tookBytes, tookLabel, wanting } from "./intake.ts";

/** As docs/protocol.md has it: so many bytes ahead, and it is over. */
const TOO_FAR = 24 * 1024 * 1024;
const files = [
  { name: "a", type: "", size: 1024 },
  { name: "b", type: "", size: 64 * PIECE },
];
const digest = { file: 0, digest: "0".repeat(64) };

/** What is made of these: labels, and so many bytes. */
function verdicts(intake: Intake, ...came: (Label | number)[]): string[] {
  return came.map((one) => {
    const [next, verdict] = typeof one === "number" ? tookBytes(intake, one, files, 0) : tookLabel(intake, one, files);
    intake = next;
    return verdict;
  });
}

describe("what comes", () => {
  it("is kept as announced, one file after the other", () => {
    const all = verdicts(wanting(0, 0), { file: 0, at: 0 }, 1000, 24, digest, { file: 1, at: 0 }, PIECE);
    expect(all).toEqual(["ignore", "keep", "keep", "check", "ignore", "keep"]);
  });

  it("is too much when it is more than was announced, also between two files", () => {
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1025)).toEqual(["ignore", "too-much"]);
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1024, 1)).toEqual(["ignore", "keep", "too-much"]);
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1024, digest, 1).at(-1)).toBe("too-much");
  });

  it("is passed over until it is what was wanted, but not without end", () => {
    const all = verdicts(wanting(1, 3 * PIECE), PIECE, digest, { file: 1, at: 0 }, 9, { file: 1, at: 3 * PIECE }, 9);
    expect(all).toEqual(["ignore", "ignore", "ignore", "ignore", "ignore", "keep"]);
    expect(verdicts(wanting(1, 0), ...Array.from({ length: TOO_FAR / PIECE + 1 }, () => PIECE)).at(-1)).toBe(
      "too-much",
    );
  });

  it("is too much when it is far ahead of what is kept", () => {
    const coming = tookLabel(wanting(1, 0), { file: 1, at: 0 }, files)[0];
    expect(tookBytes(coming, PIECE, files, WINDOW)[1]).toBe("keep");
    expect(tookBytes(coming, PIECE, files, TOO_FAR)[1]).toBe("too-much");
  });

  it("is confused when the order is another", () => {
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1000, digest).at(-1)).toBe("confused");
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1000, { file: 1, at: 0 }).at(-1)).toBe("confused");
    expect(verdicts(wanting(0, 0), { file: 0, at: 0 }, 1024, digest, { file: 1, at: 5 }).at(-1)).toBe("confused");
  });

  it("is counted beyond 4 GiB", () => {
    const size = 6 * 2 ** 30 + 5;
    const vast = [{ name: "vast", type: "", size }];
    const at = 6 * 2 ** 30;
    const [coming] = tookLabel(wanting(0, at), { file: 0, at }, vast);
    const [whole, verdict] = tookBytes(coming, 5, vast, 0);
    expect([whole.at, verdict]).toEqual([size, "keep"]);
    expect(tookBytes(whole, 1, vast, 0)[1]).toBe("too-much");
    expect(tookLabel(whole, digest, vast)[1]).toBe("check");
    // As a number of 32 bits would have it.
    expect(tookLabel(wanting(0, at), { file: 0, at: at % 2 ** 32 }, vast)[0].phase).toBe("wanted");
  });
});
