/** What is handed over, as both sides have agreed. Pure. */
import type { FileInfo } from "../protocol/talk.ts";

/** The bytes of all these files. */
export const totalOf = (files: readonly Pick<FileInfo, "size">[]): number =>
  files.reduce((sum, { size }) => sum + size, 0);
