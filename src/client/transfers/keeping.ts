/** Where received files are kept until the browser has saved them. */
import { openDisk, sweep } from "./keeping-disk.ts";
import { MemoryKeeping } from "./keeping-memory.ts";

/** Where received files are kept until they are saved: on the disk where the browser can, else in memory. */
export interface Keeping {
  /** How much can be kept at this moment, in bytes, and where. */
  room(): Promise<Room>;
  /** Begin a file. */
  begin(file: Announced): Promise<Kept>;
  /** Let go of everything. */
  close(): void;
}

export interface Room {
  readonly limit: number;
  readonly where: "disk" | "memory";
}

/** A file that will come; its name is harmless already, and `size` is in bytes. */
export interface Announced {
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** One file: as much of it as has come. */
export interface Kept {
  /**
   * Append the bytes, which belong to this from now on (they may be transferred away); resolves with their SHA-256 once they are kept.
   * Rejects with a QuotaExceededError when there is no room.
   */
  append(bytes: ArrayBuffer): Promise<ArrayBuffer>;
  /** Back to so many bytes: the rest is sent anew. */
  truncate(size: number): Promise<void>;
  /** All of it, once it is whole. */
  file(): Promise<File>;
  discard(): Promise<void>;
}

export interface KeepingOptions {
  /** Start the worker that writes; none where the page names no such file. */
  worker?(): Worker;
  estimate?(): Promise<StorageEstimate>;
}

/** Ready at once; what it needs is opened when it is used, and again after `close`. What pages that are no more have left is removed. */
export function openKeeping({
  worker = startWorker,
  estimate = () => navigator.storage.estimate(),
}: KeepingOptions = {}): Keeping {
  let opened: Promise<Keeping> | undefined;
  const open = (): Promise<Keeping> => (opened ??= openDisk({ worker, estimate }).catch(() => new MemoryKeeping()));
  void sweep().catch(() => undefined); // No such folder, or none for this page: nothing is left there.
  return {
    room: async () => (await open()).room(),
    async begin(file) {
      try {
        return await (await open()).begin(file);
      } catch (error) {
        if (error instanceof Error && error.name === "QuotaExceededError") throw error;
        // It has broken down, as a worker may. What it has whole can still be read: it stays, until this page is no more.
        opened = undefined;
        return (await open()).begin(file);
      }
    },
    close() {
      void opened?.then((keeping) => keeping.close());
      opened = undefined;
    },
  };
}

/** The page names the built file, whose name changes with its contents. */
function startWorker(): Worker {
  const link = document.querySelector<HTMLLinkElement>('link[rel="worker"]');
  if (!link) throw new Error("the page names no worker that keeps files");
  return new Worker(link.href);
}
