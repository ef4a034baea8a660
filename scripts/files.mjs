/** Folders of files: listed, hashed, and replaced file by file while a server reads them. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The paths of all files below a folder: relative to it, with "/", sorted. None if there is no such folder.
 * @param {string} folder
 * @returns {string[]}
 */
export function list(folder) {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? list(join(folder, entry.name)).map((path) => `${entry.name}/${path}`) : [entry.name],
  );
  return paths.sort();
}

/**
 * 16 hexadecimal characters that change with any name or content.
 * @param {Iterable<[path: string, contents: string | Uint8Array]>} files
 */
export function hash(files) {
  const sum = createHash("sha256");
  for (const [path, contents] of files) sum.update(`${path}\0${contents.length}\0`).update(contents);
  return sum.digest("hex").slice(0, 16);
}

/**
 * Put files into a folder that others may be reading: they see an old file or a new one, never half of one. The
 * map's order is kept, so that a file which refers to others can come after them.
 * @param {string} folder
 * @param {Map<string, string | Uint8Array>} files by path, relative to the folder
 */
export function put(folder, files) {
  const unfinished = `${folder}.${process.pid}.tmp`;
  for (const [path, contents] of files) {
    mkdirSync(dirname(join(unfinished, path)), { recursive: true });
    writeFileSync(join(unfinished, path), contents);
  }
  for (const path of files.keys()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    renameSync(join(unfinished, path), join(folder, path));
  }
  rmSync(unfinished, { recursive: true });
}

/**
 * Remove all files of a folder but these.
 * @param {string} folder
 * @param {Iterable<string>} wanted
 */
export function prune(folder, wanted) {
  const keep = new Set(wanted);
  for (const path of list(folder)) if (!keep.has(path)) rmSync(join(folder, path), { force: true });
}

/** @returns {[path: string, contents: Buffer]} for `hash` */
export function read(/** @type {string} */ folder, /** @type {string} */ path) {
  return [path, readFileSync(join(folder, path))];
}
