// @open-wc/testing types every assertion of chai as a promise, which none but accessible() is.
/* oxlint-disable typescript/no-floating-promises */
import { expect } from "@open-wc/testing";
import { type Keeping, type Kept, openKeeping } from "./keeping.ts";
import { MemoryKeeping } from "./keeping-memory.ts";
import { until } from "../testing/until.ts";

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const worker = () => new Worker(new URL("./keeping-worker.ts", import.meta.url), { type: "module" });
const estimate = () => Promise.resolve({ quota: 10 * GIB, usage: 0 });
const opened: Keeping[] = [];

function use(keeping: Keeping): Keeping {
  opened.push(keeping);
  return keeping;
}
const onDisk = (): Keeping => use(openKeeping({ worker, estimate }));
const bytes = (...values: number[]): ArrayBuffer => new Uint8Array(values).buffer;
const hex = (digest: ArrayBuffer): string =>
  [...new Uint8Array(digest)].map((value) => value.toString(16).padStart(2, "0")).join("");
const contents = async (kept: Kept): Promise<number[]> => [...new Uint8Array(await (await kept.file()).arrayBuffer())];
const begin = (keeping: Keeping, size = 6): Promise<Kept> => keeping.begin({ name: "a.bin", type: "image/png", size });

async function rejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => "nothing",
    (error: Error) => error.name,
  );
}

/** What is in the browser's folder: pages, and how many files each has. */
async function folders(): Promise<Map<string, number>> {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle("received", { create: true });
  const found = new Map<string, number>();
  for await (const [name, handle] of entries(all)) found.set(name, await count(handle as FileSystemDirectoryHandle));
  return found;
}
async function count(folder: FileSystemDirectoryHandle): Promise<number> {
  let files = 0;
  try {
    for await (const _ of entries(folder)) files++;
  } catch {
    // It has just been removed.
  }
  return files;
}
const entries = (folder: FileSystemDirectoryHandle) =>
  (folder as unknown as { entries(): AsyncIterable<[string, FileSystemHandle]> }).entries();

/** A folder as a page leaves it, and, for a page that lives, its lock. */
async function leave(page: string): Promise<void> {
  const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("received", { create: true });
  const folder = await all.getDirectoryHandle(page, { create: true });
  await folder.getFileHandle("1", { create: true });
}

afterEach(async () => {
  for (const keeping of opened.splice(0)) keeping.close();
  await until("folders are left", async () => (await folders()).size === 0);
});

