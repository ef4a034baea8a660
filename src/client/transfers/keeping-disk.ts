/**
 * Received files in the browser's private folder on the disk. Each page has a folder of its own in it, and a lock of the folder's name for
 * as long as it lives: a folder whose lock nobody holds is what is left of a page that is no more.
 */
import type { Announced, Keeping, Kept, Room } from "./keeping.ts";
import { Clerk } from "./keeping-clerk.ts";

const FOLDER = "received";
const LOCK = "earshot-received-";
/** Left to the browser, and to what else the page keeps there, in bytes. */
const MARGIN = 64 * 2 ** 20;

export interface DiskOptions {
  /** Start the worker; see keeping-worker.ts. */
  worker(): Worker;
  /** How much the browser lets the page use, and how much it uses, in bytes. */
  estimate(): Promise<StorageEstimate>;
}

/**
 * A folder for this page.
 * @throws the browser has no such folder, or allows none here, or no file can be written
 */
export async function openDisk(options: DiskOptions): Promise<Keeping> {
  const clerk = new Clerk(options.worker());
  const page = crypto.randomUUID();
  const disk = new DiskKeeping({ ...options, page, clerk, release: await hold(LOCK + page) });
  try {
    // Some browsers have all of it, and refuse it in private windows only when it is used.
    const trial = await disk.begin({ name: "", type: "", size: 1 });
    await trial.append(new ArrayBuffer(1));
    await trial.discard();
    return disk;
  } catch (error) {
    disk.close();
    throw error;
  }
}

/** Hold a lock until the page is closed, or the function is called. */
function hold(name: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(name, () => new Promise<void>((release) => resolve(release)));
    held.catch(reject);
  });
}

/** Remove what is left of pages that are no more. Rejects where the browser has no such folder. */
export async function sweep(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const all = await root.getDirectoryHandle(FOLDER, { create: true });
  const found: string[] = [];
  for await (const name of (all as unknown as { keys(): AsyncIterable<string> }).keys()) found.push(name);
  // Asked only now: a page has its lock before it has its folder.
  const { held = [] } = await navigator.locks.query();
  const living = new Set(held.map(({ name = "" }) => name));
  const dead = found.filter((page) => !living.has(LOCK + page));
  // Another page may do the same, or the browser still be reading it: then the next page removes it.
  await Promise.allSettled(dead.map((page) => all.removeEntry(page, { recursive: true })));
}

interface Parts extends DiskOptions {
  readonly page: string;
  readonly clerk: Clerk;
  release(): void;
}

class DiskKeeping implements Keeping {
  readonly #parts: Parts;
  readonly #all = new Set<KeptOnDisk>();
  #last = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async room(): Promise<Room> {
    const { quota = 0, usage = 0 } = await this.#parts.estimate();
    let due = 0;
    for (const { announced, size } of this.#all) due += Math.max(0, announced - size);
    return { limit: Math.max(0, quota - usage - due - MARGIN), where: "disk" };
  }

  async begin(file: Announced): Promise<Kept> {
    const { clerk, page } = this.#parts;
    const number = ++this.#last;
    await clerk.ask({ do: "begin", file: number, folders: [FOLDER, page] });
    const kept = new KeptOnDisk(file, number, clerk, () => this.#all.delete(kept));
    this.#all.add(kept);
    return kept;
  }

  close(): void {
    this.#all.clear();
    this.#parts.clerk.dismiss();
    this.#parts.release();
  }
}

class KeptOnDisk implements Kept {
  readonly announced: number;
  readonly #file: Announced;
  readonly #number: number;
  readonly #clerk: Clerk;
  readonly #gone: () => void;
  size = 0;

  constructor(file: Announced, number: number, clerk: Clerk, gone: () => void) {
    this.announced = file.size;
    this.#file = file;
    this.#number = number;
    this.#clerk = clerk;
    this.#gone = gone;
  }

  async append(bytes: ArrayBuffer): Promise<ArrayBuffer> {
    const { byteLength } = bytes;
    const digest = await this.#clerk.ask({ do: "append", file: this.#number, bytes }, [bytes]);
    this.size += byteLength;
    return digest as ArrayBuffer;
  }

  async truncate(size: number): Promise<void> {
    await this.#clerk.ask({ do: "truncate", file: this.#number, size });
    this.size = Math.min(this.size, size);
  }

  async file(): Promise<File> {
    const { name, type } = this.#file;
    const file = (await this.#clerk.ask({ do: "finish", file: this.#number })) as File;
    // Under its own name and type; nothing of it is read for that.
    return new File([file], name, { type });
  }

  async discard(): Promise<void> {
    this.#gone();
    // After the end the whole folder goes.
    if (!this.#clerk.ended) await this.#clerk.ask({ do: "discard", file: this.#number });
  }
}
