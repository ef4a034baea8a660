/** Where received files are kept until the browser has saved them. */
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

/** Ready at once; what it needs is opened when the first file comes, and again if one comes after `close`. */
export function openKeeping(): Keeping {
  return new MemoryKeeping();
}
