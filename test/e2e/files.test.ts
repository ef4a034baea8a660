/** Files from one to the other: offered, taken, stopped, held, and never more than was announced. */
import { randomBytes } from "node:crypto";
import type { Download } from "playwright-core";
import { describe, expect, it } from "vitest";
import { stage } from "./earshot.ts";
import { digestOf, type Given, hand, handLarge, sha256, take, transfer, write } from "./handing.ts";
import type { Person } from "./person.ts";
import { until, WORK } from "./wait.ts";

const { pair } = stage();

/** Enough to be in the midst of it for a while, in megabytes. */
const LARGE = 24;

const given = (name: string, buffer: Buffer, mimeType = "application/octet-stream"): Given => ({
  name,
  mimeType,
  buffer,
});

/** What this person's browser saves from now on. */
function saved(person: Person): Download[] {
  const downloads: Download[] = [];
  person.page.on("download", (download) => downloads.push(download));
  return downloads;
}

describe("a file", () => {
  it(
    "is offered with its name and size, connects nobody before it is taken, and arrives as it was",
    { tags: "core" },
    async () => {
      const [ann, bob] = await pair();
      const downloads = saved(bob);
      const bytes = randomBytes(3_000_000);
      await write(ann, "Bob");
      await hand(ann, [given("Plan of the house.bin", bytes)]);
      const prompt = bob.page.getByRole("region", { name: "Files from Ann" });
      await prompt.getByText("Plan of the house.bin").waitFor();
      await prompt
        .getByText(/3(\.0)?\sMB/u)
        .first()
        .waitFor();
      await ann.page.getByText("Waiting for Bob to accept").waitFor();
      expect([await ann.openConnections(), await bob.openConnections()]).toEqual([0, 0]);
      await take(bob, "Ann");
      await until(
        "the saved file",
        () => Promise.resolve(downloads.length),
        (count) => count === 1,
      );
      expect(downloads[0]!.suggestedFilename()).toBe("Plan of the house.bin");
      expect(await digestOf(downloads[0]!)).toBe(sha256(bytes));
      await transfer(ann, "done", ({ outcome }) => outcome === "done");
      await until(
        "connections to be closed",
        () => bob.openConnections(),
        (open) => open === 0,
      );
      await until(
        "connections to be closed",
        () => ann.openConnections(),
        (open) => open === 0,
      );
    },
  );
});

describe("several files", () => {
  it("arrive all thirty, an empty one and two of one name among them", async () => {
    const [ann, bob] = await pair();
    const downloads = saved(bob);
    const files = Array.from({ length: 29 }, (_, n) => given(`photo ${n < 2 ? 1 : n}.bin`, randomBytes(n * 10_007)));
    await write(ann, "Bob");
    await hand(ann, [...files, given("empty.txt", Buffer.alloc(0), "text/plain")]);
    await bob.page
      .getByRole("region", { name: "Files from Ann" })
      .getByText(/30 files/u)
      .first()
      .waitFor();
    await take(bob, "Ann");
    await transfer(bob, "done", ({ outcome }) => outcome === "done");
    await until(
      "all to be saved",
      () => Promise.resolve(downloads.length),
      (count) => count === 30,
      WORK,
    );
    const wanted = [...files.map(({ buffer }) => sha256(buffer)), sha256(Buffer.alloc(0))].sort();
    expect((await Promise.all(downloads.map(digestOf))).sort()).toEqual(wanted);
    expect(new Set(downloads.map((download) => download.suggestedFilename())).size).toBe(30);
  });
});

describe("a large file", () => {
  /** It is on its way, and more than a little of it has come. */
  async function underway(ann: Person, bob: Person): Promise<void> {
    await write(ann, "Bob");
    await handLarge(ann, "Bob", "large.bin", LARGE);
    await take(bob, "Ann");
    await transfer(bob, "on its way", ({ moved }) => moved > 2_000_000, WORK);
  }

  it("ends for the other when one of the pages is closed", async () => {
    const [ann, bob] = await pair();
    await underway(ann, bob);
    await ann.page.close({ runBeforeUnload: false });
    const { outcome } = await transfer(bob, "over", ({ phase }) => phase === "over", WORK);
    expect(["left", "gone"]).toContain(outcome);
  });
});
