/**
 * A file that is larger than a page could hold: read from the disk, onto the disk, while neither browser takes much more memory than before.
 * `LARGE_MB` is its size, in units of 2^20 bytes.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  createReadStream,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Download } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { take, transfer, write } from "./handing.ts";
import { MEMORY_IS_KNOWN, memoryOf } from "./memory.ts";
import { Person } from "./person.ts";
import { Server } from "./server.ts";
import { TEST, until, WORK } from "./wait.ts";

const MIB = 2 ** 20;
const SIZE = Number(process.env["LARGE_MB"] ?? 192) * MIB;
/** By how much a browser may grow meanwhile, in bytes: less than half of the file, and no more for a larger one. */
const MORE = 100 * MIB;
/** For all of it: 32 MiB in the time that work may take. */
const ALL = WORK * Math.ceil(SIZE / MIB / 32);

const server = new Server();
const folder = mkdtempSync(join(tmpdir(), "earshot-large-"));
const source = join(folder, "large.bin");
const people: Person[] = [];

beforeAll(() => server.start());
afterEach(async () => {
  const complaints = people.flatMap((person) => person.complaints);
  await Promise.all(people.splice(0).map(({ context }) => context.close()));
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await server.dispose();
  rmSync(folder, { recursive: true, force: true });
});

const profileOf = (name: string): string => join(folder, name);

async function at(name: string): Promise<Person> {
  const person = await Person.openOnDisk(profileOf(name), server, name);
  people.push(person);
  await person.join();
  return person;
}

/** Every mebibyte of it is another one, but it takes next to no room on the disk. */
function makeSource(): void {
  const file = openSync(source, "w");
  ftruncateSync(file, SIZE);
  const number = Buffer.alloc(4);
  for (let at = 0; at < SIZE; at += MIB) {
    number.writeUInt32BE(1 + at / MIB);
    writeSync(file, number, 0, 4, at);
  }
  closeSync(file);
}

async function sha256(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function handOver(): Promise<void> {
  makeSource();
  const [ann, bob] = [await at("Ann"), await at("Bob")];
  const saved = new Promise<Download>((resolve) => bob.page.once("download", resolve));
  await ann.idOf("Bob");
  await write(ann, "Bob");
  const memory = MEMORY_IS_KNOWN ? watch([ann, bob]) : undefined;
  await ann.page.locator('input[type="file"][multiple]:not([accept])').first().setInputFiles(source);
  await ann.button("Send").click();
  await take(bob, "Ann");
  const { total } = await transfer(bob, "on its way", ({ moved }) => moved > 0);
  expect(total).toBe(SIZE);
  await until(
    "all of it to come",
    async () => {
      memory?.look();
      return transfer(bob, "here", () => true);
    },
    ({ phase }) => phase === "over",
    ALL,
  );
  expect((await transfer(bob, "over", () => true)).outcome).toBe("done");
  const path = await (await saved).path();
  memory?.look();
  expect(statSync(path).size).toBe(SIZE);
  expect(await sha256(path)).toBe(await sha256(source));
  for (const [name, grown] of memory?.grown() ?? []) {
    console.log(`${name}'s browser took ${Math.round(grown / MIB)} MiB more at most`);
    expect(grown, `memory of ${name}'s browser`).toBeLessThan(MORE);
  }
}

/** Looks how much memory their browsers take, against what it is now. */
function watch(all: readonly Person[]): { look(): void; grown(): [string, number][] } {
  const before = new Map(all.map(({ name }) => [name, memoryOf(profileOf(name))]));
  const most = new Map(before);
  return {
    look: () => {
      for (const [name, so] of most) most.set(name, Math.max(so, memoryOf(profileOf(name))));
    },
    grown: () => [...most].map(([name, so]) => [name, so - before.get(name)!]),
  };
}

it(`a file of ${SIZE / MIB} MiB goes from disk to disk, and through little memory`, handOver, TEST + ALL);
