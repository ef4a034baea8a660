/** Files that others may be reading, or be cut off from in mid-write: they are there whole, or as they were. */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export interface File {
  readonly path: string;
  readonly content: string;
  /** As for chmod: 0o600 for what nobody else may read. */
  readonly mode: number;
}

/** Put them in their places, each in the place of what is there: all are complete before the first is. */
export function replace(...files: readonly File[]): void {
  writeAside(files, (aside, path) => renameSync(aside, path));
}

/** Put a file in its place unless there is one. Returns what is there then: of several that try at once, one succeeds. */
export function create(file: File): string {
  mkdirSync(dirname(file.path), { recursive: true, mode: 0o700 });
  writeAside([file], (aside, path) => {
    try {
      linkSync(aside, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  });
  return readFileSync(file.path, "utf8");
}

/** What a file holds; undefined if there is none. */
export function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function writeAside(files: readonly File[], place: (aside: string, path: string) => void): void {
  const unique = randomBytes(6).toString("hex");
  const aside = ({ path }: File) => `${path}.${unique}`;
  try {
    for (const file of files) writeFileSync(aside(file), file.content, { flag: "wx", mode: file.mode, flush: true });
    for (const file of files) place(aside(file), file.path);
  } finally {
    for (const file of files) rmSync(aside(file), { force: true });
  }
}