for (const [where, open] of [
  ["disk", onDisk],
  ["memory", () => use(new MemoryKeeping(GIB))],
] as const)
  describe(`files that are kept: ${where}`, () => {
    it("says where", async () => {
      expect((await open().room()).where).to.equal(where);
    });

    it("come back whole, by their names and types, and each piece with its SHA-256", async () => {
      const kept = await begin(open());
      const [first, second] = await Promise.all([kept.append(bytes(1, 2, 3)), kept.append(bytes(4, 5, 6))]);
      // By sha256sum.
      expect(hex(first)).to.equal("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
      expect(hex(second)).to.equal("787c798e39a5bc1910355bae6d0cd87a36b2e10fd0202a83e3bb6b005da83472");
      const file = await kept.file();
      expect([file.name, file.type, file.size]).to.deep.equal(["a.bin", "image/png", 6]);
      expect(await contents(kept)).to.deep.equal([1, 2, 3, 4, 5, 6]);
    });

    it("may be empty", async () => {
      expect((await (await begin(open(), 0)).file()).size).to.equal(0);
    });

    it("go on from where they are cut back to, also when they were whole", async () => {
      const kept = await begin(open());
      await kept.append(bytes(1, 2, 3));
      await kept.append(bytes(4, 5, 6));
      await kept.truncate(2);
      await kept.append(bytes(7));
      expect(await contents(kept)).to.deep.equal([1, 2, 7]);
      await kept.truncate(0);
      await kept.append(bytes(8, 9));
      expect(await contents(kept)).to.deep.equal([8, 9]);
    });

    it("are apart from each other, and go when they are discarded", async () => {
      const keeping = open();
      const [one, other] = await Promise.all([begin(keeping), begin(keeping)]);
      await Promise.all([one.append(bytes(1)), other.append(bytes(2))]);
      await one.discard();
      expect(await contents(other)).to.deep.equal([2]);
      if (where === "disk") expect([...(await folders()).values()]).to.deep.equal([1]);
    });

    it("leave as much less room as was announced", async () => {
      const keeping = open();
      const before = (await keeping.room()).limit;
      const kept = await begin(keeping, 5 * MIB);
      expect((await keeping.room()).limit).to.equal(before - 5 * MIB);
      await kept.discard();
      expect((await keeping.room()).limit).to.equal(before);
    });

    it("can be kept anew after everything was let go of", async () => {
      const keeping = open();
      await begin(keeping);
      keeping.close();
      const kept = await begin(keeping);
      await kept.append(bytes(1));
      expect(await contents(kept)).to.deep.equal([1]);
    });
  });

describe("files on the disk", () => {
  it("of 200 MB take no memory of the page", async () => {
    const used = (): number => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    const kept = await begin(onDisk(), 200 * MIB);
    const before = used();
    let most = 0;
    for (let piece = 0; piece < 200; piece++) {
      const given = new ArrayBuffer(MIB);
      const appended = kept.append(given);
      expect(given.byteLength).to.equal(0);
      await appended;
      most = Math.max(most, used() - before);
    }
    expect((await kept.file()).size).to.equal(200 * MIB);
    expect(most).to.be.below(40 * MIB);
  });

  it("leave room for what else the browser keeps", async () => {
    const small = use(openKeeping({ worker, estimate: () => Promise.resolve({ quota: 100 * MIB, usage: 30 * MIB }) }));
    expect(await small.room()).to.deep.equal({ limit: 6 * MIB, where: "disk" });
    const none = use(openKeeping({ worker, estimate: () => Promise.resolve({ quota: MIB, usage: MIB }) }));
    expect((await none.room()).limit).to.equal(0);
  });

  it("are in memory where the browser has no worker, or no folder, for them", async () => {
    const refused = () => {
      throw new DOMException("not here", "SecurityError");
    };
    expect((await use(openKeeping({ worker: refused, estimate })).room()).where).to.equal("memory");
    const broken = () => new Worker("/no-such-worker.js");
    expect((await use(openKeeping({ worker: broken, estimate })).room()).where).to.equal("memory");
  });

  it("of a page that is no more go when the next is opened, and those of one that lives stay", async () => {
    let release!: () => void;
    const locked = new Promise<void>((ready) => {
      void navigator.locks.request("earshot-received-living", () => {
        ready();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    await locked;
    await Promise.all([leave("living"), leave("dead")]);
    onDisk();
    await until("it is still there", async () => !(await folders()).has("dead"));
    expect([...(await folders()).keys()]).to.deep.equal(["living"]);
    release();
    await until(async () => (await navigator.locks.query()).held?.length === 0);
    onDisk();
  });

  it("of two pages never touch each other", async () => {
    const [one, other] = [onDisk(), onDisk()];
    const [mine, theirs] = await Promise.all([begin(one), begin(other)]);
    await Promise.all([mine.append(bytes(1)), theirs.append(bytes(2))]);
    expect((await folders()).size).to.equal(2);
    one.close();
    await until(async () => (await folders()).size === 1);
    expect(await contents(theirs)).to.deep.equal([2]);
    expect(await rejection(mine.append(bytes(3)))).to.equal("AbortError");
    await mine.discard();
  });
});

describe("no room", () => {
  it("in memory is said by a QuotaExceededError, and nothing of the piece is kept", async () => {
    const keeping = use(new MemoryKeeping(4));
    const kept = await begin(keeping);
    await kept.append(bytes(1, 2, 3));
    expect(await rejection(kept.append(bytes(4, 5)))).to.equal("QuotaExceededError");
    expect(await contents(kept)).to.deep.equal([1, 2, 3]);
    await kept.discard();
    await (await begin(keeping)).append(bytes(1, 2, 3, 4));
  });

  it("on the disk is, too, and what follows has no place until the file is cut back", async () => {
    // The worker's own disk is full from the fourth byte on.
    const script = (code: string): string => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const disk = script(`
      const { write } = FileSystemSyncAccessHandle.prototype;
      FileSystemSyncAccessHandle.prototype.write = function (bytes, { at }) {
        return write.call(this, bytes.slice(0, Math.max(0, 4 - at)), { at });
      };`);
    const rest = new URL("./keeping-worker.ts", import.meta.url).href;
    const full = () => new Worker(script(`import "${disk}"; import "${rest}";`), { type: "module" });
    const kept = await begin(use(openKeeping({ worker: full, estimate })));
    const said = await Promise.all([bytes(1, 2, 3), bytes(4, 5), bytes(6)].map((each) => rejection(kept.append(each))));
    expect(said).to.deep.equal(["nothing", "QuotaExceededError", "InvalidStateError"]);
    expect(await contents(kept)).to.deep.equal([1, 2, 3]);
    await kept.truncate(2);
    await kept.append(bytes(9));
    expect(await contents(kept)).to.deep.equal([1, 2, 9]);
  });
});
