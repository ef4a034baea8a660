/** Received files in memory, where the browser lets a page have no disk: as blobs, which browsers keep outside of the page. */
import type { Device } from "../../protocol/messages.ts";
import { deviceOf } from "../presence.ts";
import type { Announced, Keeping, Kept, Room } from "./keeping.ts";

/** What a page can keep without being ended for it, in bytes. */
const LIMIT: Readonly<Record<Device, number>> = { phone: 256 * 2 ** 20, tablet: 256 * 2 ** 20, computer: 2 ** 30 };

export class MemoryKeeping implements Keeping {
  readonly #limit: number;
  readonly #all = new Set<KeptInMemory>();

  /** @param limit of all files together, in bytes */
  constructor(limit = LIMIT[deviceOf(navigator)]) {
    this.#limit = limit;
  }

  room(): Promise<Room> {
    let left = this.#limit;
    for (const { announced, size } of this.#all) left -= Math.max(announced, size);
    return Promise.resolve({ limit: Math.max(0, left), where: "memory" });
  }

  begin(file: Announced): Promise<Kept> {
    const kept = new KeptInMemory(file, {
      fits: (more) => this.#used() + more <= this.#limit,
      gone: () => this.#all.delete(kept),
    });
    this.#all.add(kept);
    return Promise.resolve(kept);
  }

  close(): void {
    this.#all.clear();
  }

  #used(): number {
    let used = 0;
    for (const { size } of this.#all) used += size;
    return used;
  }
}

interface Around {
  fits(more: number): boolean;
  gone(): void;
}

class KeptInMemory implements Kept {
  readonly announced: number;
  readonly #file: Announced;
  readonly #around: Around;
  #parts: Blob[] = [];
  size = 0;

  constructor(file: Announced, around: Around) {
    this.#file = file;
    this.announced = file.size;
    this.#around = around;
  }

  async append(bytes: ArrayBuffer): Promise<ArrayBuffer> {
    if (!this.#around.fits(bytes.byteLength)) throw new DOMException("no more room in memory", "QuotaExceededError");
    this.size += bytes.byteLength;
    this.#parts.push(new Blob([bytes]));
    return crypto.subtle.digest("SHA-256", bytes);
  }

  truncate(size: number): Promise<void> {
    const kept = new Blob(this.#parts).slice(0, size);
    this.#parts = [kept];
    this.size = kept.size;
    return Promise.resolve();
  }

  file(): Promise<File> {
    const { name, type } = this.#file;
    return Promise.resolve(new File(this.#parts, name, { type }));
  }

  discard(): Promise<void> {
    this.#parts = [];
    this.size = 0;
    this.#around.gone();
    return Promise.resolve();
  }
}
